import { compareEntries } from '../compare/compare.js'
import type { Entry } from '../model/entry.js'
import { decideMove } from '../plan/move-rules.js'
import type { TransferItem } from './transfer-item.js'
import type { TransferState } from './transfer-state.js'

/** Decides what has to be done with one thing, given what has its name at the destination, and counts what is to travel. */
export function decide(
  state: TransferState,
  thing: Omit<TransferItem, 'decision' | 'existing'>,
  existing: Entry | undefined,
): TransferItem {
  const rule = state.isMove ? decideMove : compareEntries
  const decision = rule(thing.entry, existing, state.compare, state.options.preserve)
  if (decision.action === 'content') state.progress.expect(1, thing.entry.sizeBytes)
  return existing === undefined ? { ...thing, decision } : { ...thing, existing, decision }
}
