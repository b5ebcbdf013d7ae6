import {
  BlitError,
  isBlitError,
  lastName,
  POSIX_LIMITS,
  type CallOptions,
  type Endpoint,
  type EndpointFeatures,
  type EndpointLimits,
  type Entry,
  type ReadOptions,
  type ScanBatch,
  type ScanOptions,
  type WriteOptions,
} from '@blit/core'
import { BlitService, checkWirePath, decodeEntry, decodeLimits, pb } from '../protocol/index.js'
import { makeDirectory, makeSymlink, remove, rename, type ChangeOf } from './changes.js'
import type { FileBytes } from './file-bytes.js'
import { HashStream } from './hash-stream.js'
import { remoteFeatures } from './remote-features.js'
import { RemotePlace, type RemotePlaceOptions } from './remote-place.js'
import { scanRemote } from './scan-remote.js'

export interface RemoteEndpointOptions extends RemotePlaceOptions {
  /** Makes what moves the bytes of files. Called once. */
  readonly bytes: (place: RemotePlace) => FileBytes
  /** Called once, when the endpoint is closed. */
  readonly release: () => void
}

/** A place in a module of a daemon as an endpoint; see `Endpoint` for what each method promises. */
export class RemoteEndpoint implements Endpoint {
  readonly scheme = 'blit'
  readonly label: string
  readonly features: EndpointFeatures
  readonly rootStays: boolean
  /** For routes of this package: where it is, and the connection to there. */
  readonly place: RemotePlace
  private readonly bytes: FileBytes
  private readonly hashes: HashStream
  private readonly release: () => void
  private isReadOnly = false
  private known: EndpointLimits = POSIX_LIMITS
  private isClosed = false

  constructor(options: RemoteEndpointOptions) {
    this.label = options.label
    this.place = new RemotePlace(options)
    this.rootStays = options.root === ''
    this.bytes = options.bytes(this.place)
    this.hashes = new HashStream(this.place)
    this.release = options.release
    this.features = remoteFeatures({
      place: this.place,
      hashes: this.hashes,
      change: async (path, change, call) => this.change(path, change, call),
    })
  }

  /** As the daemon told with its last answer to `stat`; those of POSIX before. */
  get limits(): EndpointLimits {
    return this.known
  }

  get readOnly(): boolean {
    return this.isReadOnly
  }

  scan(path: string, options: ScanOptions): AsyncIterable<ScanBatch> {
    return scanRemote(this.place, path, options)
  }

  async stat(path: string, options: CallOptions & { readonly follow?: boolean }): Promise<Entry | undefined> {
    this.place.begin(options)
    const { follow = false } = options
    const itself = path === '' && !follow
    const at = itself ? this.place.atItself() : this.place.at(path)
    const request = new pb.StatRequest().setPlace(at).setFollow(follow)
    const answer = await this.place.look(BlitService.stat, request, options)
    const limits = answer.getLimits()
    if (limits !== undefined) this.known = decodeLimits(limits)
    this.isReadOnly = answer.getReadOnly()
    if (!answer.getFound()) return undefined
    const columns = answer.getEntry()
    if (columns === undefined) throw new BlitError('E_PROTOCOL', `${this.label}: an answer without an entry`)
    const entry = decodeEntry(columns)
    if (path === '' && follow && entry.type === 'directory' && answer.hasFollowed())
      this.place.follow(checkWirePath(answer.getFollowed_asU8()))
    return { ...entry, name: path === '' ? '' : lastName(path) }
  }

  read(path: string, options: ReadOptions): AsyncIterable<Uint8Array> {
    return this.bytes.read(path, options)
  }

  async write(path: string, content: AsyncIterable<Uint8Array>, options: WriteOptions): Promise<void> {
    let isTaken = false
    async function* taken(): AsyncGenerator<Uint8Array> {
      isTaken = true
      yield* content
    }

    try {
      await this.bytes.write(path, taken(), options)
    } catch (error) {
      if (isTaken || !(await this.makesMissingRoot(error, options))) throw error
      await this.bytes.write(path, content, options)
    }
  }

  async mkdir(path: string, options: CallOptions): Promise<void> {
    await this.change(path, makeDirectory(path === ''), options)
  }

  async symlink(
    path: string,
    target: string,
    { mtimeNs, signal }: CallOptions & { readonly mtimeNs?: bigint },
  ): Promise<void> {
    await this.change(path, makeSymlink(target, mtimeNs), { signal })
  }

  async remove(path: string, { expect, signal }: CallOptions & { readonly expect?: Entry }): Promise<void> {
    const removal = remove(expect)
    const ofItself: ChangeOf = (request) => removal(request.setPlace(this.place.atItself()))
    await this.change(path, path === '' ? ofItself : removal, { signal })
  }

  /** Renames to a path beneath the module's root, where nothing is yet. */
  async renameTo(path: string, to: Uint8Array, options: CallOptions): Promise<void> {
    await this.change(path, rename(to, true), options)
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    this.place.close()
    this.hashes.close()
    try {
      await this.bytes.close()
    } finally {
      this.release()
    }
  }

  /** Sends a change. What fails because the root is not there yet makes the root, and is tried again. */
  private async change(path: string, change: ChangeOf, options: CallOptions): Promise<void> {
    this.place.begin(options)
    const request = change(new pb.ChangeRequest().setPlace(this.place.at(path)))
    try {
      await this.place.ask(BlitService.change, request, options)
    } catch (error) {
      const makes = request.hasMakeDirectory() || request.hasMakeSymlink() || request.hasMakeSpecial()
      if (!makes || path === '' || !(await this.makesMissingRoot(error, options))) throw error
      await this.place.ask(BlitService.change, request, options)
    }
  }

  /** Whether something failed because the root is not there yet; then it is now. */
  private async makesMissingRoot(error: unknown, { signal }: CallOptions): Promise<boolean> {
    if (!isBlitError(error) || error.code !== 'E_NOT_FOUND') return false
    if ((await this.stat('', { signal })) !== undefined) return false
    await this.mkdir('', { signal })
    return true
  }
}
