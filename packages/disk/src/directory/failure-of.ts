import { BlitError, CATALOGUE, displayPath, isBlitError, type ErrorCode, type Failure } from '@blit/core'

/** Where an errno came from; the same `EACCES` is another error on either side. */
export type Side = 'deletion' | 'destination' | 'metadata' | 'removal' | 'scan' | 'source'

const FATAL: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'E_NO_SPACE',
  EDQUOT: 'E_NO_SPACE',
  EROFS: 'E_READ_ONLY',
}

const SAID: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'it vanished',
  EEXIST: 'something else has the name',
  EBUSY: 'it is in use, or something is mounted there',
  ENOTDIR: 'a part of the path is not a directory',
  EISDIR: 'it is a directory',
  ENXIO: 'it is a socket',
  ELOOP: 'it became a symlink',
  ENAMETOOLONG: 'the name is too long here',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is exceeded',
  EROFS: 'the file system is read-only',
  EIO: 'input/output error of the device',
  ENOTEMPTY: 'the directory is not empty',
  ENOTSUP: 'the file system does not support it',
  EFBIG: 'the file is too large for the file system',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files on this machine',
}

/** What an errno says. Only an open refuses links; other calls have followed too many of them. */
function said(error: unknown, errno: string): string {
  const isOpen = (error as NodeJS.ErrnoException).syscall === 'open'
  return errno === 'ELOOP' && !isOpen ? 'a symlink on the way leads back to itself' : (SAID[errno] ?? errno)
}

/** What a failed call has met, without a path. */
export function saidOf(error: unknown): string {
  const errno = errnoOf(error)
  if (errno !== undefined) return said(error, errno)
  return error instanceof Error ? error.message : String(error)
}

/** How it shows that what was listed as a file is none any more. */
const BECAME_ANOTHER = new Set(['EISDIR', 'ELOOP', 'ENOENT', 'ENOTDIR', 'ENXIO'])

/** Does something to the source; what goes wrong is told apart from trouble at the destination. Who reports it adds the path. */
export function ofSource<T>(call: () => T): T {
  try {
    return call()
  } catch (error) {
    const errno = errnoOf(error)
    if (errno === undefined) throw error
    throw new BlitError(codeOf(errno, 'source'), `${VERB.source}: ${said(error, errno)}`, { cause: error })
  }
}

/** The error a system call's failure is, with the path it was about. */
export function errorOf(error: unknown, path: string, side: Side): BlitError {
  if (isBlitError(error)) return error
  const errno = errnoOf(error)
  if (errno === undefined)
    return new BlitError('E_UNEXPECTED', `${shown(path)}: ${String(error)}`, { path, cause: error })
  const code = codeOf(errno, side)
  return new BlitError(code, `${shown(path)}: ${VERB[side]}: ${said(error, errno)}`, { path, cause: error })
}

/** The error that a root's failure is: nothing of the transfer can be done. */
export function rootErrorOf(error: unknown, path: string, side: 'destination' | 'source'): BlitError {
  const known = errorOf(error, path, side)
  if (known === error || known.code === 'E_UNEXPECTED') return known
  const isFatal = CATALOGUE[known.code].exit === CATALOGUE.E_DESTINATION.exit
  const code = side === 'source' ? 'E_SOURCE_UNREADABLE' : isFatal ? known.code : 'E_DESTINATION'
  return new BlitError(code, known.message, { path, cause: error })
}

/** The same as data of the summary. */
export function failureOf(error: unknown, path: string, side: Side): Failure {
  const known = errorOf(error, path, side)
  return { path, code: known.code, message: known.message }
}

/** The errno of a failed call, such as 'ENOENT'. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
    ? error.code
    : undefined
}

const VERB: Readonly<Record<Side, string>> = {
  source: 'cannot read',
  destination: 'cannot write',
  deletion: 'cannot delete',
  removal: 'cannot remove',
  scan: 'cannot list',
  metadata: 'cannot set attributes',
}

function codeOf(errno: string, side: Side): ErrorCode {
  if (side === 'removal') return 'E_DELETE'
  if (side !== 'source' && side !== 'scan') {
    const fatal = FATAL[errno]
    if (fatal !== undefined) return fatal
    if (errno === 'EIO') return 'E_IO'
    if (errno === 'ENAMETOOLONG') return 'E_NAME_TOO_LONG'
    if (errno === 'ENOTEMPTY') return 'E_NOT_EMPTY'
  }

  if (side === 'deletion') return 'E_DELETE'
  if (side === 'scan') return 'E_SCAN'
  if (side === 'metadata') return 'E_METADATA'
  if (side === 'destination') return 'E_WRITE'
  return BECAME_ANOTHER.has(errno) ? 'E_CHANGED' : 'E_READ'
}

function shown(path: string): string {
  return path === '' ? '.' : displayPath(path)
}
