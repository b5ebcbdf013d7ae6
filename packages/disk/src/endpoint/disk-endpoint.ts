import { lstatSync, mkdirSync, rmdirSync, unlinkSync } from 'node:fs'

import {
  BlitError,
  checkRelativePath,
  toFsPath,
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

import { errnoOf, errorOf } from '../directory/failure-of.js'
import { limitsAt } from '../directory/limits.js'
import { entryOf, isUnchanged, statEntry } from '../directory/list-directory.js'
import { clearUmask } from '../directory/open-root.js'
import { StatWords } from '../directory/stat-words.js'
import { DiskRoot } from './disk-root.js'
import { diskFeatures } from './disk-features.js'
import { readFile } from './read-file.js'
import { scanTree } from './scan-tree.js'
import { makeSymlink, writeFile } from './write-file.js'

export interface DiskEndpointOptions {
  /** Absolute path of the root, a byte string. It need not exist. */
  readonly root: string
  /** What to call it in messages. */
  readonly label: string
  /** Instead of what is found out about the place. */
  readonly limits?: EndpointLimits
}

/** A directory on a local disk as an endpoint; see `Endpoint` for what each method promises. */
export class DiskEndpoint implements Endpoint {
  readonly scheme = 'file'
  readonly root: string
  readonly label: string
  readonly features: EndpointFeatures
  private readonly disk: DiskRoot
  private known: EndpointLimits | undefined

  constructor(options: DiskEndpointOptions) {
    this.root = options.root
    this.label = options.label
    this.known = options.limits
    this.disk = new DiskRoot(options.root, options.label)
    this.features = diskFeatures(this.disk)
  }

  get limits(): EndpointLimits {
    this.known ??= limitsAt(this.root)
    return this.known
  }

  scan(path: string, options: ScanOptions): AsyncIterable<ScanBatch> {
    return scanTree(this.disk, path, options)
  }

  async stat(path: string, options: CallOptions & { readonly follow?: boolean }): Promise<Entry | undefined> {
    options.signal.throwIfAborted()
    checkRelativePath(path)
    try {
      if (path === '') return this.disk.statRoot(options.follow === true)
      const { prefix, name } = this.disk.locate(path, false, options.follow)
      return statEntry(prefix, name, options.follow === true)
    } catch (error) {
      // Also what is not a directory on the way: then there is nothing at the path.
      if (['ELOOP', 'ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return undefined
      throw errorOf(error, path === '' ? this.label : path, 'source')
    }
  }

  read(path: string, options: ReadOptions): AsyncIterable<Uint8Array> {
    return readFile(this.disk, path, options)
  }

  async write(path: string, content: AsyncIterable<Uint8Array>, options: WriteOptions): Promise<void> {
    await this.disk.guard(
      path,
      'destination',
      () => writeFile(this.disk, path, content, options),
      options.signal,
    )
  }

  async mkdir(path: string, options: CallOptions): Promise<void> {
    options.signal.throwIfAborted()
    await this.disk.guard(path, 'destination', () => {
      if (path === '') {
        this.disk.make()
        return
      }

      const { prefix, name } = this.disk.locate(path, true)
      const target = toFsPath(prefix + name)
      const existing = lstatSync(target, { throwIfNoEntry: false })
      if (existing?.isDirectory() === true) return
      if (existing !== undefined) unlinkSync(target)
      const restore = clearUmask()
      try {
        mkdirSync(target, { mode: 0o755 })
      } finally {
        restore()
      }
    })
  }

  async symlink(
    path: string,
    target: string,
    options: CallOptions & { readonly mtimeNs?: bigint },
  ): Promise<void> {
    options.signal.throwIfAborted()
    await this.disk.guard(path, 'destination', () => makeSymlink(this.disk, path, target, options.mtimeNs))
  }

  async remove(path: string, options: CallOptions & { readonly expect?: Entry }): Promise<void> {
    options.signal.throwIfAborted()
    await this.disk.guard(path, 'destination', () => {
      try {
        this.removeNow(path, options.expect)
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') throw error
      }
    })
  }

  private removeNow(path: string, expect: Entry | undefined): void {
    if (path === '') {
      this.disk.removeRoot()
      return
    }

    const { prefix, name } = this.disk.locate(path)
    const target = toFsPath(prefix + name)
    const seen = new StatWords().set(lstatSync(target, { bigint: true }))
    const now = entryOf(name, seen)
    const same =
      expect === undefined ||
      (now.type === expect.type &&
        sameInode(now, expect) &&
        (now.type !== 'file' || isUnchanged(expect, seen)))
    if (!same) throw new BlitError('E_CHANGED', 'it is not what was listed any more, so it stays')
    if (now.type === 'directory') {
      this.disk.forget(path)
      rmdirSync(target)
    } else unlinkSync(target)
  }

  async close(): Promise<void> {
    this.disk.close()
  }
}

function sameInode(a: Entry, b: Entry): boolean {
  return b.inode === undefined || (a.inode?.ino === b.inode.ino && a.inode.dev === b.inode.dev)
}
