import type { EntryType } from './entry.js'

/** A path that could not be done. Data of the summary, not an exception. */
export interface Failure {
  /** Relative to the root of the transfer, as a byte string; '' for the root itself. */
  readonly path: string
  /** A code of the error catalogue, for example `E_CHANGED`. */
  readonly code: string
  /** One line, names the path and the cause, escaped for printing. */
  readonly message: string
}

/** What was done, counted. `files*` count regular files. */
export interface Tally {
  filesScanned: number
  filesCopied: number
  filesSkipped: number
  filesDeleted: number
  /** Symlinks and special files. Not in what `--json` prints. */
  othersDeleted: number
  dirsCreated: number
  dirsDeleted: number
  /** Symlinks and hard links made. */
  linksCreated: number
  /** Source entries removed by a move. */
  sourcesRemoved: number
  /** Content bytes that travelled, without `bytesResumed`. */
  bytesCopied: number
  /** Bytes found in place in an interrupted run's temp file, and verified. */
  bytesResumed: number
}

export const EMPTY_TALLY: Readonly<Tally> = {
  filesScanned: 0,
  filesCopied: 0,
  filesSkipped: 0,
  filesDeleted: 0,
  othersDeleted: 0,
  dirsCreated: 0,
  dirsDeleted: 0,
  linksCreated: 0,
  sourcesRemoved: 0,
  bytesCopied: 0,
  bytesResumed: 0,
}

export type RouteName = 'local' | 'push' | 'pull' | 'relay' | 'generic'
export type DataPlane = 'none' | 'kernel' | 'sendfile' | 'stream' | 'tls'

/** `target` plus each count of `part`. */
export function addTally(target: Tally, part: Readonly<Tally>): void {
  for (const key of Object.keys(EMPTY_TALLY) as Array<keyof Tally>) target[key] += part[key]
}

/** What counts the deletion of such an entry. */
export function deletedCount(type: EntryType): 'dirsDeleted' | 'filesDeleted' | 'othersDeleted' {
  if (type === 'directory') return 'dirsDeleted'
  return type === 'file' ? 'filesDeleted' : 'othersDeleted'
}
