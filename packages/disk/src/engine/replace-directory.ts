import { BlitError, displayPath, joinPath, toFsPath } from '@blit/core'
import { readdirSync } from 'node:fs'

import type { Place } from './place.js'
import type { DirectoryPlan } from './classify.js'
import type { DirectoryWork } from './directory-work.js'
import type { FileWork, LinkMember } from './messages.js'
import type { WorkerState } from './worker-state.js'

/** What can be landed now. */
export interface Landing {
  readonly small: readonly FileWork[]
  readonly large: readonly FileWork[]
  readonly symlinks: readonly FileWork[]
  readonly specials: readonly FileWork[]
  readonly links: readonly LinkMember[]
  readonly renames: readonly FileWork[]
  /** Some wait until a directory in their way was emptied. */
  readonly deferred: boolean
}

/**
 * A file may take the place of a directory only if that is empty, or in a mirror, where what is in it
 * is deleted with everything else, after the plan was permitted (S5). Those wait; others are refused by name.
 */
export function withoutFullDirectories(
  worker: WorkerState,
  work: DirectoryWork,
  plan: DirectoryPlan,
  place: Place,
): Landing {
  let deferred = false
  const canLand = (file: FileWork): boolean => {
    if (file.replaces !== 'directory' || place.staged || isEmpty(worker, place, file)) return true
    if (deferOrRefuse(worker, work, file)) deferred = true
    return false
  }

  const small = plan.small.filter((file) => canLand(file))
  const large = plan.large.filter((file) => canLand(file))
  const symlinks = plan.symlinks.filter((file) => canLand(file))
  const specials = plan.specials.filter((file) => canLand(file))
  const links = plan.links.flatMap((file) => linkMember(worker, work, place, file))
  const renames = plan.renames.filter((file) => canLand(file))
  return { small, large, symlinks, specials, links, renames, deferred }
}

/** A name of an inode with several, if it can be landed; all names of it wait for one that is blocked. */
function linkMember(worker: WorkerState, work: DirectoryWork, place: Place, file: FileWork): LinkMember[] {
  const member = {
    job: work.job,
    path: work.path,
    file,
    ...(worker.context.options.dryRun && place.staged ? { absent: true } : {}),
  }
  if (file.replaces !== 'directory' || place.staged || isEmpty(worker, place, file)) return [member]
  const free = clearedLater(worker, work, file)
  return free === undefined ? [] : [{ ...member, file: free, blocked: true }]
}

/** In a mirror: the directory joins the deletes, the file waits. Otherwise a failure. */
export function deferOrRefuse(worker: WorkerState, work: DirectoryWork, file: FileWork): boolean {
  const free = clearedLater(worker, work, file)
  if (free !== undefined) worker.swaps.push({ job: work.job, path: work.path, file: free })
  return free !== undefined
}

/** The file as it can be landed when the directory in its place was deleted. Undefined, and reported, if it must not be. */
function clearedLater(worker: WorkerState, work: DirectoryWork, file: FileWork): FileWork | undefined {
  const { context } = worker
  const { existing, replaces, ...free } = file
  void replaces
  if (
    context.setup.operation === 'mirror' &&
    existing !== undefined &&
    worker.deletes.add(work.job, work.path, existing)
  )
    return free
  const label = context.label(work.job, joinPath(work.path, file.entry.name))
  const message = `${displayPath(label)}: a directory that is not empty stands in its place`
  context.failWith(new BlitError('E_NOT_EMPTY', message, { path: label }), label)
  return undefined
}

/** Whether the directory in a file's way is empty. */
export function isEmpty(worker: WorkerState, place: Place, file: FileWork): boolean {
  const name = file.landAs ?? file.entry.name
  return readdirSync(toFsPath(worker.context.access.beside(place.directory) + name)).length === 0
}
