import { fstatSync } from 'node:fs'

import { joinPath, keptModeBits, toFsPath } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { listNames } from '../directory/list-directory.js'
import { lstat, type StatWords } from '../directory/stat-words.js'
import type { WorkerContext } from './worker-context.js'

/** What a time read as a double may be off by, in milliseconds (DESIGN: 2^-12 ms at our times). */
const DOUBLE_ERROR_MS = 0.000_25
const S_IFMT = 0o17_0000
const S_IFREG = 0o10_0000
const S_IFDIR = 0o04_0000
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

/** What a quick look at the names of a directory has told. */
export interface QuickLook {
  /** Regular files that are plainly the same on both sides. */
  readonly unchanged: number
  /** Names of what is a directory on both sides. */
  readonly directories: readonly string[]
  /** Names that have to be looked at closely. */
  readonly others: readonly string[]
}

/**
 * Looks quickly at names of a directory: by two calls a name, which for most names of most runs is all. What is seen is kept
 * as numbers, not objects, which costs a tenth less.
 */
export function lookQuickly(
  context: WorkerContext,
  path: string,
  from: OpenDirectory,
  to: OpenDirectory,
  names: readonly string[],
): QuickLook {
  const { filter } = context
  const { owner } = context.options.preserve
  const others: string[] = []
  const directories: string[] = []
  const found: string[] = []
  const seen = new Float64Array(names.length * COLUMNS)
  const prefix = context.access.enter(from)
  for (const name of names) {
    const stats = tryStat(prefix + name)
    const type = stats === undefined ? 0 : stats.mode & S_IFMT
    const isPlain = type === S_IFREG || type === S_IFDIR
    if (
      stats === undefined ||
      !isPlain ||
      (!filter.empty && filter.hides(joinPath(path, name), type === S_IFDIR))
    ) {
      others.push(name)
      continue
    }

    const at = found.length * COLUMNS
    seen[at] = stats.size
    seen[at + 1] = stats.mtimeMs
    seen[at + 2] = stats.mode
    seen[at + 3] = stats.uid
    seen[at + 4] = stats.gid
    found.push(name)
  }

  const windowMs = windowOf(context)
  const modeBits = modeBitsOf(context)
  const there = context.access.enter(to)
  let at = 0
  for (const name of found) {
    const stats = tryStat(there + name)
    const mode = seen[at + 2] as number
    if (stats === undefined) others.push(name)
    else if ((mode & S_IFMT) === S_IFDIR) (stats.type === 'directory' ? directories : others).push(name)
    else {
      const same =
        stats.size === seen[at] &&
        Math.abs(stats.mtimeMs - (seen[at + 1] as number)) <= windowMs &&
        ((stats.mode ^ mode) & modeBits) === 0 &&
        (!owner || (stats.uid === seen[at + 3] && stats.gid === seen[at + 4]))
      if (!same) others.push(name)
    }

    at += COLUMNS
  }

  return { unchanged: names.length - others.length - directories.length, directories, others }
}

/**
 * Whether nothing is to be done to a directory, not the root, of whose `names` none needs a close look: it has the
 * source's attributes already, and nothing that a mirror would delete.
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

/** How far apart times may be, in milliseconds, and count as one. */
export function windowOf(context: WorkerContext): number {
  const window = context.options.compare.modifyWindowNs
  const grain = context.setup.limits.mtimeGrainNs
  return Number(window > grain ? window : grain) / 1e6 + DOUBLE_ERROR_MS
}

/** Undefined for what is not there or cannot be looked at: whoever looks closely reports it. */
export function tryStat(path: string): StatWords | undefined {
  try {
    return lstat(toFsPath(path))
  } catch {
    return undefined
  }
}
