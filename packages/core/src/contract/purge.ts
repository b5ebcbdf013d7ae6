import type { FilterSpec } from '../filters/filter-spec.js'
import type { CallOptions } from './call-options.js'
import type { TransferObserver } from './observer.js'
import type { DeletePlan, RouteOutcome } from './route-outcome.js'

/** What an endpoint is to remove where it is. */
export interface EndpointPurge extends CallOptions {
  /** Only what is in it goes. */
  readonly contentsOnly: boolean
  /** Only what takes part goes. */
  readonly filter: FilterSpec
  readonly dryRun: boolean
  /** Is told of failures. */
  readonly observer: TransferObserver
  /** As that of a route's session. */
  readonly confirmDeletes: (plan: DeletePlan) => Promise<void>
}

/**
 * Removes what is at a path, or what is in it: everything is listed first, the whole plan is confirmed once, and nothing
 * goes on doubt, nor where there is by then more or less than what was confirmed. Rejects only on bugs.
 */
export type PurgeFeature = (path: string, purge: EndpointPurge) => Promise<RouteOutcome>
