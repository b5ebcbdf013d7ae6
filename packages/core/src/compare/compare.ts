import type { Entry } from '../model/entry.js'
import type { CompareRules, PreserveRules } from '../model/transfer-options.js'

/**
 * What has to happen so that the destination holds the source's entry:
 *
 * - `skip`: nothing.
 * - `metadata`: content is in place; mode, times or owner are not.
 * - `content`: a regular file's content has to travel.
 * - `checksum`: equal size; whether content travels only the bytes can say.
 * - `directory`, `symlink`, `special`: make one.
 *
 * `replaces` says what stands in the way and has to go first: `file` for anything that is not a
 * directory, `directory` for one (with what is in it), undefined when nothing is there or the same kind is.
 */
export interface Decision {
  readonly action: 'skip' | 'metadata' | 'content' | 'checksum' | 'directory' | 'symlink' | 'special'
  readonly replaces?: 'file' | 'directory'
}

const SKIP: Decision = { action: 'skip' }
const METADATA: Decision = { action: 'metadata' }
const CONTENT: Decision = { action: 'content' }
const CHECKSUM: Decision = { action: 'checksum' }
const NEW: Readonly<Record<Entry['type'], Decision>> = {
  file: CONTENT,
  directory: { action: 'directory' },
  symlink: { action: 'symlink' },
  fifo: { action: 'special' },
  socket: { action: 'special' },
  'char-device': { action: 'special' },
  'block-device': { action: 'special' },
}

/** Compares one name on both sides. Pure; shared by every route and both sides of the wire. */
export function compareEntries(
  source: Entry,
  destination: Entry | undefined,
  rules: CompareRules,
  preserve: PreserveRules,
): Decision {
  if (destination === undefined) return NEW[source.type]
  if (source.type === 'directory') {
    if (destination.type === 'directory')
      return sameAttributes(source, destination, preserve) ? SKIP : METADATA
    return rules.ignoreExisting ? SKIP : { action: 'directory', replaces: 'file' }
  }

  if (rules.ignoreExisting) return SKIP
  if (rules.update && isNewer(destination, source, rules) && destination.type !== 'directory') return SKIP
  if (source.type !== destination.type) {
    return { ...NEW[source.type], replaces: destination.type === 'directory' ? 'directory' : 'file' }
  }

  if (source.type === 'file') return compareFiles(source, destination, rules, preserve)
  if (source.type === 'symlink') return compareSymlinks(source, destination, rules, preserve)
  const same = source.rdev === destination.rdev && sameAttributes(source, destination, preserve)
  if (!same) return { action: 'special', replaces: 'file' }
  return timesEqual(source.mtimeNs, destination.mtimeNs, rules.modifyWindowNs) ? SKIP : METADATA
}

function compareFiles(
  source: Entry,
  destination: Entry,
  rules: CompareRules,
  preserve: PreserveRules,
): Decision {
  if (rules.mode === 'never' || source.sizeBytes !== destination.sizeBytes) return CONTENT
  const sameTime = timesEqual(source.mtimeNs, destination.mtimeNs, rules.modifyWindowNs)
  if (rules.mode === 'checksum') return CHECKSUM
  if (rules.mode === 'quick' && !sameTime) return CONTENT
  return sameAttributes(source, destination, preserve) && (sameTime || rules.mode === 'size')
    ? SKIP
    : METADATA
}

function compareSymlinks(
  source: Entry,
  destination: Entry,
  rules: CompareRules,
  preserve: PreserveRules,
): Decision {
  if (source.target !== destination.target) return { action: 'symlink', replaces: 'file' }
  const sameOwner = !preserve.owner || !ownersDiffer(source, destination)
  return sameOwner && timesEqual(source.mtimeNs, destination.mtimeNs, rules.modifyWindowNs) ? SKIP : METADATA
}

/** Mode bits that are kept under these rules. */
export function keptModeBits(preserve: PreserveRules): number {
  return preserve.setuid ? 0o7777 : 0o777
}

/** Whether mode and owner, as far as they are kept, agree. An endpoint without modes agrees with all. */
export function sameAttributes(source: Entry, destination: Entry, preserve: PreserveRules): boolean {
  if (source.mode !== undefined && destination.mode !== undefined) {
    if (((source.mode ^ destination.mode) & keptModeBits(preserve)) !== 0) return false
  }

  return !preserve.owner || !ownersDiffer(source, destination)
}

/** Whether both have owners, and other ones. */
export function ownersDiffer(source: Entry, destination: Entry): boolean {
  return (
    (source.uid !== undefined && destination.uid !== undefined && source.uid !== destination.uid) ||
    (source.gid !== undefined && destination.gid !== undefined && source.gid !== destination.gid)
  )
}

/** Whether two times are equal within the window, which is included. */
export function timesEqual(a: bigint, b: bigint, windowNs: bigint): boolean {
  const difference = a > b ? a - b : b - a
  return difference <= windowNs
}

function isNewer(entry: Entry, than: Entry, rules: CompareRules): boolean {
  return entry.mtimeNs - than.mtimeNs > rules.modifyWindowNs
}
