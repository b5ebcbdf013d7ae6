import { randomInt } from 'node:crypto'

import { BlitError } from '../errors/blit-error.js'
import type { EntryType } from '../model/entry.js'
import { checkRelativePath, joinPath } from '../paths/check-name.js'
import { displayPath } from '../paths/display.js'
import { directoryOf, lastName } from '../paths/split-path.js'
import { sortedChildren, type MemoryAttributes, type MemoryNode } from './memory-node.js'

export interface MemoryTreeOptions {
  readonly caseInsensitive?: boolean
  readonly normalizes?: boolean
  /** Content beyond this is refused with `E_NO_SPACE`. */
  readonly capacityBytes?: number
}

const MAX_LINKS_FOLLOWED = 40

/**
 * A file system in memory: what any number of `MemoryEndpoint`s look at. Synchronous, hence atomic. The `put...`
 * methods make a tree for a test without an endpoint between; `text` and `paths` look at what became of it.
 */
export class MemoryTree {
  /** What its inodes give as their device. */
  readonly dev = BigInt(randomInt(1, 2 ** 31))
  readonly root: MemoryNode
  readonly capacityBytes: number
  private lastIno = 0n
  /** Every tree has a time of its own, which goes on by a millisecond with every change. */
  private lastNs = this.dev * 1_000_000_000n

  constructor(private readonly options: MemoryTreeOptions = {}) {
    this.capacityBytes = options.capacityBytes ?? 2 ** 40
    this.root = this.node('directory', 0o755)
  }

  /** A new node, not yet in the tree. */
  node(type: EntryType, mode: number): MemoryNode {
    const now = this.now()
    return {
      type,
      ino: ++this.lastIno,
      mode,
      mtimeNs: now,
      ctimeNs: now,
      uid: 0,
      gid: 0,
      rdev: 0,
      linkCount: type === 'directory' ? 2 : 1,
      target: '',
      content: new Uint8Array(0),
      xattrs: new Map(),
      children: new Map(),
    }
  }

  /**
   * The nodes from the root of the tree to `path` below `root`, empty when it does not exist. Symlinks are followed
   * in `root`, in `path` only with `follow`.
   */
  chain(root: string, path: string, follow: boolean): readonly MemoryNode[] {
    const links = { left: MAX_LINKS_FOLLOWED }
    const base = this.walk([this.root], root, true, links)
    return base.length === 0 ? base : this.walk(base, path, follow, links)
  }

  nodeAt(path: string): MemoryNode | undefined {
    return this.chain('', path, false).at(-1)
  }

  /** The directory at `path` below `base`, made with its parents where missing. Never through a symlink. */
  makeDirectory(path: string, base = this.root): MemoryNode {
    let node = base
    for (const name of path === '' ? [] : path.split('/')) {
      const child = node.children.get(this.fold(name))?.node
      if (child !== undefined && child.type !== 'directory') {
        throw new BlitError('E_WRITE', `${displayPath(path)}: a part of the path is not a directory`, {
          path,
        })
      }

      node = child ?? this.put(node, name, this.node('directory', 0o755))
    }

    return node
  }

  /** Gives `node` a name, in the place of what has it. */
  put(directory: MemoryNode, name: string, node: MemoryNode): MemoryNode {
    const key = this.fold(name)
    if (directory.children.get(key)?.node === node) return node
    this.drop(directory, name)
    directory.children.set(key, { name, node })
    this.touch(directory)
    return node
  }

  /** Takes a name away. */
  drop(directory: MemoryNode, name: string): void {
    const key = this.fold(name)
    const old = directory.children.get(key)?.node
    if (old === undefined) return
    directory.children.delete(key)
    old.linkCount--
    old.ctimeNs = this.now()
    this.touch(directory)
  }

  /** Content bytes of everything that has a name. */
  usedBytes(): number {
    const nodes = new Set<MemoryNode>([this.root])
    for (const node of nodes) for (const child of node.children.values()) nodes.add(child.node)
    return [...nodes].reduce((sum, node) => sum + node.content.length, 0)
  }

  /** A time later than every one it gave before. */
  now(): bigint {
    this.lastNs += 1_000_000n
    return this.lastNs
  }

  /** The form in which two names are one name here. */
  fold(name: string): string {
    const normal = this.options.normalizes === true ? name.normalize('NFC') : name
    return this.options.caseInsensitive === true ? normal.toUpperCase() : normal
  }

  /** Makes or replaces a file, with its parents. Text is stored as UTF-8. */
  putFile(
    path: string,
    content: Uint8Array | string,
    attributes: Partial<MemoryAttributes> = {},
  ): MemoryNode {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    return this.putNode(path, 'file', { mode: 0o644, ...attributes, content: bytes })
  }

  putDirectory(path: string, attributes: Partial<MemoryAttributes> = {}): MemoryNode {
    return Object.assign(this.makeDirectory(path), attributes)
  }

  putSymlink(path: string, target: string, attributes: Partial<MemoryAttributes> = {}): MemoryNode {
    return this.putNode(path, 'symlink', { mode: 0o777, ...attributes, target })
  }

  putSpecial(path: string, type: EntryType, attributes: Partial<MemoryAttributes> = {}): MemoryNode {
    return this.putNode(path, type, { mode: 0o644, ...attributes })
  }

  /** Gives the file at `existing` one more name. */
  putLink(existing: string, path: string): MemoryNode {
    const node = this.nodeAt(existing)
    if (node === undefined) throw new RangeError(`no ${existing} to link to`)
    node.linkCount++
    return this.put(this.makeDirectory(directoryOf(path)), lastName(path), node)
  }

  /** Removes what is at `path`, with everything in it. */
  removeAll(path: string): void {
    this.drop(this.makeDirectory(directoryOf(path)), lastName(path))
  }

  /** Text of the file at `path`; undefined when there is none. */
  text(path: string): string | undefined {
    const node = this.nodeAt(path)
    return node?.type === 'file' ? new TextDecoder().decode(node.content) : undefined
  }

  /** Every path below `directory`, parents before children, as a scan would give them. */
  paths(directory = ''): string[] {
    const node = this.nodeAt(directory)
    if (node === undefined) return []
    return sortedChildren(node).flatMap(({ name }) => {
      const path = joinPath(directory, name)
      return [path, ...this.paths(path)]
    })
  }

  private putNode(path: string, type: EntryType, attributes: Partial<MemoryAttributes>): MemoryNode {
    checkRelativePath(path)
    const node = Object.assign(this.node(type, 0o644), attributes)
    return this.put(this.makeDirectory(directoryOf(path)), lastName(path), node)
  }

  private touch(directory: MemoryNode): void {
    directory.mtimeNs = this.now()
    directory.ctimeNs = directory.mtimeNs
  }

  private walk(
    start: readonly MemoryNode[],
    path: string,
    follow: boolean,
    links: { left: number },
  ): MemoryNode[] {
    let chain = path.startsWith('/') ? [this.root] : [...start]
    for (const name of path.split('/')) {
      if (name === '' || name === '.') continue
      if (name === '..') {
        if (chain.length > 1) chain.pop()
        continue
      }

      const child = chain.at(-1)?.children.get(this.fold(name))?.node
      if (child === undefined) return []
      if (child.type !== 'symlink' || !follow) chain.push(child)
      else if (links.left-- > 0) chain = this.walk(chain, child.target, true, links)
      else return []
      if (chain.length === 0) return []
    }

    return chain
  }
}
