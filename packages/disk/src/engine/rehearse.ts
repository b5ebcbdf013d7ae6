import { joinPath } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import type { DirectoryPlan } from './classify.js'
import type { Place } from './commit.js'
import { pushDirectories, pushNames, type DirectoryWork } from './directory-task.js'
import type { EngineWorker } from './engine-worker.js'
import type { FileWork } from './messages.js'
import { copySpecials } from './other-entries.js'
import { withoutFullDirectories } from './replace-directory.js'
import { compareContents, updateMetadata } from './update-files.js'
import type { WorkerContext } from './worker-context.js'

/** Says what would be done in a directory (`--dry-run`), by the same decisions, and touches nothing. */
export function rehearse(
  worker: EngineWorker,
  work: DirectoryWork,
  plan: DirectoryPlan,
  directory: OpenDirectory | undefined,
): void {
  const { context } = worker
  const label = (file: FileWork): string => context.label(work.job, joinPath(work.path, file.entry.name))
  if (directory === undefined && work.self !== undefined) {
    context.count('dirsCreated')
    context.action('mkdir', context.label(work.job, work.path))
  }

  // Without a directory at the destination nothing there is looked at: everything is new.
  const place: Place = { directory: directory ?? work.from, path: '', staged: directory === undefined }
  compareContents(context, work, work.from, place, plan)
  if (!place.staged) updateMetadata(context, work, work.from, place, plan)
  const landing = withoutFullDirectories(worker, work, plan, place)
  if (landing.links.length > 0) context.say({ type: 'links', members: landing.links })
  for (const file of [...landing.small, ...landing.large]) rehearseContent(context, work, file)
  for (const file of landing.symlinks) {
    context.count('linksCreated')
    context.action('symlink', label(file))
  }

  const { preserve } = context.options
  const special = (file: FileWork): boolean =>
    file.entry.type === 'fifo' || file.entry.type === 'socket' ? preserve.specials : preserve.devices
  for (const file of landing.specials.filter((item) => special(item))) context.action('special', label(file))
  copySpecials(context, work, place, landing.specials.filter((item) => !special(item)))
  worker.rehearseSources(work, plan)
  pushNames(context, work)
  pushDirectories(context, work, plan)
}

/** Counts a file that would be copied. */
export function rehearseContent(context: WorkerContext, where: { readonly job: number; readonly path: string }, file: FileWork): void {
  const { entry, existing } = file
  context.count('filesCopied')
  context.count('bytesCopied', entry.sizeBytes)
  context.action(existing === undefined ? 'copy' : 'update', context.label(where.job, joinPath(where.path, entry.name)), entry.sizeBytes)
}
