import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { ROOT } from '../scripts/lib/project.js'
import { findCircle, reachable } from './layering/import-graph.js'
import { packageOf, projectReferences, readWorkspace, type WorkspacePackage } from './layering/workspace.js'

/** Which packages of ours each package may import. Everything else is forbidden. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  '@blit/cli': ['@blit/core'],
  '@blit/core': [],
  '@blit/native': [],
  '@blit/disk': ['@blit/core', '@blit/native'],
  '@blit/local': ['@blit/core', '@blit/disk'],
  '@blit/utils': ['@blit/core'],
  '@blit/remote': ['@blit/core', '@blit/disk', '@blit/native'],
  '@blit/daemon': ['@blit/core', '@blit/disk', '@blit/remote'],
}

/** What the root entry of @blit/core must not bring along. */
const HEAVY = /^(@oclif\/|listr2$|@listr2\/|@inquirer\/|ffi-rs$|@grpc\/|google-protobuf$)/

const workspace = readWorkspace()

function find(name: string): WorkspacePackage {
  const found = workspace.find((one) => one.name === name)
  if (!found) throw new Error(`no package ${name}`)
  return found
}

describe('layering', () => {
  it('knows every package of the project', () => {
    expect(workspace.map((one) => one.name)).to.have.members(Object.keys(ALLOWED))
  })

  it('is compiled as a whole', () => {
    const projects = workspace.map(({ folder }) => (folder === ROOT ? join(ROOT, 'src') : folder))
    expect(projectReferences(ROOT)).to.have.members(projects)
  })

  it('finds the imports it judges', () => {
    for (const { name, imports } of workspace) expect(imports, name).not.to.be.empty
  })

  for (const { name, folder, json, dependencies, imports } of workspace) {
    describe(name, () => {
      it('imports only the packages of ours that it may', () => {
        const wrong = imports.filter(({ specifier }) => {
          const target = packageOf(specifier)
          return target?.startsWith('@blit/') && !ALLOWED[name]?.includes(target)
        })
        expect(wrong).to.deep.equal([])
      })

      it('imports other packages of ours by an entry that they export', () => {
        const wrong = imports.filter(({ specifier }) => {
          const target = packageOf(specifier)
          if (!target?.startsWith('@blit/')) return false
          return !Object.keys(find(target).json.exports ?? {}).includes(`.${specifier.slice(target.length)}`)
        })
        expect(wrong).to.deep.equal([])
      })

      it('reaches into no folder but its own', () => {
        const wrong = imports.filter(
          ({ target }) => target?.startsWith('..') || /\b(node_modules|test)\b/.test(target ?? ''),
        )
        expect(wrong).to.deep.equal([])
      })

      it('says node: for what Node brings', () => {
        expect(imports.filter(({ specifier }) => builtinModules.includes(specifier))).to.deep.equal([])
      })

      it('has every package that it imports in its package.json', () => {
        const imported = new Set(
          imports.map(({ specifier }) => packageOf(specifier)).filter((one) => one !== undefined),
        )
        expect([...imported].filter((one) => !dependencies.includes(one))).to.deep.equal([])
      })

      it('imports every package that is in its package.json, or has oclif load it', () => {
        const used = new Set([
          ...imports.map(({ specifier }) => packageOf(specifier)),
          ...(json.oclif?.plugins ?? []),
        ])
        expect(dependencies.filter((one) => !used.has(one))).to.deep.equal([])
      })

      it('has no circle of imports', () => {
        expect(findCircle(imports)).to.deep.equal([])
      })

      it('is compiled after the packages that it imports', () => {
        const imported = imports
          .map(({ specifier }) => packageOf(specifier))
          .filter((one) => one?.startsWith('@blit/'))
        const project = name === '@blit/cli' ? join(folder, 'src') : folder
        expect(projectReferences(project)).to.include.members(imported.map((one) => find(one ?? '').folder))
      })
    })
  }
})

describe('the root entry of @blit/core', () => {
  const { imports } = find('@blit/core')

  it('brings along no oclif, gRPC, listr2 or ffi', () => {
    const files = reachable(imports, 'src/index.ts')
    expect(files.size).to.be.greaterThan(10)
    const heavy = imports.filter(({ file, specifier }) => files.has(file) && HEAVY.test(specifier))
    expect(heavy).to.deep.equal([])
  })
})

describe('a thread of a session', () => {
  const folder = join(find('@blit/remote').folder, 'dist/session')
  const threads = readdirSync(folder).filter((file) => /^(?!session-|serve-).*-thread\.js$/.test(file))

  // It is started for every transfer, before the first byte moves.
  for (const thread of threads)
    it(`brings along no gRPC: ${thread}`, () => {
      const code = readFileSync(join(folder, thread), 'utf8')
      expect(
        code.match(/from *"[^"]+"/g)?.filter((one) => /@grpc|protobuf|#stubs|chunk/.test(one)),
      ).to.deep.equal([])
    })
})
