import {
  backupPathOf,
  BlitError,
  EMPTY_TALLY,
  fromBytes,
  type DataPlane,
  type RouteOutcome,
  type RouteSession,
  type TransferOptions,
} from '@blit/core'

import type { RemotePlace } from './remote-place.js'

/** Data connections are silent for so long at most before one end gives up; it says that it is alive more often. */
export const STALL_MS = 60_000
export const QUIET_MS = 20_000
export const HANDSHAKE_MS = 10_000

/** An outcome in which nothing was done. */
export function refused(error: BlitError): RouteOutcome {
  return { tally: { ...EMPTY_TALLY }, failures: [], dataPlane: 'none', streams: 0, error }
}

/** What sessions cannot do yet. */
export function unsupported({ jobs }: RouteSession): BlitError | undefined {
  const what =
    jobs.some(({ kind }) => kind === 'tree') && jobs.length > 1 ? 'several trees at once' : undefined
  return what === undefined
    ? undefined
    : new BlitError('E_USAGE', `${what} is not there yet`, { hint: 'copy, check, then purge the source' })
}

/** What a move removes was verified (S4): every byte of it is hashed. */
export function sessionOptions({ operation, options }: RouteSession): TransferOptions {
  return operation === 'move' ? { ...options, hashed: true } : options
}

/** Where a tree lands below the destination: with `--backup-dir` that is the place of all sources. */
export function landingPath(jobs: RouteSession['jobs']): string {
  return jobs.find(({ kind }) => kind === 'tree')?.destinationPath ?? ''
}

/** Options for a daemon: backups go to a place in its module. Throws `E_USAGE` for one that is not inside the destination. */
export function pushOptions(options: TransferOptions, place: RemotePlace): TransferOptions {
  const path = backupPathOf(options.backupDir)
  return path === undefined ? options : { ...options, backupDir: fromBytes(place.bytesOf(path)) }
}

/** Options for the source of a session: it has nothing to do with backups. */
export function pullOptions({ backupDir: _, ...options }: TransferOptions): TransferOptions {
  return options
}

/** Whether a move leaves the directory itself, and takes only what is in it. */
export function leavesRoot(jobs: RouteSession['jobs']): boolean {
  return jobs.some(({ contentsOnly, kind }) => kind === 'entry' || contentsOnly === true)
}

/** How bytes went: those that are hashed, or compressed, pass through the processes. */
export function dataPlaneOf(streams: number, { compress, hashed }: TransferOptions): DataPlane {
  if (streams === 0) return 'none'
  return hashed || compress ? 'stream' : 'sendfile'
}

/** Names of single things that have another one where they land. */
export function landingNames(jobs: RouteSession['jobs']): Map<string, string> {
  return new Map(
    jobs
      .filter(({ destinationPath, kind, sourcePath }) => kind === 'entry' && destinationPath !== sourcePath)
      .map(({ destinationPath, sourcePath }) => [sourcePath, destinationPath]),
  )
}
