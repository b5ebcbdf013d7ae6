/**
 * Lands content in one thread of the destination. What a stream delivers is for an index; name, place and attributes are
 * those that the manifest has, and only what was asked for can be claimed.
 *
 * Small files come whole: temp, content, attributes, rename. Large ones come in pieces, which any thread may write into
 * the one temp of the file; the thread that closes the last piece gives it attributes and name.
 */
import { closeSync, constants, fsyncSync, ftruncateSync, openSync } from 'node:fs'

import { BlitError, joinPath, toFsPath, type Entry, type EntryColumns } from '@blit/core'
import { loadNative } from '@blit/native'

import { changedError } from '../copying/read-small.js'
import { writeSparse } from '../copying/write-sparse.js'
import { writeSmall, type WriteRules } from '../copying/write-small.js'
import { workerAccess } from '../directory/directory-access.js'
import { statEntry } from '../directory/list-directory.js'
import { OPEN_CHANGE } from '../directory/open-flags.js'
import { commit } from '../engine/commit.js'
import type { FromWorker } from '../engine/messages.js'
import type { Place } from '../engine/place.js'
import { rehearseBackup } from '../engine/rehearse.js'
import { removeTemp } from '../engine/take-name.js'
import { updateSame } from '../engine/update-files.js'
import { WorkerContext } from '../engine/worker-context.js'
import type { XattrTable } from '../manifest/xattr-table.js'
import { keepsXattrs, keptXattrs, type Xattrs } from '../metadata/extended-attributes.js'
import { setAttributes, setModificationTime } from '../metadata/set-attributes.js'
import { tempName } from '../session/session-names.js'
import { LARGE_TEMPS, type HeldFile, type IncomingSetup } from './incoming-setup.js'
import { COMPARED, HELD, IndexStates, REPLACES, REPLACES_DIRECTORY } from './index-states.js'
import { Manifest } from './manifest.js'
import { pieceBytes, pieceLength } from './piece-grid.js'
import { PieceMap } from './piece-map.js'

/** Creates a large file's temp, or opens it where another thread has; never through a symlink. */
const OPEN_LARGE = OPEN_CHANGE | constants.O_CREAT

interface Target {
  readonly entry: Entry
  readonly place: Place
  /** What goes before a name in the place. */
  readonly prefix: string
  readonly label: string
}

interface Large {
  readonly target: Target
  readonly pieces: PieceMap
  readonly fd: number
  readonly temp: string
}

/** A piece that may be written: into `fd` at its offset. */
export interface PieceSlot {
  readonly fd: number
  /** Puts bytes at a place of `fd` such that zeros become holes, where that is wanted. */
  readonly write: ((bytes: Buffer, offset: number) => void) | undefined
  /** So many more bytes of it have come. */
  readonly came: (bytes: number) => void
  /** `ok` if the source has sent what it has; `error` is why it is not in the file. */
  readonly done: (ok: boolean, error?: Error) => void
  /** Instead of `done`: it did not come, and may come again. */
  readonly release: () => void
}

export class IncomingFiles {
  /** Files that wait until a directory in their way was deleted. */
  readonly held: HeldFile[] = []
  private readonly context: WorkerContext
  private readonly manifest = new Manifest()
  private readonly states: IndexStates
  private readonly pieceMaps = new Map<number, SharedArrayBuffer>()
  private readonly large = new Map<number, Large>()
  /** Nobody sees the root yet: files are made under their own names at once. */
  private direct = false

  constructor(setup: IncomingSetup, post: (message: FromWorker) => void) {
    this.context = new WorkerContext(setup.worker, workerAccess(loadNative()), post)
    this.states = new IndexStates(setup.states)
  }

  /** Batches in their order, before the needs in them are sent. */
  add(columns: EntryColumns, xattrs?: XattrTable): void {
    this.manifest.add(columns, xattrs)
  }

  /** A large file that will come. */
  expect(index: number, pieces: SharedArrayBuffer): void {
    this.pieceMaps.set(index, pieces)
  }

  /** Before small files are landed; what takes long is done outside. Until `endSmall` the root stays what it is: seen, or not. */
  beginSmall(): void {
    this.direct = this.context.shared.beginDirect(this.context.setup.index)
  }

  endSmall(): void {
    if (!this.direct) return
    this.direct = false
    this.context.shared.endDirect(this.context.setup.index)
  }

  /**
   * Lands a whole file of `sizeBytes` from `buffer` at `start`. Throws `E_PROTOCOL` where it was not asked for, or has another size;
   * other failures are reported.
   */
  landSmall(index: number, sizeBytes: number, buffer: Buffer, start: number): void {
    const { context } = this
    if (context.options.dryRun || this.sizeInManifest(index) !== sizeBytes) throw notAsked(index)
    const how = this.states.claim(index)
    if (how === undefined) throw notAsked(index)
    let target: Target
    try {
      target = this.targetOf(index)
      const { entry, place, prefix } = target
      const content = { buffer, start, entry, xattrs: this.xattrsOf(index) }
      const rules = this.writeRules(target.label)
      if (this.direct) {
        writeSmall(prefix + entry.name, content, rules)
        this.landed(index)
      } else {
        const temp = context.temp(place.path)
        writeSmall(prefix + temp, content, rules)
        this.settle(index, target, temp, how)
      }
    } catch (error) {
      this.failed(index, error)
      return
    }

    context.count('bytesCopied', target.entry.sizeBytes)
    context.count('bytesDone', target.entry.sizeBytes)
    this.countLanded(target, how)
  }

  /** A place for one piece of a large file. Throws `E_PROTOCOL` for a piece that is none, or has come before. */
  piece(index: number, offset: number, length: number): PieceSlot {
    const { context } = this
    const size = this.sizeInManifest(index)
    if (size === undefined || pieceLength(size, offset) !== length) throw notAsked(index, offset)
    const { large, pieces } = this.reachLarge(index)
    const number = offset / pieceBytes(size)
    if (!pieces.claim(number)) throw notAsked(index, offset)
    const { native, options } = context
    if (large === undefined)
      return {
        fd: -1,
        write() {},
        came() {},
        done: () => this.closePart(index, pieces, large),
        release: () => pieces.release(number),
      }
    const isSparse = options.preserve.sparse && native !== undefined
    let came = 0
    const count = (bytes: number): void => {
      came += bytes
      context.count('bytesDone', bytes)
    }

    return {
      fd: large.fd,
      write: isSparse ? (bytes, at) => writeSparse(native, large.fd, bytes, at) : undefined,
      came: count,
      done: (ok, error) => {
        if (ok && error === undefined) {
          pieces.count(number, true)
          context.count('bytesCopied', length)
          count(length - came)
        } else {
          pieces.fail()
          count(-came)
        }

        // Once, however many of its pieces fail.
        if (error !== undefined && this.states.peek(index) !== undefined) this.failed(index, error)

        this.closePart(index, pieces, large)
      },
      release: () => {
        count(-came)
        pieces.release(number)
      },
    }
  }

  /** A piece that the temp holds, says the source, which has compared hashes. Throws `E_PROTOCOL` where it was not said to be held. */
  heldPiece(index: number, offset: number): void {
    const size = this.sizeInManifest(index)
    const length = size === undefined ? undefined : pieceLength(size, offset)
    if (size === undefined || length === undefined) throw notAsked(index, offset)
    const { large, pieces } = this.reachLarge(index)
    const number = offset / pieceBytes(size)
    if (!pieces.claimHeld(number)) throw notAsked(index, offset)
    if (large !== undefined) {
      pieces.count(number, false)
      this.context.count('bytesResumed', length)
      this.context.count('bytesDone', length)
    }

    this.closePart(index, pieces, large)
  }

  /** The end of a large file; `ok` if its source was the same before and after. Throws `E_PROTOCOL` as `piece` does. */
  fileEnd(index: number, sizeBytes: number, ok: boolean): void {
    if (this.sizeInManifest(index) !== sizeBytes) throw notAsked(index, sizeBytes)
    if (this.context.options.dryRun && !ok) {
      this.giveUp(index)
      return
    }

    const { large, pieces } = this.reachLarge(index)
    if (!pieces.claimEnd()) throw notAsked(index, sizeBytes)
    if (!ok) pieces.fail()
    this.closePart(index, pieces, large)
  }

  /**
   * The file that has its name is the same, says the source, which has compared hashes: only attributes are set. Throws `E_PROTOCOL`
   * where the source was not told of that file.
   */
  same(index: number, sizeBytes: number): void {
    const { context } = this
    const pieces = this.pieceMaps.get(index)
    if (this.sizeInManifest(index) !== sizeBytes) throw notAsked(index)
    if (pieces !== undefined && !new PieceMap(pieces).isUntouched) throw notAsked(index)
    if (((this.states.peek(index) ?? 0) & COMPARED) === 0 || this.states.claim(index) === undefined)
      throw notAsked(index)
    try {
      const { entry, label, place } = this.targetOf(index)
      const existing = statEntry(context.access.beside(place.directory), entry.name)
      if (existing?.type !== 'file' || existing.sizeBytes !== sizeBytes) throw changedError()
      updateSame(context, place, { entry, existing }, this.xattrsOf(index), label)
      this.landed(index)
    } catch (error) {
      this.failed(index, error)
      return
    }

    context.count('filesTotal', -1)
    context.count('bytesTotal', -sizeBytes)
    context.count('filesSkipped')
  }

  /**
   * In a dry run: the file that has its name is another, says the source, and would be replaced. Throws `E_PROTOCOL` where the source was
   * not told of that file.
   */
  different(index: number, sizeBytes: number): void {
    const { context, states } = this
    const isAsked = context.options.dryRun && this.sizeInManifest(index) === sizeBytes
    if (!isAsked || ((states.peek(index) ?? 0) & COMPARED) === 0 || states.claim(index) === undefined)
      throw notAsked(index)
    try {
      const { entry, label, place } = this.targetOf(index)
      const existing = statEntry(context.access.beside(place.directory), entry.name)
      rehearseBackup(context, { job: 0, path: place.path }, { entry, ...(existing && { existing }) })
      context.count('filesCopied')
      context.count('bytesCopied', sizeBytes)
      context.action('update', label, sizeBytes)
      states.differs(index)
      this.landed(index)
    } catch (error) {
      this.failed(index, error)
    }
  }

  /** The source could not send it: that it is to be reported is the source's to say. */
  giveUp(index: number): void {
    const how = this.states.claim(index)
    if (how === undefined) throw notAsked(index)
    this.settleFailed(index)
    this.context.failures++
  }

  flush(): void {
    this.context.flush()
  }

  get cancelled(): boolean {
    return this.context.cancelled
  }

  /** Closes what is open; temps of what is not whole are removed when the session ends. */
  close(): void {
    for (const index of this.large.keys()) this.closeLarge(index)
    this.context.flush()
    this.context.close()
  }

  /** What is to be kept of them; undefined if nothing is, or they are not known. */
  private xattrsOf(index: number): Xattrs | undefined {
    const { preserve } = this.context.options
    const found = keepsXattrs(preserve) ? this.manifest.xattrsOf(index) : undefined
    return found && keptXattrs(found, preserve)
  }

  private sizeInManifest(index: number): number | undefined {
    const found = this.manifest.find(index)
    return found?.columns.sizes[found.row]
  }

  private targetOf(index: number): Target {
    const { context, manifest } = this
    const found = manifest.find(index)
    if (found === undefined) throw notAsked(index)
    const { columns, row } = found
    const path = manifest.directoryPath(columns.directories[row] as number)
    const place = { directory: context.destination.open(path), path, staged: false }
    const entry = fileEntry(columns, row)
    return {
      entry,
      place,
      prefix: context.access.enter(place.directory),
      label: context.label(0, joinPath(path, entry.name)),
    }
  }

  /** Without `large` where it cannot be opened, which was reported: what comes of it is for nobody. */
  private reachLarge(index: number): { readonly pieces: PieceMap; readonly large: Large | undefined } {
    const buffer = this.pieceMaps.get(index)
    if (buffer === undefined || this.context.options.dryRun) throw notAsked(index)
    const pieces = new PieceMap(buffer)
    try {
      const large = this.openLarge(index, pieces)
      return { pieces, large }
    } catch (error) {
      pieces.fail()
      if (this.states.peek(index) !== undefined) this.failed(index, error)
      return { pieces, large: undefined }
    }
  }

  /** A piece, or the end, has come; after the last one the file is finished. */
  private closePart(index: number, pieces: PieceMap, large: Large | undefined): void {
    if (!pieces.close()) return
    if (large === undefined) this.uncount(pieces, this.sizeInManifest(index) ?? 0)
    else this.finishLarge(index, large)
  }

  private openLarge(index: number, pieces: PieceMap): Large {
    const known = this.large.get(index)
    if (known !== undefined) return known
    const { context } = this
    const target = this.targetOf(index)
    // Its directory is written down before the temp exists.
    context.temp(target.place.path)
    const temp = tempName(context.setup.sessionId, LARGE_TEMPS + index)
    const prefix = context.access.beside(target.place.directory)
    const fd = openSync(toFsPath(prefix + temp), OPEN_LARGE, 0o600)
    const large = { target: { ...target, prefix }, pieces, fd, temp }
    this.large.set(index, large)
    return large
  }

  private closeLarge(index: number): void {
    const large = this.large.get(index)
    if (large === undefined) return
    this.large.delete(index)
    closeSync(large.fd)
  }

  private finishLarge(index: number, { fd, pieces, target, temp }: Large): void {
    const { context } = this
    const { entry, label, place } = target
    const how = this.states.claim(index) ?? 0
    if (pieces.hasFailed) {
      this.uncount(pieces, entry.sizeBytes)
      this.settleFailed(index)
    }

    try {
      // The directory may have been left since: the chain keeps only the way to the last one open.
      const prefix = context.access.beside(context.destination.open(place.path))
      if (pieces.hasFailed) {
        removeTemp(prefix + temp)
        return
      }

      const { native, options } = context
      ftruncateSync(fd, entry.sizeBytes)
      const refused = setAttributes(fd, entry, options.preserve, native, this.xattrsOf(index))
      if (refused.length > 0) context.warn(`attributes not kept: ${refused.join(', ')}`, label)
      setModificationTime(fd, entry.mtimeNs, native)
      if (options.fsync) fsyncSync(fd)
      this.settle(index, { ...target, prefix }, temp, how)
    } catch (error) {
      // Of what has failed before, that was reported.
      if (pieces.hasFailed) return
      this.uncount(pieces, entry.sizeBytes)
      this.failed(index, error)
      return
    } finally {
      this.closeLarge(index)
    }

    this.countLanded(target, how)
  }

  /** Of a file that does not land, no byte was copied. */
  private uncount(pieces: PieceMap, sizeBytes: number): void {
    for (const came of [true, false])
      for (const piece of pieces.counted(came)) {
        const length = pieceLength(sizeBytes, piece * pieceBytes(sizeBytes)) ?? 0
        this.context.count(came ? 'bytesCopied' : 'bytesResumed', -length)
        this.context.count('bytesDone', -length)
      }
  }

  /** Gives a whole temp its name, or keeps it until the way is clear. */
  private settle(index: number, { entry, place, prefix }: Target, temp: string, how: number): void {
    if ((how & HELD) !== 0) this.held.push({ index, temp })
    else {
      try {
        commit(this.context, place, prefix, { temp, name: entry.name }, replaced(how))
      } catch (error) {
        removeTemp(prefix + temp)
        throw error
      }
    }

    this.landed(index)
  }

  private countLanded({ entry, label }: Target, how: number): void {
    this.context.count('filesCopied')
    const isUpdate = (how & REPLACES) !== 0 || ((how & REPLACES_DIRECTORY) !== 0 && (how & HELD) === 0)
    this.context.action(isUpdate ? 'update' : 'copy', label, entry.sizeBytes)
  }

  private failed(index: number, error: unknown): void {
    const found = this.manifest.find(index)
    const path = found && this.manifest.directoryPath(found.columns.directories[found.row] as number)
    this.settleFailed(index)
    const label =
      path === undefined ? '' : this.context.label(0, joinPath(path, found?.columns.name(found.row) ?? ''))
    this.context.fail(label, error, 'destination')
  }

  private landed(index: number): void {
    if (this.states.landed(index)) this.context.count('filesSettled')
  }

  private settleFailed(index: number): void {
    if (this.states.failed(index)) this.context.count('filesSettled')
  }

  private writeRules(label: string): WriteRules {
    const { context } = this
    const { fsync, preserve, verify } = context.options
    return {
      preserve,
      native: context.native,
      fsync,
      verify,
      refused: (names) => context.warn(`attributes not kept: ${names.join(', ')}`, label),
    }
  }
}

function fileEntry(columns: EntryColumns, row: number): Entry {
  return {
    name: columns.name(row),
    type: 'file',
    sizeBytes: columns.sizes[row] as number,
    mtimeNs: columns.mtimeNs(row),
    mode: columns.modes[row] as number,
    uid: columns.uids[row] as number,
    gid: columns.gids[row] as number,
  }
}

function replaced(how: number): Pick<Entry, 'type'> | undefined {
  if ((how & REPLACES_DIRECTORY) !== 0) return { type: 'directory' }
  return (how & REPLACES) === 0 ? undefined : { type: 'file' }
}

function notAsked(index: number, offset?: number): BlitError {
  const what = offset === undefined ? `${index}` : `${index} at ${offset}`
  return new BlitError('E_PROTOCOL', `the other end has sent ${what}, which was not asked for, or twice`)
}
