import type { EntryType } from '@blit/core'
import type { Side } from '../place/operand-error.js'

/** One path that is not the same on both sides, as `check --json` gives it. Paths and targets are byte strings. */
export type Difference =
  /** Only the source (`missing`) or only the destination (`extra`) has it. */
  | { readonly path: string; readonly kind: 'extra' | 'missing'; readonly type: EntryType }
  | {
      readonly path: string
      readonly kind: 'content'
      readonly sourceSizeBytes: number
      readonly destinationSizeBytes: number
    }
  | {
      readonly path: string
      readonly kind: 'type'
      readonly sourceType: EntryType
      readonly destinationType: EntryType
    }
  /** Symlinks with other targets; devices with other numbers, which are given in decimal. */
  | {
      readonly path: string
      readonly kind: 'target'
      readonly sourceTarget: string
      readonly destinationTarget: string
    }
  /** It could not be compared. Whether it differs nobody knows. */
  | {
      readonly path: string
      readonly kind: 'error'
      readonly side: Side
      readonly code: string
      readonly message: string
    }

/** What a check found, counted in entries of trees: files, directories, links and all else. */
export interface CheckTally {
  /** Paths that at least one side has, without what filters hide. */
  checked: number
  /** Of these, what is the same on both sides. */
  matched: number
  missing: number
  extra: number
  /** Content, type or target differ. */
  differing: number
  errors: number
  /** Length of all files whose content was compared. */
  bytesCompared: number
}

export function emptyTally(): CheckTally {
  return { checked: 0, matched: 0, missing: 0, extra: 0, differing: 0, errors: 0, bytesCompared: 0 }
}

/** Counts a difference. */
export function countDifference(tally: CheckTally, { kind }: Difference): void {
  if (kind === 'missing' || kind === 'extra') tally[kind]++
  else if (kind === 'error') tally.errors++
  else tally.differing++
}
