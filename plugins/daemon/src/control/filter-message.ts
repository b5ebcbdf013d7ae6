import { compileFilter, fromBytes, type FilterSpec } from '@blit/core'
import type { pb } from '@blit/remote/protocol'

/** A message that chooses files. */
interface Choosing {
  getRulesList(): pb.FilterRule[]
  hasMinSize(): boolean
  getMinSize(): number
  hasMaxSize(): boolean
  getMaxSize(): number
  hasModifiedAfterNanos(): boolean
  getModifiedAfterNanos(): string
  hasModifiedBeforeNanos(): boolean
  getModifiedBeforeNanos(): string
}

/** Rules from the wire. Rejects with `E_USAGE` for bad patterns, or more than there may be (S11). */
export function rulesOf(rules: readonly pb.FilterRule[]): FilterSpec {
  const spec: FilterSpec = {
    rules: rules.map((rule) => ({
      action: rule.getInclude() ? 'include' : 'exclude',
      pattern: fromBytes(rule.getPattern_asU8()),
    })),
  }
  compileFilter(spec)
  return spec
}

/** Rules and limits from the wire. */
export function filterOf(message: Choosing): FilterSpec {
  return {
    ...rulesOf(message.getRulesList()),
    ...(message.hasMinSize() && { minSizeBytes: message.getMinSize() }),
    ...(message.hasMaxSize() && { maxSizeBytes: message.getMaxSize() }),
    ...(message.hasModifiedAfterNanos() && { modifiedAfterNs: BigInt(message.getModifiedAfterNanos()) }),
    ...(message.hasModifiedBeforeNanos() && { modifiedBeforeNs: BigInt(message.getModifiedBeforeNanos()) }),
  }
}
