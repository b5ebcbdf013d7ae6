import { compareEntries, type Decision } from '../compare/compare.js'
import type { Entry } from '../model/entry.js'
import type { CompareRules, PreserveRules } from '../model/transfer-options.js'

/**
 * What has to happen to one entry of a move. As in a copy, but a file that looks the same at the destination is not
 * taken for its copy before its content was compared (S4): then it is what an interrupted move left to do.
 */
export function decideMove(
  source: Entry,
  destination: Entry | undefined,
  rules: CompareRules,
  preserve: PreserveRules,
): Decision {
  const decision = compareEntries(source, destination, rules, preserve)
  const looksSame = decision.action === 'skip' || decision.action === 'metadata'
  if (!looksSame || source.type !== 'file' || isPassedOver(source, destination, rules)) return decision
  return { action: 'checksum' }
}

/**
 * Whether the rules leave what is at the destination alone, whatever the source holds (`--ignore-existing`,
 * `--update`). A move leaves such an entry at the source.
 */
export function isPassedOver(source: Entry, destination: Entry | undefined, rules: CompareRules): boolean {
  if (destination === undefined || source.type === 'directory') return false
  if (rules.ignoreExisting) return true
  const isNewer = destination.mtimeNs - source.mtimeNs > rules.modifyWindowNs
  return rules.update && isNewer && destination.type !== 'directory'
}
