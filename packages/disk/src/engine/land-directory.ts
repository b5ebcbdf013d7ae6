import { fchmodSync, fstatSync } from 'node:fs'

import { BlitError, joinPath, nameKey, sameAttributes, type Entry } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { errnoOf } from '../directory/failure-of.js'
import { entryOf, listNames, statEntry } from '../directory/list-directory.js'
import { fstat } from '../directory/stat-words.js'
import { classify, type DirectoryPlan } from './classify.js'
import { extraEntries } from './delete-list.js'
import { finishDirectory, isFinished, sourceXattrs } from './directory-list.js'
import { pushDirectories, pushNames, type DirectoryWork } from './directory-work.js'
import { lookAt } from './list-source.js'
import { makePlace, unlockDirectory, type MadePlace } from './make-place.js'
import type { FileWork } from './messages.js'
import { moveEntries } from './move-entries.js'
import { copySpecials, copySymlinks } from './other-entries.js'
import { rehearse } from './rehearse.js'
import { withoutFullDirectories } from './replace-directory.js'
import { copySmallFiles, copyUnseen } from './small-files.js'
import { compareContents, updateMetadata } from './update-files.js'
import type { WorkerContext } from './worker-context.js'
import type { WorkerState } from './worker-state.js'

/** Lands the candidates of one directory. */
export function runEntries(worker: WorkerState, work: DirectoryWork): void {
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
  const isNews = work.again !== true && work.state === 'present'
  if (work.self !== undefined && there.directory !== undefined && isNews) {
    announceAttributes(context, work, work.self, there.directory)
  }

  const plan = classify(context, work, work.candidates, (name) => there.entries(name))
  if (there.extras.length > 0) worker.deletes.addAll(work.job, work.path, there.extras)
  if (context.options.dryRun) rehearse(worker, work, plan, there.directory, landed)
  else if (context.renames) moveEntries(worker, work, plan, there.directory, path)
  else carryOut(worker, work, plan, there, path)
}

/** Times change with everything that happens in a directory: only other attributes are worth a word. */
function announceAttributes(
  context: WorkerContext,
  work: DirectoryWork,
  self: Entry,
  directory: OpenDirectory,
): void {
  if (directory.fd < 0) return
  const there = entryOf('', fstat(directory.fd))
  if (!sameAttributes(self, there, context.options.preserve)) {
    context.action('metadata', context.label(work.job, work.path))
  }
}

interface Destination {
  readonly directory: OpenDirectory | undefined
  readonly entries: (name: string) => Entry | undefined
  /** Of a mirror: what only the destination has. */
  readonly extras: readonly Entry[]
}

const NOTHING = (): undefined => undefined

function lookAtDestination(worker: WorkerState, work: DirectoryWork, path: string): Destination {
  const { context } = worker
  if (work.state === 'absent') return { directory: undefined, entries: NOTHING, extras: [] }
  const directory = openWritable(worker, path, work.self)
  refuseItself(directory, work.self)
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
  if (context.options.deleteExcluded)
    extras.push(...extraEntries(prefix, work.hidden, (name) => entries(name) === undefined))
  return { directory, entries, extras }
}

/** S4: through mounts, or links that are followed, source and destination can be one directory in the midst of two trees. */
function refuseItself({ fd }: OpenDirectory, self: Entry | undefined): void {
  if (fd < 0 || self?.inode === undefined) return
  const { dev, ino } = fstatSync(fd, { bigint: true })
  if (ino === self.inode.ino && dev === self.inode.dev)
    throw new BlitError('E_OVERLAP', 'source and destination are one directory here')
}

/** Opens a directory of the destination; its owner gets leave to change it until its mode is set last. */
function openWritable(worker: WorkerState, path: string, self: Entry | undefined): OpenDirectory {
  const { context } = worker
  let directory: OpenDirectory
  try {
    directory = context.destination.open(path)
  } catch (error) {
    if (errnoOf(error) !== 'EACCES' || context.options.dryRun || !unlockDirectory(context, path)) throw error
    directory = context.destination.open(path)
  }

  if (context.options.dryRun || directory.fd < 0 || self === undefined || process.getuid?.() === 0)
    return directory
  const stats = fstatSync(directory.fd)
  if ((stats.mode & 0o700) !== 0o700 && stats.uid === process.getuid?.())
    fchmodSync(directory.fd, (stats.mode & 0o7777) | 0o700)
  return directory
}

function carryOut(
  worker: WorkerState,
  work: DirectoryWork,
  plan: DirectoryPlan,
  there: Destination,
  path: string,
): void {
  const { context } = worker
  const direct = context.shared.beginDirect(context.setup.index)
  try {
    land(worker, work, plan, there, path, direct)
  } finally {
    if (direct) context.shared.endDirect(context.setup.index)
  }
}

function land(
  worker: WorkerState,
  work: DirectoryWork,
  plan: DirectoryPlan,
  there: Destination,
  path: string,
  direct: boolean,
): void {
  const { context } = worker
  const before =
    there.directory !== undefined &&
    work.self !== undefined &&
    isFinished(context, work.self, there.directory.fd)
  const made = makePlace(worker, work, path, there.directory, hasContent(work, plan), direct)
  if (made === undefined) return
  const { later, large } = fillPlace(worker, work, plan, made)
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
  // Last in, first out: large files before further names, or a directory of a million of them would all wait in memory.
  if (context.content !== undefined) context.content.request(work, large)
  else for (const file of large) context.stack.push({ kind: 'file', job: work.job, path: work.path, file })
}

function hasContent(work: DirectoryWork, plan: DirectoryPlan): boolean {
  return work.files.length + plan.small.length + plan.symlinks.length + plan.specials.length > 0
}

/** What is left of a directory: large files, and whether it will be changed by more than its subdirectories. */
interface Rest {
  readonly later: boolean
  readonly large: readonly FileWork[]
}

/** Lands what belongs into the directory now. */
function fillPlace(worker: WorkerState, work: DirectoryWork, plan: DirectoryPlan, made: MadePlace): Rest {
  const { context } = worker
  const { place } = made
  const { from } = work
  const unseen = copyUnseen(context, { ...work, place }, work.files)
  if (unseen.length > 0) {
    const { entries } = lookAt(context, { job: work.job, path: work.path }, from, unseen)
    const more = classify(
      context,
      work,
      entries.map((entry) => ({ entry })),
      NOTHING,
    )
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
  if (landing.links.length > 0) context.say({ type: 'links', members: landing.links })
  const fromElsewhere = context.content !== undefined && landing.small.length > 0
  const later =
    fromElsewhere ||
    landing.large.length > 0 ||
    plan.links.length > 0 ||
    landing.deferred ||
    (work.rest?.length ?? 0) > 0
  if (
    place.staged &&
    work.self !== undefined &&
    !later &&
    plan.directories.length === 0 &&
    !context.cancelled
  ) {
    const { self } = work
    finishDirectory(context, place.directory.fd, self, () =>
      context.content === undefined ? sourceXattrs(context, from.fd) : context.content.xattrs(self),
    )
    made.markFinished()
  }

  return { later, large: landing.large }
}
