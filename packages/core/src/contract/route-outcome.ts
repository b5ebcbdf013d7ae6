import type { BlitError } from '../errors/blit-error.js'
import type { DataPlane, Failure, Tally } from '../model/outcome.js'

/** What a mirror is about to delete. */
export interface DeletePlan {
  /** Entries, directories included. */
  readonly entries: number
  readonly bytes: number
  /** Up to 20 paths, for the question. */
  readonly sample: readonly string[]
}

export interface RouteOutcome {
  readonly tally: Readonly<Tally>
  readonly failures: readonly Failure[]
  readonly dataPlane: DataPlane
  readonly streams: number
  /** Why the transfer stopped early, or why its deletions were refused. What was done is in the tally. */
  readonly error?: BlitError
}
