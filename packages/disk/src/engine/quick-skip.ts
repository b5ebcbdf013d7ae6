import { fstatSync, lstatSync, type Stats } from 'node:fs'

import { joinPath, keptModeBits, toFsPath } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { listNames } from '../directory/list-directory.js'
import type { WorkerContext } from './worker-context.js'

const LSTAT = { throwIfNoEntry: false } as const
/** What a time read as a double may be off by, in milliseconds (DESIGN: 2^-12 ms at our times). */
const DOUBLE_ERROR_MS = 0.000_25
const S_IFMT = 0o17_0000
const S_IFREG = 0o10_0000
/** Size, mtime, mode, uid, gid. */
const COLUMNS = 5

/** Whether equal size, time and mode are all that has to be known of a file to leave it alone. */
export function canSkipQuickly(context: WorkerContext): boolean {
  const { compare, preserve, copyLinks, filter } = context.options
  const { caseInsensitive, normalizes } = context.setup.limits
  const limits = [filter.minSizeBytes, filter.maxSizeBytes, filter.modifiedAfterNs, filter.modifiedBeforeNs]
  return (
    // A move compares what it is about to remove.
    context.setup.operation !== 'move' &&
    compare.mode === 'quick' &&
    !caseInsensitive &&
    !normalizes &&
    !copyLinks &&
    !preserve.xattrs &&
    !preserve.acls &&
    !preserve.hardLinks &&
    limits.every((limit) => limit === undefined)
  )
}

/**
 * Names of a directory that have to be looked at closely. Regular files that are plainly the same on both sides are counted
 * as skipped here, by two calls a file: most files of most runs. What is seen is kept as numbers, not objects,
 * which costs a tenth less.
 */
export function withoutUnchanged(
  context: WorkerContext,
  path: string,
  from: OpenDirectory,
  to: OpenDirectory,
  names: readonly string[],
): string[] {
  const { filter } = context
  const { owner } = context.options.preserve
  const others: string[] = []
  const files: string[] = []
  const seen = new Float64Array(names.length * COLUMNS)
  const prefix = context.access.enter(from)
  for (const name of names) {
    const stats = tryStat(prefix + name)
    const isFile = stats !== undefined && (stats.mode & S_IFMT) === S_IFREG
    if (!isFile || (!filter.empty && filter.hides(joinPath(path, name), false))) {
      others.push(name)
      continue
    }

    const at = files.length * COLUMNS
    seen[at] = stats.size
    seen[at + 1] = stats.mtimeMs
    seen[at + 2] = stats.mode
    seen[at + 3] = stats.uid
    seen[at + 4] = stats.gid
    files.push(name)
  }

  const windowMs = windowOf(context)
  const modeBits = modeBitsOf(context)
  const there = context.access.enter(to)
  let at = 0
  for (const name of files) {
    const stats = tryStat(there + name)
    const same =
      stats !== undefined &&
      stats.size === seen[at] &&
      Math.abs(stats.mtimeMs - (seen[at + 1] as number)) <= windowMs &&
      ((stats.mode ^ (seen[at + 2] as number)) & modeBits) === 0 &&
      (!owner || (stats.uid === seen[at + 3] && stats.gid === seen[at + 4]))
    if (!same) others.push(name)
    at += COLUMNS
  }

  const unchanged = names.length - others.length
  context.count('filesScanned', unchanged)
  context.count('filesSkipped', unchanged)
  return others
}

/**
 * Whether nothing is to be done in a directory, not the root, and to it, whose `names` are all plainly the same: it has the source's
 * attributes already, and nothing that a mirror would delete.
 */
export function isUnchangedDirectory(
  context: WorkerContext,
  from: OpenDirectory,
  to: OpenDirectory,
  names: number,
): boolean {
  if (from.fd < 0) return false
  const source = fstatSync(from.fd)
  const there = fstatSync(to.fd)
  const { owner } = context.options.preserve
  return (
    source.ino !== there.ino &&
    Math.abs(source.mtimeMs - there.mtimeMs) <= windowOf(context) &&
    ((source.mode ^ there.mode) & modeBitsOf(context)) === 0 &&
    (!owner || (source.uid === there.uid && source.gid === there.gid)) &&
    (context.setup.operation !== 'mirror' || listNames(context.access.enter(to)).length === names)
  )
}

function modeBitsOf(context: WorkerContext): number {
  return S_IFMT | keptModeBits(context.options.preserve)
}

function windowOf(context: WorkerContext): number {
  const window = context.options.compare.modifyWindowNs
  const grain = context.setup.limits.mtimeGrainNs
  return Number(window > grain ? window : grain) / 1e6 + DOUBLE_ERROR_MS
}

/** Undefined for what is not there or cannot be looked at: whoever looks closely reports it. */
function tryStat(path: string): Stats | undefined {
  try {
    return lstatSync(toFsPath(path), LSTAT)
  } catch {
    return undefined
  }
}
