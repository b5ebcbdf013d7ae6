import type { Decision } from '../compare/compare.js'
import type { TransferJob } from '../contract/route.js'
import type { Entry } from '../model/entry.js'

/** One thing of a transfer: where it is, where it goes, what is there, and what has to be done. */
export interface TransferItem {
  readonly job: TransferJob
  /** Relative to the job's root at the destination. */
  readonly path: string
  /** What the user shall see: the path with the job's prefix. */
  readonly label: string
  readonly sourcePath: string
  readonly destinationPath: string
  readonly entry: Entry
  /** What has the name at the destination now. */
  readonly existing?: Entry
  readonly decision: Decision
}

/** The same item once nothing has its name at the destination. */
export function withoutExisting({ existing, ...item }: TransferItem): TransferItem {
  return existing === undefined || item.decision.replaces === undefined
    ? item
    : { ...item, decision: { action: item.decision.action } }
}
