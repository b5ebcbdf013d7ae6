import { closeSync, constants, fsyncSync, openSync, renameSync, symlinkSync } from 'node:fs'

import { ARCHIVE_PRESERVE, BlitError, toBytes, toFsPath, type Entry } from '@blit/core'
import type { Native } from '@blit/native'

import { copyPiece } from '../copying/copy-piece.js'
import { PIECE_BYTES } from '../copying/range-progress.js'
import { changedError } from '../copying/read-small.js'
import { errnoOf } from '../directory/failure-of.js'
import { entryOf, isUntouched, statEntry } from '../directory/list-directory.js'
import { OPEN_CREATE, OPEN_READ } from '../directory/open-flags.js'
import { fstat } from '../directory/stat-words.js'
import { readXattrs } from '../metadata/extended-attributes.js'
import { setAttributes, setModificationTime } from '../metadata/set-attributes.js'
import { tempName } from '../session/session-names.js'
import { replace } from './take-name.js'
import { removeTemp } from './take-name.js'
import { makeSpecial, setLinkAttributes } from './special-files.js'
import type { WorkerContext } from './worker-context.js'

/** A file without a name (open(2)), which nothing is left of after a kill. */
const OPEN_NAMELESS = constants.O_RDWR | (constants.O_DIRECTORY ?? 0) | 0o20_000_000

/** Copies a file, link or special with all its attributes to where a rename does not lead: another file system. On disk when it returns. */
export function copyAside(context: WorkerContext, from: string, to: string): void {
  const entry = statEntry(from, '')
  if (entry === undefined) throw changedError()
  if (entry.type === 'directory') throw new BlitError('E_CHANGED', 'it became a directory')
  if (entry.type === 'file') copyFileAside(context, from, to)
  else {
    replace(to, () => {
      if (entry.type === 'symlink') symlinkSync(toBytes(entry.target ?? ''), toFsPath(to))
      else makeSpecial(context, to, entry)
    })
    if (entry.type === 'symlink') setLinkAttributes(context, to, entry)
  }
}

function copyFileAside(context: WorkerContext, from: string, to: string): void {
  const { native } = context
  const sourceFd = openSync(toFsPath(from), OPEN_READ)
  try {
    const entry = entryOf('', fstat(sourceFd))
    const directory = to.slice(0, to.lastIndexOf('/') + 1)
    const nameless = native?.platform === 'linux' ? openNameless(directory) : undefined
    const temp = directory + tempName(context.setup.sessionId, context.nextTemp())
    const fd = nameless ?? openSync(toFsPath(temp), OPEN_CREATE, 0o600)
    let placed = false
    try {
      fill(context, sourceFd, fd, entry)
      if (nameless === undefined) renameSync(toFsPath(temp), toFsPath(to))
      else replace(to, () => native?.linkFd?.(fd, native.atFdcwd, toFsPath(to)))
      placed = true
    } finally {
      closeSync(fd)
      if (!placed && nameless === undefined) removeTemp(temp)
    }
  } finally {
    closeSync(sourceFd)
  }
}

/** Undefined where the file system has no such thing. */
function openNameless(directory: string): number | undefined {
  try {
    return openSync(toFsPath(directory), OPEN_NAMELESS, 0o600)
  } catch (error) {
    if (['EINVAL', 'EISDIR', 'ENOENT', 'ENOTSUP', 'EOPNOTSUPP'].includes(errnoOf(error) ?? ''))
      return undefined
    throw error
  }
}

function fill(context: WorkerContext, sourceFd: number, destinationFd: number, entry: Entry): void {
  const { native } = context
  const piece = { sourceFd, destinationFd, native, sparse: false, compare: false }
  for (let offset = 0; offset < entry.sizeBytes; offset += PIECE_BYTES) {
    context.throwIfCancelled()
    const length = Math.min(PIECE_BYTES, entry.sizeBytes - offset)
    if (copyPiece(piece, offset, length).bytes < length) throw changedError()
  }

  if (!isUntouched(entry, fstat(sourceFd))) throw changedError()
  setAttributes(destinationFd, entry, ARCHIVE_PRESERVE, native, xattrsOf(native, sourceFd))
  setModificationTime(destinationFd, entry.mtimeNs, native)
  fsyncSync(destinationFd)
}

function xattrsOf(native: Native | undefined, fd: number): ReturnType<typeof readXattrs> | undefined {
  return native === undefined ? undefined : readXattrs(native, fd, ARCHIVE_PRESERVE)
}
