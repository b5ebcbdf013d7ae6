import type { WantedNode } from './messages.js'

interface MutableNode {
  children?: Map<string, MutableNode>
}

/** The tree of the paths of `--files-from`. A path wants everything below it, whatever else is listed there. */
export function wantedTree(paths: readonly string[]): WantedNode {
  const root: MutableNode = { children: new Map() }
  for (const path of paths) {
    let node = root
    for (const name of path === '' ? [] : path.split('/')) {
      // All of this directory is wanted already.
      if (node.children === undefined) break
      let child = node.children.get(name)
      if (child === undefined) {
        child = { children: new Map() }
        node.children.set(name, child)
      }

      node = child
    }

    delete node.children
  }

  return root as WantedNode
}
