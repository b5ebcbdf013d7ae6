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
import { fchmodSync, fstatSync } from 'node:fs'

import { BlitError, displayPath, joinPath, nameKey, type Entry, type Inode } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { errnoOf, failureOf } from '../directory/failure-of.js'
import { listNames, statEntry } from '../directory/list-directory.js'
import { classify, type Candidate, type DirectoryPlan } from './classify.js'
import { extraEntries } from './delete-list.js'
import { finishDirectory, isFinished } from './directory-list.js'
import { lookAt, sourceNames } from './list-source.js'
import { makePlace, unlockDirectory, type MadePlace } from './make-place.js'
import type { DirectoryState, SourceNames, Task, WantedNode } from './messages.js'
import { moveEntries } from './move-entries.js'
import { copySpecials, copySymlinks } from './other-entries.js'
import { withoutUnchanged } from './quick-skip.js'
import { canCopyUnseen, copySmallFiles, copyUnseen } from './small-files.js'
import { compareContents, updateMetadata } from './update-files.js'
import { rehearse } from './rehearse.js'
import { withoutFullDirectories } from './replace-directory.js'
import { LITTLE_NAMES, type EngineWorker } from './engine-worker.js'
import type { WorkerContext } from './worker-context.js'

/**
 * Names that one task looks at. The rest of a larger directory becomes tasks that hold names only: that bounds the
 * memory, and idle workers can take some. It bounds what a staged directory holds back, too.
 */
const CHUNK_NAMES = 1000

type DirectoryTask = Extract<Task, { kind: 'directory' }>
type NamesTask = Extract<Task, { kind: 'names' }>

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
  /** Regular files to be copied without a look before. */
  readonly files: readonly string[]
  /** All names of the source: what else a mirror finds at the destination goes. Undefined: nothing goes. */
  readonly allNames?: readonly string[]
  /** Names for further tasks. */
  readonly rest?: readonly SourceNames[]
  /** A file or symlink gives way to this directory. */
  readonly replaces?: 'file'
  /** With `-L`: the directories that lead to those in it, itself included. */
  readonly above?: readonly Inode[]
}

/** Does one directory. Everything that can go wrong with it is reported. */
export function runDirectory(worker: EngineWorker, task: DirectoryTask): void {
  const { context } = worker
  const job = context.job(task.job)
  const work = attempt(context, task, (): DirectoryWork | undefined => {
    const from = context.source.open(joinPath(job.source, task.path))
    const self = statEntry(context.access.beside(from), '.') as Entry
    if (isDestination(worker, self)) {
      context.warn('skipped: it is the destination itself', context.label(task.job, task.path))
      context.incomplete = true
      return undefined
    }

    const above = withoutLoop(context, task, self)
    const wanted = wantedAt(job.wanted, task.path)
    const all = sourceNames(context, from, wanted, task.state !== 'present' && canCopyUnseen(context))
    if (context.handOver(task, all.names.length + all.files.length > LITTLE_NAMES)) return undefined
    const { caseInsensitive, normalizes } = context.setup.limits
    // Where names can collide, all of them have to be seen together.
    const [first, ...rest] = inChunks(all, caseInsensitive || normalizes ? Number.POSITIVE_INFINITY : CHUNK_NAMES)
    return { ...examine(worker, task, from, first), self, rest, allNames: [...all.names, ...all.files], ...above }
  })
  if (work !== undefined) runEntries(worker, work)
}

/** With `-L` a directory may be inside itself: that is refused. */
function withoutLoop(context: WorkerContext, task: DirectoryTask, { inode }: Entry): { above?: readonly Inode[] } {
  if (!context.options.copyLinks || inode === undefined) return {}
  const { above = [], path, job } = task
  if (above.some(({ dev, ino }) => dev === inode.dev && ino === inode.ino)) {
    const label = context.label(job, path)
    throw new BlitError('E_SCAN', `${displayPath(label)}: it leads back into a directory it is in`, { path: label })
  }

  return { above: [...above, { dev: inode.dev, ino: inode.ino }] }
}

/** Does further names of a directory. */
export function runNames(worker: EngineWorker, task: NamesTask): void {
  const { context } = worker
  const work = attempt(context, task, () =>
    examine(worker, task, context.source.open(joinPath(context.job(task.job).source, task.path)), task.names),
  )
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

/** Looks at names of a source directory, less those that are plainly the same at the destination. */
function examine(
  worker: EngineWorker,
  task: DirectoryTask | NamesTask,
  from: OpenDirectory,
  { names, files }: SourceNames,
): DirectoryWork {
  const { context } = worker
  const { job, path, state } = task
  const isWanted = wantedAt(context.job(job).wanted, path)?.children !== undefined
  const closely = state === 'present' && worker.skipsQuickly ? withoutPlainlySame(worker, task, from, names) : names
  const { entries, hidden } = lookAt(context, { job, path, isWanted }, from, closely)
  const candidates = entries.map((entry) => ({ entry }))
  return { ...(task.kind === 'directory' ? task : { job, path, state, ...(task.above === undefined ? {} : { above: task.above }) }), from, self: undefined, candidates, hidden, files }
}

function withoutPlainlySame(
  worker: EngineWorker,
  task: DirectoryTask | NamesTask,
  from: OpenDirectory,
  names: readonly string[],
): readonly string[] {
  const { context } = worker
  let to: OpenDirectory
  try {
    to = context.destination.open(joinPath(context.job(task.job).destination, task.path))
  } catch {
    // Reported when it is opened to be changed.
    return names
  }

  return withoutUnchanged(context, task.path, from, to, names)
}

/** Lands the candidates of one directory. */
export function runEntries(worker: EngineWorker, work: DirectoryWork): void {
  const { context } = worker
  const path = joinPath(context.job(work.job).destination, work.path)
  let there: Destination
  try {
    there = lookAtDestination(worker, work, path)
  } catch (error) {
    context.incomplete = true
    context.fail(context.label(work.job, work.path), error, 'destination')
    return
  }

  const { landed } = context
  const plan = classify(context, work, work.candidates, (name) => there.entries(name))
  if (there.extras.length > 0) worker.deletes.addAll(work.job, work.path, there.extras)
  if (context.options.dryRun) rehearse(worker, work, plan, there.directory, landed)
  else if (context.renames) moveEntries(worker, work, plan, there.directory, path)
  else carryOut(worker, work, plan, there, path)
}

interface Destination {
  readonly directory: OpenDirectory | undefined
  readonly entries: (name: string) => Entry | undefined
  /** Of a mirror: what only the destination has. */
  readonly extras: readonly Entry[]
}

const NOTHING = (): undefined => undefined

function lookAtDestination(worker: EngineWorker, work: DirectoryWork, path: string): Destination {
  const { context } = worker
  if (work.state === 'absent') return { directory: undefined, entries: NOTHING, extras: [] }
  const directory = openWritable(worker, path, work.self)
  if (work.state === 'fresh') return { directory, entries: NOTHING, extras: [] }
  const prefix = context.access.enter(directory)
  const entries = (name: string): Entry | undefined => statEntry(prefix, name)
  if (context.setup.operation !== 'mirror') return { directory, entries, extras: [] }
  const extras: Entry[] = []
  if (work.allNames !== undefined) {
    // Names that are one at the destination count as one: else README goes after readme was written.
    const { limits } = context.setup
    const known = new Set(work.allNames.map((name) => nameKey(name, limits)))
    extras.push(...extraEntries(prefix, listNames(prefix), (name) => known.has(nameKey(name, limits))))
  }

  // --delete-excluded: hidden at the source counts as absent there.
  if (context.options.deleteExcluded) extras.push(...extraEntries(prefix, work.hidden, (name) => entries(name) === undefined))
  return { directory, entries, extras }
}

/** Opens a directory of the destination; its owner gets leave to change it until its mode is set last. */
function openWritable(worker: EngineWorker, path: string, self: Entry | undefined): OpenDirectory {
  const { context } = worker
  let directory: OpenDirectory
  try {
    directory = context.destination.open(path)
  } catch (error) {
    if (errnoOf(error) !== 'EACCES' || context.options.dryRun || !unlockDirectory(context, path)) throw error
    directory = context.destination.open(path)
  }

  if (context.options.dryRun || directory.fd < 0 || self === undefined || process.getuid?.() === 0) return directory
  const stats = fstatSync(directory.fd)
  if ((stats.mode & 0o700) !== 0o700 && stats.uid === process.getuid?.()) fchmodSync(directory.fd, (stats.mode & 0o7777) | 0o700)
  return directory
}

function carryOut(worker: EngineWorker, work: DirectoryWork, plan: DirectoryPlan, there: Destination, path: string): void {
  const { context } = worker
  const direct = context.shared.beginDirect(context.setup.index)
  try {
    land(worker, work, plan, there, path, direct)
  } finally {
    if (direct) context.shared.endDirect(context.setup.index)
  }
}

function land(
  worker: EngineWorker,
  work: DirectoryWork,
  plan: DirectoryPlan,
  there: Destination,
  path: string,
  direct: boolean,
): void {
  const { context } = worker
  const before = there.directory !== undefined && work.self !== undefined && isFinished(context, work.self, there.directory.fd)
  const made = makePlace(worker, work, path, there.directory, hasContent(work, plan), direct)
  if (made === undefined) return
  const later = fillPlace(worker, work, plan, made)
  if (!made.settle()) return
  worker.recordLandedDirectory(work)
  const newBelow = plan.directories.some(({ existing }) => existing?.type !== 'directory')
  const touched = !before || later || newBelow || there.extras.length > 0 || hasContent(work, plan)
  if (work.self !== undefined && !made.finished) {
    if (touched) worker.directories.add(work.job, work.path, work.self)
    // The file of the session comes and goes in the root.
    else if (path === '') worker.directories.addForSession(work.job, work.path, work.self)
  }

  pushNames(context, work)
  pushDirectories(context, work, plan)
}

function hasContent(work: DirectoryWork, plan: DirectoryPlan): boolean {
  return work.files.length + plan.small.length + plan.symlinks.length + plan.specials.length > 0
}

/** Lands what belongs into the directory now; true if more will be changed in it later. */
function fillPlace(worker: EngineWorker, work: DirectoryWork, plan: DirectoryPlan, made: MadePlace): boolean {
  const { context } = worker
  const { place } = made
  const { from } = work
  const unseen = copyUnseen(context, { ...work, place }, work.files)
  if (unseen.length > 0) {
    const { entries } = lookAt(context, { ...work, isWanted: false }, from, unseen)
    const more = classify(context, work, entries.map((entry) => ({ entry })), NOTHING)
    plan.small.push(...more.small)
    plan.large.push(...more.large)
    plan.specials.push(...more.specials)
    plan.symlinks.push(...more.symlinks)
    plan.directories.push(...more.directories)
  }

  compareContents(context, work, from, place, plan)
  updateMetadata(context, work, from, place, plan)
  const landing = withoutFullDirectories(worker, work, plan, place)
  copySmallFiles(context, { ...work, place, files: landing.small })
  copySymlinks(context, work, place, landing.symlinks)
  copySpecials(context, work, place, landing.specials)
  for (const file of landing.large) context.stack.push({ kind: 'file', job: work.job, path: work.path, file })
  if (landing.links.length > 0) context.say({ type: 'links', members: landing.links })
  const later = landing.large.length > 0 || plan.links.length > 0 || landing.deferred || (work.rest?.length ?? 0) > 0
  if (place.staged && work.self !== undefined && !later && plan.directories.length === 0 && !context.cancelled) {
    finishDirectory(context, place.directory.fd, work.self, () => from.fd)
    made.markFinished()
  }

  return later
}

/** Makes tasks of the names that were left for later. */
export function pushNames(context: WorkerContext, work: DirectoryWork): void {
  const { job, path, rest = [] } = work
  const made = work.state === 'absent' && !context.options.dryRun
  const state = made ? 'fresh' : work.state
  const above = work.above === undefined ? {} : { above: work.above }
  for (const names of rest) context.stack.push({ kind: 'names', job, path, state, names, ...above })
}

/** Makes tasks of the subdirectories; returns of how many. */
export function pushDirectories(context: WorkerContext, work: DirectoryWork, plan: DirectoryPlan): number {
  let pushed = 0
  for (const { entry, existing, replaces } of plan.directories) {
    // With --ignore-existing a file stays where the source has a directory.
    if (existing !== undefined && existing.type !== 'directory' && replaces === undefined) continue
    pushed++
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

function isDestination(worker: EngineWorker, self: Entry): boolean {
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
