import { joinPath } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { listNames } from '../directory/list-directory.js'
import type { DirectoryPlan } from './classify.js'
import type { Place } from './place.js'
import { pushDirectories, pushNames, type DirectoryWork } from './directory-work.js'
import type { FileWork } from './messages.js'
import { noteMoved } from './move-entries.js'
import { withoutFullDirectories } from './replace-directory.js'
import { compareContents, updateMetadata } from './update-files.js'
import type { WorkerContext } from './worker-context.js'
import type { WorkerState } from './worker-state.js'

interface Where {
  readonly job: number
  readonly path: string
}

/** Says what would be done in a directory (`--dry-run`), by the same decisions, and touches nothing. `landed` is what was landed before it. */
export function rehearse(
  worker: WorkerState,
  work: DirectoryWork,
  plan: DirectoryPlan,
  directory: OpenDirectory | undefined,
  landed: number,
): void {
  const { context } = worker
  const isRoot = joinPath(context.job(work.job).destination, work.path) === ''
  if (directory === undefined && work.self !== undefined && !isRoot && work.again !== true) {
    if (work.replaces === 'file' && context.options.backupDir !== undefined) {
      context.action('backup', context.labelOfPlace(joinPath(context.job(work.job).destination, work.path)))
    }

    const label = context.label(work.job, work.path)
    if (context.setup.madeBefore?.has(label) !== true) {
      context.count('dirsCreated')
      context.action('mkdir', label)
    }
  }

  // Without a directory at the destination nothing there is looked at: everything is new.
  const place: Place = { directory: directory ?? work.from, path: '', staged: directory === undefined }
  compareContents(context, work, work.from, place, plan)
  if (!place.staged) updateMetadata(context, work, work.from, place, plan)
  const landing = withoutFullDirectories(worker, work, plan, place)
  if (landing.links.length > 0) context.say({ type: 'links', members: landing.links })
  for (const file of [...landing.small, ...landing.large, ...landing.symlinks, ...landing.specials])
    rehearseLanding(context, work, file)
  for (const file of landing.renames) {
    rehearseBackup(context, work, file)
    noteMoved(context, file, context.label(work.job, joinPath(work.path, file.entry.name)))
  }

  worker.recordLandedDirectory(work)
  const gone = context.landed - landed + landing.links.length + pushDirectories(context, work, plan)
  const isLeft = gone < work.candidates.length || work.hidden.size > 0 || holdsMore(context, work)
  if (isLeft || context.isBehindLink(work.job, work.path)) worker.recordKeptDirectory(work)
  pushNames(context, work)
}

/** Whether a directory of which a list names some entries has others. */
function holdsMore(context: WorkerContext, { allNames, from, job }: DirectoryWork): boolean {
  if (context.setup.operation !== 'move' || context.job(job).wanted === undefined || allNames === undefined)
    return false
  const known = new Set(allNames)
  return listNames(context.access.beside(from)).some((name) => !known.has(name))
}

/** Says that something would be landed. */
export function rehearseLanding(context: WorkerContext, where: Where, file: FileWork): void {
  const { entry } = file
  if (entry.type === 'file') {
    rehearseContent(context, where, file)
    return
  }

  rehearseBackup(context, where, file)

  if (entry.type === 'symlink') context.count('linksCreated')
  context.action(
    entry.type === 'symlink' ? 'symlink' : 'special',
    context.label(where.job, joinPath(where.path, entry.name)),
  )
  context.recordLanded(where.job, where.path, entry)
}

/** Says that what stands in the place of something would go into the backup. */
export function rehearseBackup(
  context: WorkerContext,
  where: Where,
  { entry, existing, landAs }: FileWork,
): void {
  if (context.options.backupDir === undefined || existing === undefined || existing.type === 'directory')
    return
  const { destination } = context.job(where.job)
  context.action(
    'backup',
    context.labelOfPlace(joinPath(joinPath(destination, where.path), landAs ?? entry.name)),
  )
}

/** Says that a file would be copied. */
export function rehearseContent(context: WorkerContext, where: Where, file: FileWork): void {
  const { entry, existing } = file
  rehearseBackup(context, where, file)
  context.count('filesCopied')
  context.count('bytesCopied', entry.sizeBytes)
  context.action(
    existing === undefined ? 'copy' : 'update',
    context.label(where.job, joinPath(where.path, entry.name)),
    entry.sizeBytes,
  )
  context.recordLanded(where.job, where.path, entry)
}
