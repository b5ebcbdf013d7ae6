import type { EntryColumns, Failure } from '@blit/core'

/** A part of a manifest. Directories are named by their index plus 1, 0 being the root. */
export interface OutgoingBatch {
  readonly columns: EntryColumns
  /** Directories of which all entries have been given by now. */
  readonly complete: readonly number[]
  /** Those of them that could not be read in full, or of which not all was asked for. */
  readonly incomplete: readonly number[]
  /** Pairs, if hard links are kept: an entry, and the earlier one whose inode it shares. */
  readonly links: ReadonlyArray<readonly [index: number, leader: number]>
  readonly failures: readonly Failure[]
}

/** What is gathered while a batch grows. */
export interface GrowingMarks {
  readonly complete: number[]
  readonly incomplete: number[]
  readonly links: Array<readonly [index: number, leader: number]>
  readonly failures: Failure[]
}

export function emptyMarks(): GrowingMarks {
  return { complete: [], incomplete: [], links: [], failures: [] }
}
