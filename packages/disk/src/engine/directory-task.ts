/**
 * One directory: the unit in which the engine works.
 *
 * 1. Enter the source's, list it with attributes, drop what the filter hides.
 * 2. Look at the destination's: all of it for a mirror, else only the names the source has.
 * 3. Compare, which gives lists of work (`classify`), and for a mirror what only the destination has.
 * 4. If the directory is new, it is built under a temp name with its small files, symlinks and specials, and
 *    renamed once: that is safe (S1) and saves a rename a file. Else each thing has a temp name of its own.
 * 5. Large files, further small ones and subdirectories become tasks, for this worker or one that is idle.
 */
import { fchmodSync, fstatSync } from 'node:fs'

import { joinPath, type Entry } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { errnoOf, failureOf } from '../directory/failure-of.js'
import { listNames, statEntry } from '../directory/list-directory.js'
import { classify, type Candidate, type DirectoryPlan } from './classify.js'
import { extraEntries } from './delete-list.js'
import { finishDirectory, isFinished } from './directory-list.js'
import { listSource, type SourceListing } from './list-source.js'
import { makePlace, unlockDirectory, type MadePlace } from './make-place.js'
import type { DirectoryState, Task, WantedNode } from './messages.js'
import { moveEntries } from './move-entries.js'
import { copySpecials, copySymlinks } from './other-entries.js'
import { copySmallFiles } from './small-files.js'
import { compareContents, updateMetadata } from './update-files.js'
import { rehearse } from './rehearse.js'
import { withoutFullDirectories } from './replace-directory.js'
import { LITTLE_NAMES, type EngineWorker } from './engine-worker.js'
import type { WorkerContext } from './worker-context.js'

/** Small files of one directory that one task holds; more are split, so that idle workers can take some. */
const SLICE_FILES = 1000

type DirectoryTask = Extract<Task, { kind: 'directory' }>

/** What the source gives for a directory, and where it goes. */
export interface DirectoryWork {
  readonly job: number
  /** Relative to the job. */
  readonly path: string
  readonly state: DirectoryState
  readonly from: OpenDirectory
  /** The source directory itself; undefined when only single entries go there. */
  readonly self: Entry | undefined
  readonly candidates: readonly Candidate[]
  readonly hidden: ReadonlySet<string>
  /** A file or symlink gives way to this directory. */
  readonly replaces?: 'file'
}

/** Does one directory. Everything that can go wrong with it is reported. */
export function runDirectory(worker: EngineWorker, task: DirectoryTask): void {
  const { context } = worker
  const job = context.job(task.job)
  const label = context.label(task.job, task.path)
  let from: OpenDirectory
  let listing: SourceListing
  let self: Entry
  try {
    from = context.source.open(joinPath(job.source, task.path))
    self = statEntry(context.access.beside(from), '.') as Entry
    if (isDestination(worker, self)) {
      context.warn('skipped: it is the destination itself', label)
      context.incomplete = true
      return
    }

    if (context.inline && context.handOver(task, listNames(context.access.beside(from)).length > LITTLE_NAMES)) return
    listing = listSource(context, { job: task.job, path: task.path, wanted: wantedAt(job.wanted, task.path) }, from)
  } catch (error) {
    context.incomplete = true
    context.addFailure(failureOf(error, label, 'scan'))
    return
  }

  const candidates = listing.entries.map((entry) => ({ entry }))
  runEntries(worker, { ...task, from, self, candidates, hidden: listing.hidden })
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

  const plan = classify(context, work, work.candidates, (name) => there.entries(name))
  if (there.extras !== undefined) worker.deletes.addAll(work.job, work.path, there.extras)
  if (context.renames && !context.options.dryRun) moveEntries(worker, work, plan, there.directory, path)
  else carryOut(worker, work, plan, there, path)
}

interface Destination {
  readonly directory: OpenDirectory | undefined
  readonly entries: (name: string) => Entry | undefined
  /** Of a mirror: what only the destination has. */
  readonly extras: Entry[] | undefined
}

function lookAtDestination(worker: EngineWorker, work: DirectoryWork, path: string): Destination {
  const { context } = worker
  if (work.state === 'absent') return { directory: undefined, entries: () => undefined, extras: undefined }
  const directory = openWritable(worker, path, work.self)
  if (work.state === 'fresh') return { directory, entries: () => undefined, extras: undefined }
  const prefix = context.access.enter(directory)
  const entries = (name: string): Entry | undefined => statEntry(prefix, name)
  // Single entries say nothing of what else the source has.
  if (context.setup.operation !== 'mirror' || work.self === undefined) return { directory, entries, extras: undefined }
  const sources = new Set(work.candidates.map(({ entry }) => entry.name))
  const names = listNames(prefix)
  const present = new Set(names)
  const extras = extraEntries(prefix, names, (name) => sources.has(name) || work.hidden.has(name))
  return {
    directory,
    entries: (name) => (present.has(name) ? entries(name) : undefined),
    // --delete-excluded: hidden at the source counts as absent there.
    extras: context.options.deleteExcluded
      ? [...extras, ...extraEntries(prefix, names, (name) => !work.hidden.has(name))]
      : extras,
  }
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
  if (context.options.dryRun) {
    rehearse(worker, work, plan, there.directory)
    return
  }

  const before = there.directory !== undefined && work.self !== undefined && isFinished(context, work.self, there.directory.fd)
  const made = makePlace(worker, work, path, there.directory, hasContent(plan))
  if (made === undefined) return
  const later = fillPlace(worker, work, plan, made)
  if (!made.settle()) return
  worker.recordLandedDirectory(work)
  const touched = !before || later || plan.directories.length > 0 || (there.extras?.length ?? 0) > 0 || hasContent(plan)
  if (work.self !== undefined && touched && !made.finished) worker.directories.add(work.job, work.path, work.self)
  pushDirectories(context, work, plan)
}

function hasContent(plan: DirectoryPlan): boolean {
  return plan.small.length + plan.symlinks.length + plan.specials.length > 0
}

/** Lands what belongs into the directory now; true if more will be changed in it later. */
function fillPlace(worker: EngineWorker, work: DirectoryWork, plan: DirectoryPlan, made: MadePlace): boolean {
  const { context } = worker
  const { place } = made
  const { from } = work
  compareContents(context, work, from, place, plan)
  updateMetadata(context, work, from, place, plan)
  const landing = withoutFullDirectories(worker, work, plan, place)
  const first = landing.small.slice(0, SLICE_FILES)
  copySmallFiles(context, { ...work, place, files: first })
  copySymlinks(context, work, place, landing.symlinks)
  copySpecials(context, work, place, landing.specials)
  for (let start = SLICE_FILES; start < landing.small.length; start += SLICE_FILES) {
    const files = landing.small.slice(start, start + SLICE_FILES)
    context.stack.push({ kind: 'files', job: work.job, path: work.path, files })
  }

  for (const file of landing.large) context.stack.push({ kind: 'file', job: work.job, path: work.path, file })
  if (plan.links.length > 0) {
    context.say({ type: 'links', members: plan.links.map((file) => ({ job: work.job, path: work.path, file })) })
  }

  const later = landing.small.length > SLICE_FILES || landing.large.length > 0 || plan.links.length > 0
  const complete = !later && plan.directories.length === 0 && !context.cancelled
  if (complete && place.staged && work.self !== undefined) {
    finishDirectory(context, place.directory.fd, work.self, () => from.fd)
    made.markFinished()
  }

  return later || landing.deferred
}

/** Makes tasks of the subdirectories. */
export function pushDirectories(context: WorkerContext, work: DirectoryWork, plan: DirectoryPlan): void {
  for (const { entry, existing, replaces } of plan.directories) {
    // With --ignore-existing a file stays where the source has a directory.
    if (existing !== undefined && existing.type !== 'directory' && replaces === undefined) continue
    context.stack.push({
      kind: 'directory',
      job: work.job,
      path: joinPath(work.path, entry.name),
      state: existing?.type === 'directory' ? 'present' : 'absent',
      ...(existing !== undefined && replaces === 'file' ? { replaces } : {}),
    })
  }

  context.donate()
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
