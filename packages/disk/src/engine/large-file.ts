/**
 * Copies one large file.
 *
 * 1. Open the source, and check that it is the file that was listed.
 * 2. Make a temp, or take over the one an interrupted run left for this file.
 * 3. Clone it if the file system can: then all is done at once. Else copy pieces: each worker that
 *    has nothing else to do takes pieces too. In a temp that was taken over each piece is compared first (S9).
 * 4. Check the source again (S6); read back with `--verify`; set attributes; sync with `--fsync`; rename.
 */
import { closeSync, fsyncSync, ftruncateSync, openSync } from 'node:fs'

import { BlitError, joinPath, toFsPath, type Entry } from '@blit/core'

import { changedError } from '../copying/read-small.js'
import { copyPiece, sameBytes } from '../copying/copy-piece.js'
import { PIECE_BYTES, RangeProgress } from '../copying/range-progress.js'
import type { OpenDirectory } from '../directory/directory-access.js'
import { ofSource } from '../directory/failure-of.js'
import { isUntouched, statEntry } from '../directory/list-directory.js'
import { OPEN_CHANGE, OPEN_CREATE, OPEN_READ, OPEN_READ_FOLLOW } from '../directory/open-flags.js'
import { fstat } from '../directory/stat-words.js'
import { keepsXattrs, readXattrs } from '../metadata/extended-attributes.js'
import { setAttributes, setModificationTime } from '../metadata/set-attributes.js'
import { isInplace } from './classify.js'
import { commit } from './commit.js'
import { removeTemp } from './take-name.js'
import { RESUME_MIN_BYTES, takeOver } from './take-over.js'
import type { Place } from './place.js'
import type { FileWork, RangeCopy } from './messages.js'
import type { WorkerContext } from './worker-context.js'

/** A file this large is worth the attention of several workers. */
const SHARE_MIN_BYTES = 4 * PIECE_BYTES

interface Target {
  readonly fd: number
  /** Its name; the real one with `--inplace`. */
  readonly temp: string
  /** It may hold content already: compare before writing. */
  readonly compare: boolean
  readonly inplace: boolean
}

/** Lands one large file, again if it changed meanwhile; failures are reported. */
export function landLargeFile(
  context: WorkerContext,
  where: { readonly job: number; readonly path: string },
  from: OpenDirectory,
  place: Place,
  file: FileWork,
): void {
  const label = context.label(where.job, joinPath(where.path, file.entry.name))
  context.working(label)
  let work = file
  for (let tries = 0; ; tries++) {
    try {
      copyLargeFile(context, from, place, work)
      break
    } catch (error) {
      const again =
        tries < context.options.retries && context.isRetryable(error)
          ? lookAgain(context, from, work.entry)
          : undefined
      if (again !== undefined) {
        work = { ...work, entry: again }
        continue
      }

      if (!context.cancelled) context.fail(label, error, 'destination')
      return
    }
  }

  context.count('filesCopied')
  context.action(file.existing === undefined ? 'copy' : 'update', label, work.entry.sizeBytes)
  context.recordLanded(where.job, where.path, work.entry)
}

function lookAgain(context: WorkerContext, from: OpenDirectory, entry: Entry): Entry | undefined {
  const now = statEntry(context.access.beside(from), entry.name, context.options.copyLinks)
  return now?.type === 'file' ? now : undefined
}

/** Lands a large file in `place`. Throws what went wrong; nothing is left then, except a temp worth resuming. */
function copyLargeFile(context: WorkerContext, from: OpenDirectory, place: Place, work: FileWork): void {
  const { entry } = work
  const flags = context.options.copyLinks ? OPEN_READ_FOLLOW : OPEN_READ
  const sourceFd = ofSource(() => openSync(toFsPath(context.access.beside(from) + entry.name), flags))
  try {
    if (!isUntouched(entry, fstat(sourceFd))) throw changedError()
    const name = work.landAs ?? entry.name
    const target = openTarget(context, place, name, work)
    let keep = false
    const moved = { copied: 0, inPlace: 0 }
    try {
      fill(context, sourceFd, target, entry, moved)
      finishFile(context, sourceFd, target.fd, entry)
      if (!target.inplace)
        commit(
          context,
          place,
          context.access.beside(place.directory),
          { temp: target.temp, name },
          work.existing,
        )
      keep = true
    } catch (error) {
      keep = keepForResume(context, place, name, target, entry, error)
      if (!keep) countMoved(context, { copied: -moved.copied, inPlace: -moved.inPlace })
      throw error
    } finally {
      closeSync(target.fd)
      if (!keep && !target.inplace) removeTemp(context.access.beside(place.directory) + target.temp)
    }
  } finally {
    closeSync(sourceFd)
  }
}

/** An interrupted transfer of a large file goes on next time; any other failure starts anew. */
function keepForResume(
  context: WorkerContext,
  place: Place,
  name: string,
  target: Target,
  entry: Entry,
  error: unknown,
): boolean {
  const interrupted =
    context.shared.interrupted && error instanceof BlitError && error.code === 'E_INTERRUPTED'
  if (!interrupted || !context.options.resume || entry.sizeBytes < RESUME_MIN_BYTES || target.inplace)
    return false
  context.noteResumable(joinPath(place.path, name), target.temp, true)
  return true
}

function openTarget(context: WorkerContext, place: Place, name: string, work: FileWork): Target {
  const prefix = context.access.beside(place.directory)
  if (isInplace(context, work) && work.existing?.linkCount === 1) {
    return { fd: openSync(toFsPath(prefix + name), OPEN_CHANGE), temp: name, compare: false, inplace: true }
  }

  const temp = context.temp(place.path)
  const path = joinPath(place.path, name)
  const old = context.options.resume ? context.setup.resumables.get(path) : undefined
  if (work.entry.sizeBytes >= RESUME_MIN_BYTES) context.journalLarge(path, temp)
  if (old !== undefined && old.directory === place.path) {
    const fd = takeOver(prefix, old.temp, temp)
    if (fd !== undefined) {
      context.noteResumable(path, old.temp, false)
      return { fd, temp, compare: true, inplace: false }
    }
  }

  return { fd: openSync(toFsPath(prefix + temp), OPEN_CREATE, 0o600), temp, compare: false, inplace: false }
}

/** Bytes of one file, some moved, some found in place. */
interface Moved {
  copied: number
  inPlace: number
}

function countMoved(context: WorkerContext, { copied, inPlace }: Moved): void {
  context.count('bytesCopied', copied)
  context.count('bytesResumed', inPlace)
  context.count('bytesDone', copied + inPlace)
}

/** Copies the content; `moved` learns what all workers have done of it, also when it throws. */
function fill(context: WorkerContext, sourceFd: number, target: Target, entry: Entry, moved: Moved): void {
  const { sizeBytes } = entry
  const sparse = context.options.preserve.sparse && (entry.allocatedBytes ?? sizeBytes) < sizeBytes
  const clone = !target.compare && !target.inplace && context.options.bwlimitBytesPerSec === undefined
  if (clone && context.native?.cloneFile?.(target.fd, sourceFd) === true) {
    moved.copied = sizeBytes
    countMoved(context, moved)
    return
  }

  // Sparse in place: what is to be a hole must not keep old content.
  if (target.inplace && sparse) ftruncateSync(target.fd, 0)
  ftruncateSync(target.fd, sizeBytes)
  const progress = RangeProgress.create(sizeBytes)
  const copy: RangeCopy = {
    sourceFd,
    destinationFd: target.fd,
    sizeBytes,
    shared: progress.buffer,
    sparse,
    compare: target.compare,
  }
  let announced = false
  try {
    for (;;) {
      if (!announced && sizeBytes >= SHARE_MIN_BYTES && context.shared.hungry > 0) {
        announced = true
        context.say({ type: 'donate', tasks: [{ kind: 'assist', copy }] })
      }

      if (!copyNextPiece(context, progress, copy)) break
    }
  } catch (error) {
    progress.fail()
    throw error
  } finally {
    progress.closeAndWait()
    moved.copied = progress.copiedBytes
    moved.inPlace = progress.resumedBytes
  }

  const returned = progress.takeBack()
  if (returned !== undefined) copyPiece({ ...copy, native: context.native }, returned.offset, returned.length)
  context.throwIfCancelled()
  if (progress.failed) throw changedError()
}

/** Copies pieces of a file that another worker has in work, until none is left. */
export function assistLargeFile(context: WorkerContext, copy: RangeCopy): void {
  const progress = new RangeProgress(copy.shared, copy.sizeBytes)
  let offset = 0
  try {
    while (copyNextPiece(context, progress, copy, (at) => (offset = at)));
  } catch {
    // Its owner meets the same error there, and knows which file it is.
    progress.giveBack(offset)
  }
}

function copyNextPiece(
  context: WorkerContext,
  progress: RangeProgress,
  copy: RangeCopy,
  begins?: (offset: number) => void,
): boolean {
  if (context.cancelled) return false
  const piece = progress.claim()
  if (piece === undefined) return false
  begins?.(piece.offset)
  try {
    const step = Math.min(piece.length, stepBytes(context.options.bwlimitBytesPerSec))
    for (let done = 0; done < piece.length; done += step) {
      const length = Math.min(step, piece.length - done)
      context.shared.throttle(length, context.options.bwlimitBytesPerSec)
      if (context.cancelled) return false
      const result = copyPiece({ ...copy, native: context.native }, piece.offset + done, length)
      progress.add(result.bytes, result.inPlace)
      countMoved(context, { copied: result.bytes - result.inPlace, inPlace: result.inPlace })
      if (result.bytes < length) {
        progress.fail()
        return false
      }
    }

    return true
  } finally {
    progress.done()
  }
}

/** Under a limit, steps of about a tenth of a second. */
function stepBytes(rateBytesPerSec: number | undefined): number {
  return rateBytesPerSec === undefined ? PIECE_BYTES : Math.max(4096, Math.floor(rateBytesPerSec / 10))
}

function finishFile(context: WorkerContext, sourceFd: number, fd: number, entry: Entry): void {
  const { native, options } = context
  if (!isUntouched(entry, fstat(sourceFd))) throw changedError()
  if (options.verify && !sameBytes(sourceFd, fd, entry.sizeBytes, () => context.throwIfCancelled())) {
    throw new BlitError('E_DIFFER', 'what was read back is not what was written')
  }

  const xattrs =
    native !== undefined && keepsXattrs(options.preserve)
      ? readXattrs(native, sourceFd, options.preserve)
      : undefined
  const refused = setAttributes(fd, entry, options.preserve, native, xattrs)
  if (refused.length > 0) context.warn(`attributes not kept: ${refused.join(', ')}`, entry.name)
  setModificationTime(fd, entry.mtimeNs, native)
  if (options.fsync) fsyncSync(fd)
}
