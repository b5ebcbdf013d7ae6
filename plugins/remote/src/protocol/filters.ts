import {
  fromBytes,
  MAX_FILTER_RULES,
  MAX_PATTERN_BYTES,
  toBytes,
  type FilterRule,
  type FilterSpec,
} from '@blit/core'
import { safeNumber } from './numbers.js'
import { protocolError } from './protocol-error.js'
import { pb } from './stubs.js'

/** The fields in which a message says which files are meant: a transfer's options have them, and a purge. */
export interface FilterFields {
  getRulesList(): pb.FilterRule[]
  setRulesList(value: pb.FilterRule[]): this
  hasMinSize(): boolean
  getMinSize(): number
  setMinSize(value: number): this
  hasMaxSize(): boolean
  getMaxSize(): number
  setMaxSize(value: number): this
  hasModifiedAfterNanos(): boolean
  getModifiedAfterNanos(): string
  setModifiedAfterNanos(value: string): this
  hasModifiedBeforeNanos(): boolean
  getModifiedBeforeNanos(): string
  setModifiedBeforeNanos(value: string): this
}

export function encodeRules(rules: readonly FilterRule[]): pb.FilterRule[] {
  return rules.map(({ action, pattern }) =>
    new pb.FilterRule().setInclude(action === 'include').setPattern(toBytes(pattern)),
  )
}

/** Throws `E_PROTOCOL` for more than 1,000 rules, or one longer than 1 KiB (S11); what they say is not looked at. */
export function decodeRules(rules: readonly pb.FilterRule[]): FilterRule[] {
  if (rules.length > MAX_FILTER_RULES) throw protocolError(`${rules.length} filter rules`)
  return rules.map((rule) => {
    const pattern = rule.getPattern_asU8()
    if (pattern.length > MAX_PATTERN_BYTES) throw protocolError('a filter rule longer than 1 KiB')
    return { action: rule.getInclude() ? 'include' : 'exclude', pattern: fromBytes(pattern) }
  })
}

/** Rules and limits of a filter. Its hidden paths are another field of a transfer's options. */
export function encodeFilter(filter: FilterSpec, into: FilterFields): void {
  const { maxSizeBytes, minSizeBytes, modifiedAfterNs, modifiedBeforeNs, rules } = filter
  into.setRulesList(encodeRules(rules))
  if (minSizeBytes !== undefined) into.setMinSize(minSizeBytes)
  if (maxSizeBytes !== undefined) into.setMaxSize(maxSizeBytes)
  if (modifiedAfterNs !== undefined) into.setModifiedAfterNanos(String(clamp(modifiedAfterNs)))
  if (modifiedBeforeNs !== undefined) into.setModifiedBeforeNanos(String(clamp(modifiedBeforeNs)))
}

/** By the rules of {@link decodeRules}. */
export function decodeFilter(from: FilterFields): FilterSpec {
  return {
    rules: decodeRules(from.getRulesList()),
    ...(from.hasMinSize() && { minSizeBytes: safeNumber(from.getMinSize()) }),
    ...(from.hasMaxSize() && { maxSizeBytes: safeNumber(from.getMaxSize()) }),
    ...(from.hasModifiedAfterNanos() && { modifiedAfterNs: BigInt(from.getModifiedAfterNanos()) }),
    ...(from.hasModifiedBeforeNanos() && { modifiedBeforeNs: BigInt(from.getModifiedBeforeNanos()) }),
  }
}

/** Ages beyond 292 years are as good as that: the field has 64 bits. */
function clamp(ns: bigint): bigint {
  const max = 2n ** 63n - 1n
  return ns > max ? max : ns < -max ? -max : ns
}
