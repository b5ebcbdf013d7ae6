import type { Entry, EntryType } from '../model/entry.js'

/** A file, directory, link or device of a `MemoryTree`. Tests may change it at any time. */
export interface MemoryNode {
  readonly type: EntryType
  readonly ino: bigint
  mode: number
  mtimeNs: bigint
  ctimeNs: bigint
  uid: number
  gid: number
  rdev: number
  linkCount: number
  /** Of a symlink; '' for everything else. */
  target: string
  content: Uint8Array
  xattrs: ReadonlyMap<string, Uint8Array>
  /** Of a directory, by folded name. */
  readonly children: Map<string, MemoryChild>
}

export interface MemoryChild {
  readonly name: string
  readonly node: MemoryNode
}

/** What a test can set on a node. */
export type MemoryAttributes = Pick<
  MemoryNode,
  'content' | 'gid' | 'mode' | 'mtimeNs' | 'rdev' | 'target' | 'uid' | 'xattrs'
>

/** A node as a scan or a stat shows it under `name`. */
export function entryOfNode(name: string, node: MemoryNode, dev: bigint): Entry {
  return {
    name,
    type: node.type,
    sizeBytes: node.content.length,
    mtimeNs: node.mtimeNs,
    mode: node.mode,
    uid: node.uid,
    gid: node.gid,
    rdev: node.rdev,
    linkCount: node.linkCount,
    inode: { dev, ino: node.ino, ctimeNs: node.ctimeNs },
    ...(node.type === 'symlink' && { target: node.target }),
  }
}

/** The children of a directory in the order of a scan. */
export function sortedChildren(directory: MemoryNode): MemoryChild[] {
  return [...directory.children.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
