/**
 * One directory: the unit in which the engine works.
 *
 * 1. Enter the source's, list it with attributes, drop what the filter hides.
 * 2. Look at the destination's: all of it for a mirror, else only the names the source has.
 * 3. Compare, which gives lists of work (`classify`), and for a mirror what only the destination has.
 * 4. If the directory is new, it is built under a temp name with its small files, symlinks and specials, and
 *    renamed once: that is safe (S1) and saves a rename a file. Else each thing has a temp name of its own.
 * 5. Large files, further names and subdirectories become tasks, for this worker or one that is idle.
 */
import { fstatSync } from 'node:fs'

import { BlitError, displayPath, joinPath, type Entry, type Inode } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { failureOf } from '../directory/failure-of.js'
import { statEntry } from '../directory/list-directory.js'
import { pushPresent, type DirectoryWork } from './directory-work.js'
import { runEntries } from './land-directory.js'
import { lookAt, sourceNames } from './list-source.js'
import { LITTLE } from './little.js'
import type { SourceNames, Task, WantedNode } from './messages.js'
import { isUnchangedDirectory, lookQuickly, type QuickLook } from './quick-skip.js'
import { canCopyUnseen } from './small-files.js'
import type { WorkerContext } from './worker-context.js'
import type { WorkerState } from './worker-state.js'

/**
 * Names that one task looks at. The rest of a larger directory becomes tasks that hold names only: that bounds the
 * memory, and idle workers can take some. It bounds what a staged directory holds back, too.
 */
const CHUNK_NAMES = 1000

type DirectoryTask = Extract<Task, { kind: 'directory' }>
type NamesTask = Extract<Task, { kind: 'names' }>

/** Does one directory. Everything that can go wrong with it is reported. */
export function runDirectory(worker: WorkerState, task: DirectoryTask): void {
  const { context } = worker
  const job = context.job(task.job)
  const work = attempt(context, task, (): DirectoryWork | undefined => {
    const from = context.source.open(joinPath(job.source, task.path))
    let self = mayBeDestination(worker, from) ? lookAtItself(context, from) : undefined
    if (self !== undefined && isDestination(worker, self)) {
      context.warn('skipped: it is the destination itself', context.label(task.job, task.path))
      context.incomplete = true
      return undefined
    }

    const wanted = wantedAt(job.wanted, task.path)
    const all = sourceNames(context, from, wanted, task.state !== 'present' && canCopyUnseen(context))
    const isMuch = all.names.length + all.files.length > LITTLE.files
    if (context.handOver(task, isMuch)) {
      context.count('scansOpen')
      return undefined
    }

    const { caseInsensitive, normalizes } = context.setup.limits
    // Where names can collide, all of them have to be seen together.
    const [first, ...rest] = inChunks(
      all,
      caseInsensitive || normalizes ? Number.POSITIVE_INFINITY : CHUNK_NAMES,
    )
    const quick = compareQuickly(worker, task, from, first.names, wanted)
    // The root is special: sessions are in it.
    const isLeft = task.path === '' || quick === undefined || quick.others.length > 0 || rest.length > 0
    if (!isLeft && isUnchangedDirectory(context, from, quick.to, all.names.length)) {
      pushPresent(context, task, quick.directories)
      return undefined
    }

    self ??= lookAtItself(context, from)
    const above = withoutLoop(context, task, self)
    return {
      ...examine(worker, task, from, first, quick),
      self,
      rest,
      allNames: [...all.names, ...all.files],
      ...above,
    }
  })
  if (work !== undefined) runEntries(worker, work)
}

function lookAtItself(context: WorkerContext, directory: OpenDirectory): Entry {
  return statEntry(context.access.beside(directory), '.') as Entry
}

/** With `-L` a directory may be inside itself: that is refused. */
function withoutLoop(
  context: WorkerContext,
  task: DirectoryTask,
  { inode }: Entry,
): { above?: readonly Inode[] } {
  if (!context.options.copyLinks || inode === undefined) return {}
  const { above = [], path, job } = task
  if (above.some(({ dev, ino }) => dev === inode.dev && ino === inode.ino)) {
    const label = context.label(job, path)
    throw new BlitError('E_SCAN', `${displayPath(label)}: it leads back into a directory it is in`, {
      path: label,
    })
  }

  return { above: [...above, { dev: inode.dev, ino: inode.ino }] }
}

/** Does further names of a directory. */
export function runNames(worker: WorkerState, task: NamesTask): void {
  const { context } = worker
  const work = attempt(context, task, () => {
    const job = context.job(task.job)
    const from = context.source.open(joinPath(job.source, task.path))
    const quick = compareQuickly(worker, task, from, task.names.names, wantedAt(job.wanted, task.path))
    return examine(worker, task, from, task.names, quick)
  })
  if (work !== undefined) runEntries(worker, work)
}

function attempt<T>(context: WorkerContext, task: DirectoryTask | NamesTask, look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    context.incomplete = true
    context.addFailure(failureOf(error, context.label(task.job, task.path), 'scan'))
    return undefined
  }
}

function inChunks(all: SourceNames, size: number): [SourceNames, ...SourceNames[]] {
  const chunks: SourceNames[] = []
  for (let start = 0; start < Math.max(all.names.length, all.files.length); start += size) {
    chunks.push({ names: all.names.slice(start, start + size), files: all.files.slice(start, start + size) })
    if (size === Number.POSITIVE_INFINITY) break
  }

  return [chunks[0] ?? { names: [], files: [] }, ...chunks.slice(1)]
}

/** Looks closely at names of a source directory, those that a quick look has not settled. */
function examine(
  worker: WorkerState,
  task: DirectoryTask | NamesTask,
  from: OpenDirectory,
  { names, files }: SourceNames,
  quick: QuickLook | undefined,
): DirectoryWork {
  const { context } = worker
  const { job, path, state } = task
  const wanted = wantedAt(context.job(job).wanted, path)
  const { entries, hidden } = lookAt(context, { job, path, wanted }, from, quick?.others ?? names)
  const candidates = entries.map((entry) => ({ entry }))
  return {
    ...(task.kind === 'directory'
      ? task
      : { job, path, state, ...(task.above === undefined ? {} : { above: task.above }) }),
    from,
    self: undefined,
    candidates,
    hidden,
    files,
    present: quick?.directories ?? [],
  }
}

/** Counts what is plainly the same at the destination; undefined where that cannot be told quickly. */
function compareQuickly(
  worker: WorkerState,
  task: DirectoryTask | NamesTask,
  from: OpenDirectory,
  names: readonly string[],
  wanted: WantedNode | undefined,
): (QuickLook & { readonly to: OpenDirectory }) | undefined {
  const { context } = worker
  if (task.state !== 'present' || !worker.skipsQuickly || wanted?.children !== undefined) return undefined
  let to: OpenDirectory
  try {
    to = context.destination.open(joinPath(context.job(task.job).destination, task.path))
  } catch {
    // Reported when it is opened to be changed.
    return undefined
  }

  const quick = lookQuickly(context, task.path, from, to, names)
  context.count('filesScanned', quick.unchanged)
  context.count('filesSkipped', quick.unchanged)
  return { ...quick, to }
}

/** By the number alone, which may be another's on another device, or rounded. */
function mayBeDestination(worker: WorkerState, { fd }: OpenDirectory): boolean {
  const root = worker.context.setup.destinationInode
  return root !== undefined && (fd < 0 || fstatSync(fd).ino === Number(root.ino))
}

function isDestination(worker: WorkerState, self: Entry): boolean {
  const root = worker.context.setup.destinationInode
  return root !== undefined && self.inode?.ino === root.ino && self.inode.dev === root.dev
}

/** The wanted names in a directory: undefined means all. */
function wantedAt(root: WantedNode | undefined, path: string): WantedNode | undefined {
  let node = root
  for (const name of path === '' ? [] : path.split('/')) {
    if (node?.children === undefined) return node
    node = node.children.get(name)
  }

  return node
}
