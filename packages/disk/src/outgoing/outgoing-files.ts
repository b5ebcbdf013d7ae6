/**
 * Content and attributes of what was listed, for one thread that sends. An index is looked up in the manifest; its
 * directory is entered once for all that is asked for in a row; a file counts only while it is the inode, size and time
 * that were listed (S6).
 */
import { closeSync, openSync } from 'node:fs'

import { joinPath, toFsPath, type EntryColumns, type Failure, type PreserveRules } from '@blit/core'
import type { Native } from '@blit/native'

import { changedError, readWhole } from '../copying/read-small.js'
import type { DirectoryAccess, OpenDirectory } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { OPEN_READ, OPEN_READ_FOLLOW } from '../directory/open-flags.js'
import { fstat, lstat, type StatWords } from '../directory/stat-words.js'
import { keepsXattrs, readXattrs, type Xattrs } from '../metadata/extended-attributes.js'
import type { ManifestIndex } from '../manifest/manifest-index.js'
import { fileRow } from './file-row.js'
import { FailureNames } from './source-failure.js'
import { checkConfined, type LinkRules } from './source-look.js'

export interface OutgoingFilesSetup {
  /** The same as that of the scan; stays open. */
  readonly root: OpenDirectory
  readonly access: DirectoryAccess
  readonly manifest: ManifestIndex
  readonly preserve: PreserveRules
  readonly copyLinks: boolean
  readonly native: Native | undefined
  readonly confine?: OpenDirectory
  /** Goes before paths in failures. */
  readonly prefix?: string
}

/** It is not as it was listed (then another look may help), or cannot be read. */
export interface UnreadFile {
  readonly status: 'changed' | 'failed'
  readonly failure: Failure
}

export type SmallRead = UnreadFile | { readonly status: 'ok'; readonly size: number }
export type XattrsRead = UnreadFile | { readonly status: 'ok'; readonly xattrs: Xattrs }
export type LargeOpen = UnreadFile | OutgoingLargeFile

/** A file that is read piece by piece, by any thread, from `fd`. */
export interface OutgoingLargeFile {
  readonly status: 'ok'
  readonly fd: number
  readonly size: number
  /** Whether it is still what was listed: to be asked after the last piece. */
  readonly check: () => 'changed' | 'ok'
  readonly close: () => void
}

/** Synchronous; for one thread. Throws `E_PROTOCOL` for an index that is no file of the manifest. */
export class OutgoingFiles {
  private readonly chain: DirectoryChain
  private readonly links: LinkRules
  private readonly failures: FailureNames
  private directory = -1
  private open: OpenDirectory | undefined

  constructor(private readonly setup: OutgoingFilesSetup) {
    const { access, confine, copyLinks, root } = setup
    this.chain = new DirectoryChain(root, access, copyLinks)
    this.links = { copyLinks, ...(confine === undefined ? {} : { confine }) }
    this.failures = new FailureNames(setup.prefix ?? '')
  }

  /**
   * Reads a whole file into `buffer` at `start`, where `room` bytes may be written: one more than its size, by which is seen
   * that it has not grown. A RangeError if there is less.
   */
  readSmall(index: number, buffer: Uint8Array, start: number, room: number): SmallRead {
    const { columns, row } = fileRow(this.setup.manifest, index)
    const sizeBytes = columns.sizes[row] as number
    if (sizeBytes >= room) throw new RangeError(`${sizeBytes} bytes and one more do not fit into ${room}`)
    try {
      const path = this.enter(columns.directories[row] as number) + columns.name(row)
      const flags = this.flagsFor(path)
      readWhole(path, flags, { buffer, start, sizeBytes }, (seen, fd) => {
        if (flags === OPEN_READ_FOLLOW) checkConfined(fd, this.links)
        if (!isAsListed(columns, row, seen)) throw changedError()
      })
      return { status: 'ok', size: sizeBytes }
    } catch (error) {
      return this.unread(columns, row, error)
    }
  }

  /** Opens a file, if it is what was listed. Who opens it closes it; other threads may read its `fd` until then. */
  openLarge(index: number): LargeOpen {
    const { columns, row } = fileRow(this.setup.manifest, index)
    try {
      const fd = this.openFile(columns, row)
      return {
        status: 'ok',
        fd,
        size: columns.sizes[row] as number,
        check: () => (isAsListed(columns, row, fstat(fd)) ? 'ok' : 'changed'),
        close: () => closeSync(fd),
      }
    } catch (error) {
      return this.unread(columns, row, error)
    }
  }

  /**
   * The extended attributes of a file or directory that are to be kept, ACLs among them; of anything else, and where nothing
   * is to be kept, none. A RangeError for an index that is no entry.
   */
  readXattrs(index: number): XattrsRead {
    const { manifest, native, preserve } = this.setup
    const found = manifest.find(index)
    if (found === undefined) throw new RangeError(`${index} is no entry`)
    const { columns, row } = found
    const type = columns.type(row)
    if (native === undefined || !keepsXattrs(preserve) || (type !== 'file' && type !== 'directory'))
      return { status: 'ok', xattrs: new Map() }
    let own = -1
    try {
      if (type === 'file') own = this.openFile(columns, row)
      else this.enter(index + 1)
      const fd = type === 'file' ? own : (this.open?.fd ?? -1)
      return { status: 'ok', xattrs: fd < 0 ? new Map() : readXattrs(native, fd, preserve) }
    } catch (error) {
      return this.unread(columns, row, error)
    } finally {
      if (own >= 0) closeSync(own)
    }
  }

  /** Closes what is open here; large files are closed by who has opened them. */
  close(): void {
    this.forget()
    this.chain.close()
  }

  private openFile(columns: EntryColumns, row: number): number {
    const path = this.enter(columns.directories[row] as number) + columns.name(row)
    const flags = this.flagsFor(path)
    const fd = openSync(toFsPath(path), flags)
    try {
      if (flags === OPEN_READ_FOLLOW) checkConfined(fd, this.links)
      if (!isAsListed(columns, row, fstat(fd))) throw changedError()
      return fd
    } catch (error) {
      closeSync(fd)
      throw error
    }
  }

  /** Only what a link leads to has to be looked for: all else is where its directory is. */
  private flagsFor(path: string): number {
    const { confine, copyLinks } = this.links
    const follows = copyLinks && (confine === undefined || lstat(toFsPath(path))?.type === 'symlink')
    return follows ? OPEN_READ_FOLLOW : OPEN_READ
  }

  /** Makes a directory the current one; returns what goes before a name in it. */
  private enter(directory: number): string {
    const { access, manifest } = this.setup
    if (this.open === undefined || this.directory !== directory) {
      this.forget()
      const open = this.chain.open(manifest.directoryPath(directory))
      checkConfined(open.fd, this.links)
      this.open = open
      this.directory = directory
    }

    // Every time: others of this thread may have gone elsewhere.
    return access.enter(this.open)
  }

  private forget(): void {
    this.open = undefined
    this.directory = -1
  }

  private unread(columns: EntryColumns, row: number, error: unknown): UnreadFile {
    const directory = this.setup.manifest.directoryPath(columns.directories[row] as number)
    const failure = this.failures.of(joinPath(directory, columns.name(row)), error, 'source')
    return { status: failure.code === 'E_CHANGED' ? 'changed' : 'failed', failure }
  }
}

/** As `isUntouched` for an entry. */
function isAsListed(columns: EntryColumns, row: number, seen: StatWords): boolean {
  return (
    seen.type === 'file' &&
    seen.size === columns.sizes[row] &&
    seen.ino === columns.inodes[row] &&
    seen.dev === columns.devices[row] &&
    seen.mtimeSeconds === columns.mtimeSeconds[row] &&
    seen.mtimeNanos === columns.mtimeNanos[row] &&
    (seen.nlink > 1 || seen.ctimeNs === columns.ctimes[row])
  )
}
