import { chmodSync, closeSync, fstatSync, openSync } from 'node:fs'

import { BlitError, joinPath, keptModeBits, ownersDiffer, toFsPath, type Entry } from '@blit/core'

import { changedError } from '../copying/read-small.js'
import { sameBytes } from '../copying/copy-piece.js'
import type { OpenDirectory } from '../directory/directory-access.js'
import { errnoOf, ofSource } from '../directory/failure-of.js'
import { isUnchanged, isUntouched } from '../directory/list-directory.js'
import { OPEN_HANDLE, OPEN_READ, OPEN_READ_FOLLOW } from '../directory/open-flags.js'
import { fstat } from '../directory/stat-words.js'
import { keepsXattrs, readXattrs, xattrsEqual, type Xattrs } from '../metadata/extended-attributes.js'
import { setAttributes, setModificationTime } from '../metadata/set-attributes.js'
import { addContent, emptyPlan, type DirectoryPlan } from './classify.js'
import type { Place } from './place.js'
import type { FileWork } from './messages.js'
import { setLinkAttributes } from './special-files.js'
import type { WorkerContext } from './worker-context.js'

interface Where {
  readonly job: number
  readonly path: string
}

/**
 * Compares the content of files of equal size (`--checksum`): by their bytes, which on one machine costs no more
 * than a hash of both. Equal ones join `plan.metadata` or count as skipped, others travel.
 */
export function compareContents(
  context: WorkerContext,
  where: Where,
  from: OpenDirectory,
  place: Place,
  plan: DirectoryPlan,
): void {
  for (const work of plan.checksum) {
    if (context.cancelled) return
    if (context.content !== undefined) {
      compareElsewhere(context, where, place, plan, work)
      continue
    }

    const label = context.label(where.job, joinPath(where.path, work.entry.name))
    try {
      if (haveSameContent(context, from, place, work)) {
        context.count('filesSkipped')
        plan.metadata.push(work)
      } else addContent(context, plan, work)
    } catch (error) {
      if (!context.cancelled) context.fail(label, error, 'destination')
    }
  }
}

/** Content that is not on this machine is asked for, unless it turns out there to be the same. In a dry run only that is asked. */
function compareElsewhere(
  context: WorkerContext,
  where: Where,
  place: Place,
  plan: DirectoryPlan,
  work: FileWork,
): void {
  const xattrs = context.content?.xattrs(work.entry)
  const checksum = isAlterable(context, place, work, xattrs)
  const isAsked = checksum && context.options.dryRun
  addContent(context, isAsked ? emptyPlan() : plan, { ...work, checksum })
  if (isAsked) context.content?.request(where, [{ ...work, checksum }])
}

/** False where attributes differ of an inode that has names which are not ours: it is replaced, whatever it holds. */
export function isAlterable(
  context: WorkerContext,
  place: Place,
  work: FileWork,
  xattrs: Xattrs | undefined,
): boolean {
  const { existing, ownLinks = 1 } = work
  return (existing?.linkCount ?? 1) <= ownLinks || !differs(context, place, work, xattrs)
}

/** Whether the source's file and the one that exists hold the same bytes. */
export function haveSameContent(
  context: WorkerContext,
  from: OpenDirectory,
  place: Place,
  work: FileWork,
): boolean {
  const flags = context.options.copyLinks ? OPEN_READ_FOLLOW : OPEN_READ
  const sourceFd = ofSource(() => openSync(toFsPath(context.access.beside(from) + work.entry.name), flags))
  try {
    if (!isUntouched(work.entry, fstat(sourceFd))) throw changedError()
    const name = work.landAs ?? work.entry.name
    const destinationFd = tryOpen(context.access.beside(place.directory) + name)
    if (destinationFd === undefined) return false
    try {
      return sameBytes(sourceFd, destinationFd, work.entry.sizeBytes, () => context.throwIfCancelled())
    } finally {
      closeSync(destinationFd)
    }
  } finally {
    closeSync(sourceFd)
  }
}

/** Undefined for what this user may not read: it cannot be compared, only replaced. */
function tryOpen(path: string): number | undefined {
  try {
    return openSync(toFsPath(path), OPEN_READ)
  } catch (error) {
    if (errnoOf(error) === 'EACCES') return undefined
    throw error
  }
}

/**
 * Sets mode, owner, times and attributes of entries whose content is in place. An inode with several links is never
 * altered, because its other names are not ours: such a file is added to `plan` to be replaced.
 */
export function updateMetadata(
  context: WorkerContext,
  where: Where,
  from: OpenDirectory,
  place: Place,
  plan: DirectoryPlan,
): void {
  for (const work of plan.metadata) {
    if (context.cancelled) return
    const label = context.label(where.job, joinPath(where.path, work.entry.name))
    try {
      if (updateOne(context, from, place, plan, work, label))
        context.recordLanded(where.job, where.path, work.entry)
    } catch (error) {
      context.fail(label, error, 'metadata')
    }
  }
}

/** False when the file joined `plan` instead. */
function updateOne(
  context: WorkerContext,
  from: OpenDirectory,
  place: Place,
  plan: Pick<DirectoryPlan, 'large' | 'small'>,
  work: FileWork,
  label: string,
): boolean {
  const { entry, existing } = work
  if (existing === undefined) return true
  const xattrs = sourceXattrs(context, from, entry)
  if (!differs(context, place, work, xattrs)) return true
  // Its other names are not ours.
  if (entry.type === 'file' && (existing.linkCount ?? 1) > (work.ownLinks ?? 1)) {
    context.count('filesSkipped', -1)
    addContent(context, plan, work)
    return false
  }

  if (context.options.dryRun) {
    context.action('metadata', label)
    return true
  }

  const path = context.access.beside(place.directory) + (work.landAs ?? entry.name)
  if (entry.type !== 'file') {
    if (entry.type !== 'symlink') chmodByHandle(context, path, existing, entry)
    setLinkAttributes(context, path, entry)
  } else setFileAttributes(context, path, existing, entry, xattrs)
  context.action('metadata', label)
  return true
}

/**
 * Sets what is different of the attributes of a file whose content is known to be the same: `existing` of `work`, as it was just now.
 * Throws `E_CHANGED` if it is another file by then.
 */
export function updateSame(
  context: WorkerContext,
  place: Place,
  work: FileWork & { readonly existing: Entry },
  xattrs: Xattrs | undefined,
  label: string,
): void {
  const { entry, existing } = work
  if (!differs(context, place, work, xattrs)) return
  if (context.options.dryRun) {
    context.action('metadata', label)
    return
  }

  setFileAttributes(context, context.access.beside(place.directory) + entry.name, existing, entry, xattrs)
  context.action('metadata', label)
}

/** Attributes of a file of the source, if they are kept. */
export function sourceXattrs(context: WorkerContext, from: OpenDirectory, entry: Entry): Xattrs | undefined {
  const { native, options } = context
  if (native === undefined || entry.type !== 'file' || !keepsXattrs(options.preserve)) return undefined
  if (context.content !== undefined) return context.content.xattrs(entry)
  const fd = ofSource(() =>
    openSync(
      toFsPath(context.access.beside(from) + entry.name),
      options.copyLinks ? OPEN_READ_FOLLOW : OPEN_READ,
    ),
  )
  try {
    return readXattrs(native, fd, options.preserve)
  } finally {
    closeSync(fd)
  }
}

function differs(context: WorkerContext, place: Place, work: FileWork, xattrs: Xattrs | undefined): boolean {
  const { entry, existing } = work
  const { preserve, compare } = context.options
  if (existing === undefined) return false
  const apart = entry.mtimeNs - existing.mtimeNs
  if (compare.mode !== 'size' && (apart > compare.modifyWindowNs || -apart > compare.modifyWindowNs))
    return true
  if (entry.type !== 'symlink' && (((entry.mode ?? 0) ^ (existing.mode ?? 0)) & keptModeBits(preserve)) !== 0)
    return true
  if (preserve.owner && ownersDiffer(entry, existing)) return true
  const { native } = context
  if (xattrs === undefined || native === undefined) return false
  const fd = openSync(
    toFsPath(context.access.beside(place.directory) + (work.landAs ?? entry.name)),
    OPEN_READ,
  )
  try {
    return !xattrsEqual(xattrs, readXattrs(native, fd, preserve))
  } finally {
    closeSync(fd)
  }
}

function setFileAttributes(
  context: WorkerContext,
  path: string,
  existing: Entry,
  entry: Entry,
  xattrs: Xattrs | undefined,
): void {
  const fd = openForAttributes(path, existing)
  try {
    if (!isUnchanged(existing, fstat(fd))) throw changedError()
    const refused = setAttributes(fd, entry, context.options.preserve, context.native, xattrs)
    if (refused.length > 0) context.warn(`attributes not kept: ${refused.join(', ')}`, entry.name)
    setModificationTime(fd, entry.mtimeNs, context.native)
  } finally {
    closeSync(fd)
  }
}

/** Opens a file whose mode may forbid it to its owner: the mode is to change anyway. */
function openForAttributes(path: string, existing: Entry): number {
  try {
    return openSync(toFsPath(path), OPEN_READ)
  } catch (error) {
    if (errnoOf(error) !== 'EACCES' || process.platform !== 'linux') throw error
  }

  const handle = openSync(toFsPath(path), OPEN_HANDLE)
  try {
    if (!fstatSync(handle).isFile()) throw new BlitError('E_CHANGED', 'it is no file any more')
    chmodSync(`/proc/self/fd/${handle}`, (existing.mode ?? 0) | 0o600)
    return openSync(toFsPath(path), OPEN_READ)
  } finally {
    closeSync(handle)
  }
}

function chmodByHandle(context: WorkerContext, path: string, existing: Entry, entry: Entry): void {
  const mode = (entry.mode ?? 0o600) & keptModeBits(context.options.preserve)
  if (process.platform !== 'linux' || existing.mode === mode) return
  const handle = openSync(toFsPath(path), OPEN_HANDLE)
  try {
    chmodSync(`/proc/self/fd/${handle}`, mode)
  } finally {
    closeSync(handle)
  }
}
