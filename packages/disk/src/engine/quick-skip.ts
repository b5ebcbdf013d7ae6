import { lstatSync, type Stats } from 'node:fs'

import { joinPath, keptModeBits, toFsPath } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import type { WorkerContext } from './worker-context.js'

const LSTAT = { throwIfNoEntry: false } as const
/** What a time read as a double may be off by, in milliseconds (DESIGN: 2^-12 ms at our times). */
const DOUBLE_ERROR_MS = 0.000_25
const S_IFMT = 0o17_0000
const S_IFREG = 0o10_0000

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
 * as skipped here, by two calls a file and without an object that outlives them: most files of most runs.
 */
export function withoutUnchanged(
  context: WorkerContext,
  path: string,
  from: OpenDirectory,
  to: OpenDirectory,
  names: readonly string[],
): string[] {
  const others: string[] = []
  const files: string[] = []
  const stats: Stats[] = []
  const prefix = context.access.enter(from)
  for (const name of names) {
    const seen = tryStat(prefix + name)
    if (seen !== undefined && (seen.mode & S_IFMT) === S_IFREG && !context.filter.hides(joinPath(path, name), false)) {
      files.push(name)
      stats.push(seen)
    } else others.push(name)
  }

  const windowMs = windowOf(context)
  const there = context.access.enter(to)
  let same = 0
  for (const [i, name] of files.entries()) {
    const existing = tryStat(there + name)
    if (existing !== undefined && isSame(context, stats[i] as Stats, existing, windowMs)) same++
    else others.push(name)
  }

  context.count('filesScanned', same)
  context.count('filesSkipped', same)
  return others
}

function windowOf(context: WorkerContext): number {
  const window = context.options.compare.modifyWindowNs
  const grain = context.setup.limits.mtimeGrainNs
  return Number(window > grain ? window : grain) / 1e6 + DOUBLE_ERROR_MS
}

function isSame(context: WorkerContext, source: Stats, existing: Stats, windowMs: number): boolean {
  const { preserve } = context.options
  return (
    source.size === existing.size &&
    Math.abs(source.mtimeMs - existing.mtimeMs) <= windowMs &&
    ((source.mode ^ existing.mode) & (S_IFMT | keptModeBits(preserve))) === 0 &&
    (!preserve.owner || (source.uid === existing.uid && source.gid === existing.gid))
  )
}

/** Undefined for what is not there or cannot be looked at: whoever looks closely reports it. */
function tryStat(path: string): Stats | undefined {
  try {
    return lstatSync(toFsPath(path), LSTAT)
  } catch {
    return undefined
  }
}
