import type { OpenDirectory } from '../directory/directory-access.js'
import type { WorkerSetup } from '../engine/messages.js'

/** Temps of large files have numbers of their own: any stream may be the first to open one. */
export const LARGE_TEMPS = 2 ** 40

/** Instead of a source that is not on this machine. */
export const NOWHERE: OpenDirectory = { fd: -1, path: '' }

/** What every thread of the destination of a session is told at its start. */
export interface IncomingSetup {
  readonly worker: WorkerSetup
  /** Of {@link IndexStates}. */
  readonly states: SharedArrayBuffer
  /** See `IncomingTransferOptions`. */
  readonly keepsDirectories: boolean
}

/** A file the source is asked for. */
export interface IncomingNeed {
  readonly index: number
  /** Of the {@link PieceMap} of a large file. */
  readonly pieces?: SharedArrayBuffer
  /** What is there of it already. */
  readonly held?: HeldContent
}

/** Content that may be what the source has: only its hashes tell. */
export interface HeldContent {
  /** Relative to the root. */
  readonly directory: string
  readonly name: string
  /** Size at the source. */
  readonly sizeBytes: number
  /** It is the file that has the name, and wanted is whether it is the same as a whole. */
  readonly existing?: boolean
}

/** A file that waits under its temp name. */
export interface HeldFile {
  readonly index: number
  readonly temp: string
}
