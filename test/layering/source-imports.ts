import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

/** One import, static, dynamic or of types alone, of a source file. */
export interface SourceImport {
  readonly file: string
  readonly specifier: string
  /** What a relative specifier names. */
  readonly target?: string
}

/** All imports in the sources below some folders of a package. Paths are relative to the package. */
export function readImports(packageFolder: string, folders: readonly string[]): SourceImport[] {
  return sourceFiles(packageFolder, folders).flatMap((file) =>
    specifiers(join(packageFolder, file)).map((specifier) => {
      if (!specifier.startsWith('.')) return { file, specifier }
      const path = resolve(packageFolder, dirname(file), specifier).replace(/\.js$/, '.ts')
      return { file, specifier, target: relative(packageFolder, path) }
    }),
  )
}

/** TypeScript and JavaScript files below some folders of a package, relative to it. */
export function sourceFiles(packageFolder: string, folders: readonly string[]): string[] {
  const existing = new Set(readdirSync(packageFolder))
  return folders
    .filter((folder) => existing.has(folder))
    .flatMap((folder) =>
      readdirSync(join(packageFolder, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((file) => /\.(ts|js)$/.test(file))
}

function specifiers(path: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const expression = specifierOf(node)
    if (expression && ts.isStringLiteralLike(expression)) found.push(expression.text)
    ts.forEachChild(node, visit)
  }

  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest))
  return found
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
  if (!ts.isCallExpression(node)) return undefined
  const { expression } = node
  const imports = expression.kind === ts.SyntaxKind.ImportKeyword
  const requires = ts.isIdentifier(expression) && expression.text === 'require'
  return imports || requires ? node.arguments[0] : undefined
}
