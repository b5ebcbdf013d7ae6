import type { BlitError } from '../errors/blit-error.js'
import type { DataPlane, Failure, RouteName, Tally } from '../model/outcome.js'
import type { ErrorReport } from './error-report.js'

/** What a transfer did: the object that `--json` prints, key for key and in this order. */
export interface TransferReport extends Readonly<Omit<Tally, 'othersDeleted'>> {
  readonly operation: 'copy' | 'mirror' | 'move' | 'purge'
  /** The first source as the user wrote it; of a purge, the target. */
  readonly source: string
  readonly sources: readonly string[]
  /** '' for a purge. */
  readonly destination: string
  readonly dryRun: boolean
  readonly route: RouteName
  readonly dataPlane: DataPlane
  readonly streams: number
  readonly durationMs: number
  readonly failures: readonly Failure[]
  /** Why it stopped early, or why its deletions were refused. */
  readonly error?: ErrorReport
}

/** What `transfer` and `purge` resolve with. */
export interface TransferResult {
  readonly report: TransferReport
  /** Symlinks and special files that were deleted; never part of the JSON. */
  readonly othersDeleted: number
  /** What the process should answer, see `CLI.md`; never part of the JSON. */
  readonly exit: number
  /** The error behind `report.error`. */
  readonly error?: BlitError
}
