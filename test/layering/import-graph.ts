import type { SourceImport } from './source-imports.js'

function targetsByFile(imports: readonly SourceImport[]): Map<string, string[]> {
  const graph = new Map<string, string[]>()
  for (const { file, target } of imports) {
    if (target !== undefined) graph.set(file, [...(graph.get(file) ?? []), target])
  }

  return graph
}

/** All files that importing `entry` brings along, itself included. */
export function reachable(imports: readonly SourceImport[], entry: string): Set<string> {
  const graph = targetsByFile(imports)
  const seen = new Set([entry])
  for (const file of seen) for (const target of graph.get(file) ?? []) seen.add(target)
  return seen
}

/** The files of one circle in the order in which they import each other; empty when there is none. */
export function findCircle(imports: readonly SourceImport[]): string[] {
  const graph = targetsByFile(imports)
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    done.add(file)
    path.push(file)
    for (const target of graph.get(file) ?? []) {
      const circle = visit(target)
      if (circle.length > 0) return circle
    }

    path.pop()
    return []
  }

  for (const file of graph.keys()) {
    const circle = visit(file)
    if (circle.length > 0) return circle
  }

  return []
}
