import {
  POSIX_LIMITS,
  type Endpoint,
  type EndpointFeatures,
  type EndpointLimits,
  type Metadata,
  type ReadOptions,
  type ScanBatch,
  type ScanOptions,
  type WriteOptions,
} from '../contract/endpoint.js'
import type { CallOptions } from '../contract/call-options.js'
import { BlitError, isBlitError } from '../errors/blit-error.js'
import type { Entry } from '../model/entry.js'
import { checkRelativePath, joinPath } from '../paths/check-name.js'
import { displayPath } from '../paths/display.js'
import { directoryOf, lastName } from '../paths/split-path.js'
import { memoryFeatures } from './memory-features.js'
import type { MemoryEndpointOptions } from './memory-options.js'
import { entryOfNode, sortedChildren, type MemoryNode } from './memory-node.js'
import type { MemoryTree } from './memory-tree.js'

/** An endpoint on a {@link MemoryTree}, for tests: it does all that the contract says, and fails where it is told to. */
export class MemoryEndpoint implements Endpoint {
  readonly scheme: string
  readonly label: string
  readonly limits: EndpointLimits
  readonly features: EndpointFeatures
  /** Path of the root in the tree. */
  readonly root: string
  readonly rootStays: boolean
  private closed = false

  constructor(
    readonly tree: MemoryTree,
    private readonly options: MemoryEndpointOptions = {},
  ) {
    this.root = options.root ?? ''
    this.rootStays = options.rootStays?.(this.root) ?? false
    this.scheme = options.scheme ?? 'memory'
    this.label = options.label ?? `${this.scheme}://tree${tree.dev}/${this.root}`
    this.limits = { ...POSIX_LIMITS, ...options.limits }
    this.features = memoryFeatures(this, options)
  }

  async *scan(path: string, options: ScanOptions): AsyncIterable<ScanBatch> {
    await this.begin('scan', path, options)
    const directory = this.nodeAt(path, options.followLinks === true)
    if (directory === undefined) throw new BlitError('E_NOT_FOUND', `${shown(path)}: not found`, { path })
    if (directory.type !== 'directory')
      throw new BlitError('E_SCAN', `${shown(path)}: not a directory`, { path })
    await this.intercept('list', path)
    yield* this.scanDirectory(path, directory, [directory], options)
  }

  async stat(path: string, options: CallOptions & { readonly follow?: boolean }): Promise<Entry | undefined> {
    await this.begin('stat', path, options)
    const node =
      path === '' && options.follow !== true ? this.rootItself() : this.nodeAt(path, options.follow === true)
    return node === undefined ? undefined : this.entry(path === '' ? '' : lastName(path), node)
  }

  async *read(path: string, options: ReadOptions): AsyncIterable<Uint8Array> {
    await this.begin('read', path, options)
    const node = this.nodeAt(path, options.follow === true)
    if (node === undefined) throw new BlitError('E_NOT_FOUND', `${shown(path)}: not found`, { path })
    if (node.type !== 'file') throw new BlitError('E_READ', `${shown(path)}: not a regular file`, { path })
    this.checkUnchanged(path, node, options.expect)
    let position = options.offset ?? 0
    const end = options.length === undefined ? Number.POSITIVE_INFINITY : position + options.length
    for (;;) {
      await this.intercept('chunk', path)
      options.signal.throwIfAborted()
      const chunk = node.content.slice(
        position,
        Math.min(end, position + (this.options.chunkBytes ?? 65_536)),
      )
      if (chunk.length === 0) break
      position += chunk.length
      yield chunk
    }

    this.checkUnchanged(path, node, options.expect)
  }

  async write(path: string, content: AsyncIterable<Uint8Array>, options: WriteOptions): Promise<void> {
    await this.begin('write', path, options)
    this.checkReplaceable(path)
    const bytes = new Uint8Array(options.sizeBytes)
    let length = 0
    for await (const chunk of content) {
      options.signal.throwIfAborted()
      length += chunk.length
      if (length > bytes.length) break
      bytes.set(chunk, length - chunk.length)
    }

    options.signal.throwIfAborted()
    if (length !== bytes.length) {
      throw new BlitError('E_CHANGED', `${shown(path)}: not the ${options.sizeBytes} bytes it should have`, {
        path,
      })
    }

    await this.intercept('commit', path)
    options.signal.throwIfAborted()
    if (this.tree.usedBytes() + length > this.tree.capacityBytes) {
      throw new BlitError('E_NO_SPACE', `${shown(path)}: no space left`, { path })
    }

    const node = this.tree.node('file', 0o644)
    node.content = bytes
    this.setAttributes(node, options.metadata)
    this.place(path, node)
  }

  async mkdir(path: string, options: CallOptions): Promise<void> {
    await this.begin('mkdir', path, options)
    if (this.nodeAt(path)?.type === 'directory') return
    if (path === '') this.tree.makeDirectory(this.root)
    else if (this.nodeAt(directoryOf(path))?.type === 'directory')
      this.place(path, this.tree.node('directory', 0o755))
    else throw new BlitError('E_NOT_FOUND', `${shown(path)}: its parent does not exist`, { path })
  }

  async symlink(
    path: string,
    target: string,
    options: CallOptions & { readonly mtimeNs?: bigint },
  ): Promise<void> {
    await this.begin('symlink', path, options)
    const node = this.tree.node('symlink', 0o777)
    node.target = target
    if (options.mtimeNs !== undefined) node.mtimeNs = options.mtimeNs
    this.place(path, node)
  }

  async remove(path: string, options: CallOptions & { readonly expect?: Entry }): Promise<void> {
    await this.begin('remove', path, options)
    const node = this.nodeAt(path)
    if (node === undefined) return
    this.checkUnchanged(path, node, options.expect)
    if (path === '' && this.rootStays) throw new BlitError('E_DELETE', `${shown(this.label)}: the root stays`)
    if (node.children.size > 0)
      throw new BlitError('E_NOT_EMPTY', `${shown(path)}: the directory is not empty`, { path })
    this.unlink(path)
  }

  async close(): Promise<void> {
    this.closed = true
  }

  /** What every call starts with. */
  async begin(method: string, path: string, options: CallOptions): Promise<void> {
    if (this.closed) throw new BlitError('E_UNEXPECTED', `${this.label}: the endpoint is closed`)
    options.signal.throwIfAborted()
    checkRelativePath(path)
    await this.intercept(method, path)
    options.signal.throwIfAborted()
  }

  /** The node at a path of this endpoint. The root itself is found through symlinks, as a shell would. */
  nodeAt(path: string, follow = false): MemoryNode | undefined {
    return this.chain(path, follow).at(-1)
  }

  chain(path: string, follow = false): readonly MemoryNode[] {
    return this.tree.chain(this.root, path, follow)
  }

  /** What has the root's name: a symlink that leads to it, for example. */
  private rootItself(): MemoryNode | undefined {
    return this.tree.chain(directoryOf(this.root), lastName(this.root), false).at(-1)
  }

  entry(name: string, node: MemoryNode): Entry {
    return entryOfNode(name, node, this.tree.dev)
  }

  /** Gives a finished node its name, by the rules of `Endpoint.write`. */
  place(path: string, node: MemoryNode): void {
    this.checkReplaceable(path)
    const base = this.nodeAt('') ?? this.tree.makeDirectory(this.root)
    this.tree.put(this.tree.makeDirectory(directoryOf(path), base), lastName(path), node)
  }

  /** Takes the name at a path away; of '' that of the root itself. */
  unlink(path: string): void {
    const full = joinPath(this.root, path)
    const parent = this.tree.chain('', directoryOf(full), true).at(-1)
    if (full === '' || parent === undefined)
      throw new BlitError('E_DELETE', 'the root of a tree stays', { path })
    this.tree.drop(parent, lastName(full))
  }

  setAttributes(node: MemoryNode, metadata: Metadata): void {
    if (node.type !== 'symlink') {
      node.mode = metadata.mode ?? node.mode
      node.xattrs = metadata.xattrs === undefined ? node.xattrs : new Map(metadata.xattrs)
    }

    node.uid = metadata.uid ?? node.uid
    node.gid = metadata.gid ?? node.gid
    node.mtimeNs = metadata.mtimeNs ?? node.mtimeNs
    node.ctimeNs = this.tree.now()
  }

  /** Rejects unless the node is the inode `expect` and, if it is no directory, holds what it held. */
  private checkUnchanged(path: string, node: MemoryNode, expect: Entry | undefined): void {
    if (expect === undefined) return
    const isSame =
      node.type === expect.type &&
      node.ino === expect.inode?.ino &&
      this.tree.dev === expect.inode.dev &&
      (node.type === 'directory' ||
        (node.content.length === expect.sizeBytes && node.mtimeNs === expect.mtimeNs))
    if (!isSame) throw new BlitError('E_CHANGED', `${shown(path)}: it changed`, { path })
  }

  private checkReplaceable(path: string): void {
    if (path === '') throw new BlitError('E_BAD_NAME', 'the root is a directory', { path })
    const old = this.nodeAt(path)
    if (old !== undefined && old.children.size > 0) {
      throw new BlitError('E_NOT_EMPTY', `${shown(path)}: a directory with content is in the way`, { path })
    }
  }

  private async *scanDirectory(
    path: string,
    directory: MemoryNode,
    ancestors: readonly MemoryNode[],
    options: ScanOptions,
  ): AsyncIterable<ScanBatch> {
    const follow = options.followLinks === true
    const found = sortedChildren(directory).map(({ name, node }) => {
      const target = follow && node.type === 'symlink' ? this.nodeAt(joinPath(path, name), true) : undefined
      return { name, node: target ?? node }
    })
    const entries = found.map(({ name, node }) => this.entry(name, node))
    const size = this.options.batchEntries ?? 1000
    for (let start = 0; start === 0 || start < entries.length; start += size) {
      options.signal.throwIfAborted()
      const complete = start + size >= entries.length
      yield { directory: path, entries: entries.slice(start, start + size), complete }
    }

    if (!options.recursive) return
    for (const { name, node } of found) {
      const below = joinPath(path, name)
      if (node.type !== 'directory' || options.enter?.(below) === false) continue
      const failure = ancestors.includes(node)
        ? new BlitError('E_SCAN', `${shown(below)}: a symlink leads back to a directory it is in`, {
            path: below,
          })
        : await this.listFailure(below)
      options.signal.throwIfAborted()
      if (failure === undefined) yield* this.scanDirectory(below, node, [...ancestors, node], options)
      else {
        const { code, message } = failure
        yield { directory: below, entries: [], complete: true, failure: { path: below, code, message } }
      }
    }
  }

  private async listFailure(path: string): Promise<BlitError | undefined> {
    try {
      await this.intercept('list', path)
    } catch (error) {
      return isBlitError(error) ? error : new BlitError('E_SCAN', String(error), { path, cause: error })
    }

    return this.nodeAt(path, true) === undefined
      ? new BlitError('E_SCAN', `${shown(path)}: it vanished`, { path })
      : undefined
  }

  private async intercept(method: string, path: string): Promise<void> {
    await this.options.intercept?.({ method, path, tree: this.tree })
  }
}

function shown(path: string): string {
  return path === '' ? '.' : displayPath(path)
}
