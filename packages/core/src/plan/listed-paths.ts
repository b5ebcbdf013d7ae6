import { joinPath } from '../paths/check-name.js'

/** Names that are wanted in a directory. A node without `children` wants everything below it. */
export interface WantedNode {
  readonly children?: ReadonlyMap<string, WantedNode>
}

interface MutableNode {
  children?: Map<string, MutableNode>
}

/**
 * The tree of the paths of a `--files-from` list, as `parseFilesFrom` gives them. A directory that is listed is
 * wanted with everything in it, like one that is named on the command line.
 */
export function wantedTree(paths: Iterable<string>): WantedNode {
  const root: MutableNode = { children: new Map() }
  for (const path of paths) {
    let node = root
    for (const name of path === '' ? [] : path.split('/')) {
      if (node.children === undefined) break
      let child = node.children.get(name)
      if (child === undefined) node.children.set(name, (child = { children: new Map() }))
      node = child
    }

    delete node.children
  }

  return root
}

/** What is wanted at `path`: undefined when nothing is there to want. */
export function wantedAt(root: WantedNode, path: string): WantedNode | undefined {
  let node: WantedNode | undefined = root
  for (const name of path === '' ? [] : path.split('/')) {
    if (node?.children === undefined) return node
    node = node.children.get(name)
  }

  return node
}

/** The listed paths themselves, outermost where one contains another. */
export function wantedPaths(node: WantedNode, path = ''): string[] {
  if (node.children === undefined) return [path]
  return [...node.children].flatMap(([name, child]) => wantedPaths(child, joinPath(path, name)))
}
