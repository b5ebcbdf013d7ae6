import { BlitError, EMPTY_TALLY, type RouteOutcome, type RouteSession } from '@blit/core'

/** Data connections are silent for so long at most before one end gives up; it says that it is alive more often. */
export const STALL_MS = 60_000
export const QUIET_MS = 20_000
export const HANDSHAKE_MS = 10_000

/** An outcome in which nothing was done. */
export function refused(error: BlitError): RouteOutcome {
  return { tally: { ...EMPTY_TALLY }, failures: [], dataPlane: 'none', streams: 0, error }
}

/** What sessions cannot do yet. */
export function unsupported({ jobs, operation, options }: RouteSession): BlitError | undefined {
  const what =
    operation === 'move'
      ? 'moving between machines'
      : options.backupDir !== undefined
        ? '--backup-dir between machines'
        : jobs.some(({ kind }) => kind === 'tree') && jobs.length > 1
          ? 'several trees at once'
          : undefined
  return what === undefined
    ? undefined
    : new BlitError('E_USAGE', `${what} is not there yet`, { hint: 'copy, check, then purge the source' })
}

/** Names of single things that have another one where they land. */
export function landingNames(jobs: RouteSession['jobs']): Map<string, string> {
  return new Map(
    jobs
      .filter(({ destinationPath, kind, sourcePath }) => kind === 'entry' && destinationPath !== sourcePath)
      .map(({ destinationPath, sourcePath }) => [sourcePath, destinationPath]),
  )
}
