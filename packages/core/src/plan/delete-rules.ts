import type { DeletePlan } from '../contract/route-outcome.js'
import { BlitError } from '../errors/blit-error.js'
import type { Filter } from '../filters/filter.js'
import type { Entry } from '../model/entry.js'
import { directoryOf } from '../paths/split-path.js'

/** What may be deleted at all. Paths are relative to the root of the job. */
export interface DeleteScope {
  readonly filter: Filter
  /** What the filter hides is deleted too. */
  readonly deleteExcluded: boolean
  /** Where backups go, if that is inside the destination: never deleted. */
  readonly backupPath?: string
  /** Keeps single entries, for what they are. A directory that is kept so says nothing about what is in it. */
  readonly keeps?: (entry: Entry) => boolean
}

/** Something at the destination, by its path. */
export interface PlacedEntry {
  readonly path: string
  readonly entry: Entry
}

/**
 * Whether something that only the destination has lies in the scope; what does not is protected with everything in
 * it. Limits of size and age say nothing here: they are judged on the source's entries.
 */
export function isInScope(path: string, isDirectory: boolean, scope: DeleteScope): boolean {
  if (path === scope.backupPath) return false
  return scope.deleteExcluded || !scope.filter.hides(path, isDirectory)
}

/**
 * What may be deleted of a tree that only the destination has, everything after what is in it. What is
 * protected stays, and so do the directories that lead to it. `scanned` is in the order of a scan, its root first.
 */
export function deletable(scanned: readonly PlacedEntry[], scope: DeleteScope): PlacedEntry[] {
  const sealed = new Set<string>()
  const stays = new Set<string>()
  for (const { path, entry } of scanned) {
    const isDirectory = entry.type === 'directory'
    const isSealed = sealed.has(directoryOf(path)) || !isInScope(path, isDirectory, scope)
    if (isSealed && isDirectory) sealed.add(path)
    if (isSealed || scope.keeps?.(entry) === true) stays.add(path)
  }

  const doomed: PlacedEntry[] = []
  for (const placed of [...scanned].reverse()) {
    const { path } = placed
    if (!stays.has(path)) doomed.push(placed)
    else if (path !== '') stays.add(directoryOf(path))
  }

  return doomed
}

const SAMPLE = 20

/** Counts what is to be deleted, for the question. Paths are shown as they are. */
export function planOfDeletes(doomed: Iterable<PlacedEntry>): DeletePlan {
  let entries = 0
  let bytes = 0
  const sample: string[] = []
  for (const { entry, path } of doomed) {
    entries++
    bytes += entry.sizeBytes
    if (sample.length < SAMPLE) sample.push(path)
  }

  return { entries, bytes, sample }
}

/** What happened before a mirror comes to its deletions. */
export interface BeforeDeletes {
  /** Every directory of both sides was read in full. */
  readonly scanComplete: boolean
  readonly failures: number
  /** Whether anything is to be deleted. */
  readonly pending: boolean
}

/**
 * Why a mirror deletes nothing (S2): an incomplete scan cannot tell what is gone from what was not seen; and after a
 * failure the destination may hold the only good copy. Undefined when it may go on.
 */
export function refusalToDelete({ scanComplete, failures, pending }: BeforeDeletes): BlitError | undefined {
  if (!scanComplete)
    return new BlitError('E_INCOMPLETE', 'nothing was deleted: not everything could be listed')
  if (failures === 0 || !pending) return undefined
  const what = failures === 1 ? 'one path' : `${failures} paths`
  return new BlitError('E_INCOMPLETE', `nothing was deleted: ${what} could not be done`, { exit: 3 })
}

/**
 * Why a mirror of an empty source is refused: it looks like a file system that is not mounted (S2). `-y` is not enough
 * to permit it.
 */
export function refusalOfEmptySource(label: string): BlitError {
  return new BlitError('E_EMPTY_SOURCE', `${label}: the source is empty, the destination is not`, {
    path: label,
  })
}
