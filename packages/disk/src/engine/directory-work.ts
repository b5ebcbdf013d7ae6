import { joinPath, type Entry, type Inode } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import type { Candidate, DirectoryPlan } from './classify.js'
import type { DirectoryState, SourceNames } from './messages.js'
import type { WorkerContext } from './worker-context.js'

/** What the source gives for a directory, and where it goes. */
export interface DirectoryWork {
  readonly job: number
  /** Relative to the job. */
  readonly path: string
  readonly state: DirectoryState
  readonly from: OpenDirectory
  /** The source directory itself; undefined where only some of its entries are in work. */
  readonly self: Entry | undefined
  readonly candidates: readonly Candidate[]
  /** Names of the source that exist and take no part. */
  readonly hidden: ReadonlySet<string>
  /** Subdirectories that are known to exist on both sides. */
  readonly present?: readonly string[]
  /** Regular files to be copied without a look before. */
  readonly files: readonly string[]
  /** All names of the source: what else a mirror finds at the destination goes. Undefined: nothing goes. */
  readonly allNames?: readonly string[]
  /** Names for further tasks. */
  readonly rest?: readonly SourceNames[]
  /** A file or symlink gives way to this directory. */
  readonly replaces?: 'file'
  /** Some of its entries were in work before: what is to be said of the directory itself was said. */
  readonly again?: boolean
  /** With `-L`: the directories that lead to those in it, itself included. */
  readonly above?: readonly Inode[]
}

/** Makes tasks of the names that were left for later. */
export function pushNames(context: WorkerContext, work: DirectoryWork): void {
  const { job, path, rest = [] } = work
  const made = work.state === 'absent' && !context.options.dryRun
  const state = made ? 'fresh' : work.state
  const above = work.above === undefined ? {} : { above: work.above }
  context.count('scansOpen', rest.length)
  for (const names of rest) context.stack.push({ kind: 'names', job, path, state, names, ...above })
}

/** Makes tasks of subdirectories that exist on both sides. */
export function pushPresent(
  context: WorkerContext,
  { job, path }: Pick<DirectoryWork, 'job' | 'path'>,
  names: readonly string[],
): void {
  context.count('scansOpen', names.length)
  for (const name of names)
    context.stack.push({ kind: 'directory', job, path: joinPath(path, name), state: 'present' })
}

/** Makes tasks of the subdirectories; returns of how many. */
export function pushDirectories(context: WorkerContext, work: DirectoryWork, plan: DirectoryPlan): number {
  const { present = [] } = work
  let pushed = present.length
  pushPresent(context, work, present)
  for (const { entry, existing, replaces } of plan.directories) {
    // With --ignore-existing a file stays where the source has a directory.
    if (existing !== undefined && existing.type !== 'directory' && replaces === undefined) continue
    pushed++
    context.count('scansOpen')
    context.stack.push({
      kind: 'directory',
      job: work.job,
      path: joinPath(work.path, entry.name),
      state: existing?.type === 'directory' ? 'present' : 'absent',
      ...(existing !== undefined && replaces === 'file' ? { replaces } : {}),
      ...(work.above === undefined ? {} : { above: work.above }),
    })
  }

  context.donate()
  return pushed
}
