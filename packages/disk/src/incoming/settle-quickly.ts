import { keptModeBits, type EntryColumns } from '@blit/core'

import { tryStat, windowOf } from '../engine/quick-skip.js'
import type { WorkerContext } from '../engine/worker-context.js'

const FILE = 1
const S_IFMT = 0o17_0000
const S_IFREG = 0o10_0000

/**
 * Counts the files among rows `start` to `end`, all of one directory, that are plainly the same here: one call each, and no
 * objects. Of the rows, from `start` on, 1 where that has settled it; undefined where the directory cannot be looked into, which
 * whoever looks closely reports.
 */
export function settleQuickly(
  context: WorkerContext,
  columns: EntryColumns,
  start: number,
  end: number,
  path: string,
): Uint8Array | undefined {
  const { preserve } = context.options
  let prefix: string
  try {
    prefix = context.access.enter(context.destination.open(path))
  } catch {
    return undefined
  }

  const windowMs = windowOf(context)
  const modeBits = keptModeBits(preserve)
  const settled = new Uint8Array(end - start)
  let count = 0
  for (let row = start; row < end; row++) {
    if (columns.types[row] !== FILE) continue
    const stats = tryStat(prefix + columns.name(row))
    if (stats === undefined || stats.size !== columns.sizes[row]) continue
    const mtimeMs = (columns.mtimeSeconds[row] as number) * 1000 + (columns.mtimeNanos[row] as number) / 1e6
    const same =
      (stats.mode & S_IFMT) === S_IFREG &&
      Math.abs(stats.mtimeMs - mtimeMs) <= windowMs &&
      ((stats.mode ^ (columns.modes[row] as number)) & modeBits) === 0 &&
      (!preserve.owner || (stats.uid === columns.uids[row] && stats.gid === columns.gids[row]))
    if (!same) continue
    settled[row - start] = 1
    count++
  }

  context.count('filesScanned', count)
  context.count('filesSkipped', count)
  return settled
}
