import { joinPath, type Entry } from '@blit/core'

import { readSmall, readUnseen } from '../copying/read-small.js'
import { writeSmall, type SmallContent, type WriteRules } from '../copying/write-small.js'
import type { OpenDirectory } from '../directory/directory-access.js'
import { statEntry } from '../directory/list-directory.js'
import { OPEN_READ, OPEN_READ_FOLLOW } from '../directory/open-flags.js'
import { keepsXattrs, readXattrs, type Xattrs } from '../metadata/extended-attributes.js'
import { commit } from './commit.js'
import { removeTemp } from './take-name.js'
import type { Place } from './place.js'
import type { FileWork } from './messages.js'
import { BATCH_BYTES, type WorkerContext } from './worker-context.js'

/** Files up to this size are read whole and written whole, many at a time. */
export const SMALL_MAX_BYTES = 256 * 1024
/** Files a batch; bounds what a cancel has to wait for. */
const BATCH_FILES = 256

export interface SmallFilesWork {
  readonly job: number
  /** Directory, relative to the job. */
  readonly path: string
  readonly from: OpenDirectory
  readonly place: Place
  readonly files: readonly FileWork[]
}

interface ReadFile {
  readonly work: FileWork
  readonly content: SmallContent
}

/**
 * Lands small files of one directory. A thread has one current directory, so a batch is read in the
 * source's, then written in the destination's: two changes of directory for up to 256 files.
 */
export function copySmallFiles(context: WorkerContext, work: SmallFilesWork): void {
  if (context.content !== undefined) {
    context.content.request(work, work.files)
    return
  }

  const rules = writeRules(context, work)
  for (let next = 0; next < work.files.length && !context.cancelled;) {
    const batch: ReadFile[] = []
    next = readBatch(context, work, next, batch)
    writeBatch(context, work, batch, rules)
    context.donate()
  }
}

/** Whether new directories may be filled by `copyUnseen`: nothing has to be known of a file before it is read. */
export function canCopyUnseen(context: WorkerContext): boolean {
  const { preserve, copyLinks, dryRun, filter } = context.options
  const { caseInsensitive, normalizes, windowsNames, maxNameBytes } = context.setup.limits
  const limits = [filter.minSizeBytes, filter.maxSizeBytes, filter.modifiedAfterNs, filter.modifiedBeforeNs]
  const kept = [preserve.xattrs, preserve.acls, preserve.hardLinks, preserve.sparse, preserve.owner]
  return (
    process.platform !== 'win32' &&
    ![...kept, copyLinks, dryRun, caseInsensitive, normalizes, windowsNames, context.renames].includes(
      true,
    ) &&
    maxNameBytes >= 255 &&
    limits.every((limit) => limit === undefined)
  )
}

/**
 * Lands files that nobody has looked at before, in a directory that is new: one call a file less. Returns the names of those that
 * have to be looked at after all: large ones, and those changed a moment ago, which could be changing now.
 */
export function copyUnseen(
  context: WorkerContext,
  work: Omit<SmallFilesWork, 'files'>,
  names: readonly string[],
): string[] {
  const rules = writeRules(context, work)
  const others: string[] = []
  for (let next = 0; next < names.length && !context.cancelled;) {
    const batch: ReadFile[] = []
    next = readUnseenBatch(context, work, names, next, batch, others)
    writeBatch(context, work, batch, rules)
    context.donate()
  }

  return others
}

/** Clocks of file systems tick coarsely, and not all at the same time. */
const QUIET_MS = 2000

function readUnseenBatch(
  context: WorkerContext,
  work: Omit<SmallFilesWork, 'files'>,
  names: readonly string[],
  first: number,
  batch: ReadFile[],
  others: string[],
): number {
  const prefix = context.access.enter(work.from)
  const { buffer } = context
  const room = SMALL_MAX_BYTES + 1
  const quietSinceMs = Date.now() - QUIET_MS
  let start = 0
  let next = first
  for (; next < names.length && batch.length < BATCH_FILES && start + room <= BATCH_BYTES; next++) {
    const name = names[next] as string
    if (!context.filter.empty && context.filter.hides(joinPath(work.path, name), false)) continue
    const entry = tryRead(prefix, name, { buffer, start, room }, quietSinceMs)
    if (entry === undefined) others.push(name)
    else {
      context.count('filesScanned')
      context.count('filesTotal')
      context.count('bytesTotal', entry.sizeBytes)
      batch.push({ work: { entry }, content: { buffer, start, entry, xattrs: undefined } })
      start += entry.sizeBytes
    }
  }

  return next
}

/** Undefined also for what fails: whoever looks closely reports it. */
function tryRead(
  prefix: string,
  name: string,
  space: { readonly buffer: Buffer; readonly start: number; readonly room: number },
  quietSinceMs: number,
): Entry | undefined {
  try {
    return readUnseen(prefix + name, name, space, quietSinceMs)
  } catch {
    return undefined
  }
}

function readBatch(context: WorkerContext, work: SmallFilesWork, first: number, batch: ReadFile[]): number {
  const prefix = context.access.enter(work.from)
  let used = 0
  let next = first
  for (; next < work.files.length && batch.length < BATCH_FILES; next++) {
    const file = work.files[next] as FileWork
    if (used + file.entry.sizeBytes + 1 > BATCH_BYTES) break
    const content = readFile(context, work, prefix, file.entry, used)
    if (content === undefined) continue
    batch.push({ work: file, content })
    used += content.entry.sizeBytes + 1
  }

  return next
}

/** Reads one file, again if it changed meanwhile; a failure is reported and gives undefined. */
function readFile(
  context: WorkerContext,
  work: SmallFilesWork,
  prefix: string,
  listed: Entry,
  start: number,
): SmallContent | undefined {
  const { buffer, options, native } = context
  const flags = options.copyLinks ? OPEN_READ_FOLLOW : OPEN_READ
  let entry = listed
  for (let tries = 0; ; tries++) {
    try {
      let xattrs: Xattrs | undefined
      if (native !== undefined && keepsXattrs(options.preserve)) {
        readSmall(prefix + entry.name, entry, buffer, start, flags, (fd) => {
          xattrs = readXattrs(native, fd, options.preserve)
        })
      } else readSmall(prefix + entry.name, entry, buffer, start, flags)
      return { buffer, start, entry, xattrs }
    } catch (error) {
      const label = context.label(work.job, joinPath(work.path, listed.name))
      const again =
        tries < options.retries && context.isRetryable(error)
          ? statEntry(prefix, listed.name, options.copyLinks)
          : undefined
      if (
        again?.type !== 'file' ||
        again.sizeBytes > SMALL_MAX_BYTES ||
        start + again.sizeBytes + 1 > BATCH_BYTES
      ) {
        context.fail(label, error, 'source')
        return undefined
      }

      entry = again
    }
  }
}

function writeBatch(
  context: WorkerContext,
  work: Omit<SmallFilesWork, 'files'>,
  batch: readonly ReadFile[],
  rules: WriteRules,
): void {
  const { place } = work
  const prefix = context.access.enter(place.directory)
  for (const { work: file, content } of batch) {
    // A cancelled batch may stop anywhere: each file is whole or not there.
    if (context.cancelled) return
    const { sizeBytes } = content.entry
    const name = file.landAs ?? content.entry.name
    const label = context.label(work.job, joinPath(work.path, content.entry.name))
    context.shared.throttle(sizeBytes, context.options.bwlimitBytesPerSec)
    try {
      landOne(context, place, prefix, file, content, name, rules)
    } catch (error) {
      context.fail(label, error, 'destination')
      continue
    }

    context.count('filesCopied')
    context.count('bytesCopied', sizeBytes)
    context.count('bytesDone', sizeBytes)
    context.action(file.existing === undefined ? 'copy' : 'update', label, sizeBytes)
    context.recordLanded(work.job, work.path, content.entry)
  }
}

function landOne(
  context: WorkerContext,
  place: Place,
  prefix: string,
  file: FileWork,
  content: SmallContent,
  name: string,
  rules: WriteRules,
): void {
  if (place.staged) {
    writeSmall(prefix + name, content, rules)
    return
  }

  const temp = context.temp(place.path)
  writeSmall(prefix + temp, content, rules)
  try {
    commit(context, place, prefix, { temp, name }, file.existing)
  } catch (error) {
    removeTemp(prefix + temp)
    throw error
  }
}

function writeRules(context: WorkerContext, work: Omit<SmallFilesWork, 'files'>): WriteRules {
  return {
    preserve: context.options.preserve,
    native: context.native,
    fsync: context.options.fsync && !work.place.staged,
    verify: context.options.verify,
    refused: (names) =>
      context.warn(`attributes not kept: ${names.join(', ')}`, context.label(work.job, work.path)),
  }
}
