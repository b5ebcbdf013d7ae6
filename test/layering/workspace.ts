import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { packageFolders, ROOT } from '../../scripts/lib/project.js'
import { readImports, type SourceImport } from './source-imports.js'

interface PackageJson {
  readonly name: string
  readonly exports?: Record<string, unknown>
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
  readonly peerDependencies?: Record<string, string>
  readonly oclif?: { readonly plugins?: readonly string[] }
}

/** A package of the project as its package.json and its sources show it. */
export interface WorkspacePackage {
  readonly name: string
  /** Absolute. */
  readonly folder: string
  readonly json: PackageJson
  readonly dependencies: readonly string[]
  readonly imports: readonly SourceImport[]
}

export function readWorkspace(): WorkspacePackage[] {
  return packageFolders().map((name) => {
    const folder = join(ROOT, name)
    const json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson
    const dependencies = [json.dependencies, json.optionalDependencies, json.peerDependencies].flatMap(
      (some) => Object.keys(some ?? {}),
    )
    return { name: json.name, folder, json, dependencies, imports: readImports(folder, ['src', 'bin']) }
  })
}

/** `@scope/name` of `@scope/name/sub/path`; undefined for a relative path, a builtin of Node and a `#` import. */
export function packageOf(specifier: string): string | undefined {
  if (/^([./#]|node:)/.test(specifier)) return undefined
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** Absolute folders that the tsconfig.json in `folder` refers to. */
export function projectReferences(folder: string): string[] {
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'))
  const { references = [] } = config as { references?: Array<{ path: string }> }
  return references.map(({ path }) => resolve(folder, path))
}
