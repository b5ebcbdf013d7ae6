import type { Operation } from '../contract/route.js'
import type { FilterSpec } from '../filters/filter-spec.js'
import type { TransferOptions } from '../model/transfer-options.js'

/** A copy, mirror or move, as the command line asked for it. */
export interface TransferRequest {
  readonly operation: Operation
  /** Operands as byte strings, as the user wrote them; at least one. */
  readonly sources: readonly string[]
  readonly destination: string
  readonly options: TransferOptions
  /** Talk in clear beyond loopback. */
  readonly insecure: boolean
}

/** A purge: what is at `target` goes; with a trailing '/', only what is in it. */
export interface PurgeRequest {
  /** Operand as a byte string, as the user wrote it. */
  readonly target: string
  /** Only what takes part is removed; what is excluded stays, and so do the directories that lead to it. */
  readonly filter: FilterSpec
  readonly dryRun: boolean
  /** Refuse when more entries than this would go. */
  readonly maxDelete?: number
  /** Report every path through {@link TransferObserver.actions}. */
  readonly reportActions: boolean
  readonly insecure: boolean
}
