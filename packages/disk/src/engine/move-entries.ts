import { accessSync, constants, renameSync, rmdirSync, unlinkSync } from 'node:fs'

import { BlitError, displayPath, joinPath, toFsPath } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { errnoOf, errorOf } from '../directory/failure-of.js'
import { statEntry } from '../directory/list-directory.js'
import type { DirectoryPlan } from './classify.js'
import { keepBackup } from './backup.js'
import type { Place } from './place.js'
import { pushDirectories, pushNames, type DirectoryWork } from './directory-work.js'
import { makePlace } from './make-place.js'
import type { FileWork } from './messages.js'
import { isEmpty, deferOrRefuse } from './replace-directory.js'
import type { WorkerContext } from './worker-context.js'
import type { WorkerState } from './worker-state.js'

/**
 * Moves the entries of a directory by renaming them: nothing is copied, each is at all times under one
 * of its names. Never through a staged directory, which a later run might take for a leftover.
 */
export function moveEntries(
  worker: WorkerState,
  work: DirectoryWork,
  plan: DirectoryPlan,
  directory: OpenDirectory | undefined,
  path: string,
): void {
  const { context } = worker
  const made = makePlace(worker, work, path, directory, false, false)
  if (made === undefined) return
  const { place } = made
  for (const file of plan.renames) {
    if (context.cancelled) return
    const label = context.label(work.job, joinPath(work.path, file.entry.name))
    try {
      if (file.replaces === 'directory' && !isEmpty(worker, place, file)) deferOrRefuse(worker, work, file)
      else moveOne(context, work, place, file, label)
    } catch (error) {
      context.fail(label, error, 'destination')
    }
  }

  if (work.self !== undefined) worker.directories.add(work.job, work.path, work.self)
  worker.recordLandedDirectory(work)
  pushNames(context, work)
  pushDirectories(context, work, plan)
}

function moveOne(
  context: WorkerContext,
  work: DirectoryWork,
  place: Place,
  file: FileWork,
  label: string,
): void {
  const { entry, existing } = file
  const name = file.landAs ?? entry.name
  const from = context.access.beside(work.from) + entry.name
  const to = context.access.beside(place.directory) + name
  const now = statEntry(context.access.beside(work.from), entry.name)
  if (now === undefined || now.inode?.ino !== entry.inode?.ino) {
    throw new BlitError('E_CHANGED', `${displayPath(label)}: it changed while it was moved`, { path: label })
  }

  if (existing?.type === 'directory') rmdirSync(toFsPath(to))
  else if (existing !== undefined) {
    keepBackup(context, place, name)
    // A rename of one hard link onto another does nothing: then one name too many is left.
    if (existing.inode?.ino === entry.inode?.ino && existing.inode?.dev === entry.inode?.dev) {
      unlinkSync(toFsPath(from))
      noteMoved(context, file, label)
      return
    }
  }

  try {
    renameSync(toFsPath(from), toFsPath(to))
  } catch (error) {
    if (errnoOf(error) === 'EACCES' && !mayChange(context.access.beside(work.from)))
      throw errorOf(error, label, 'removal')
    if (errnoOf(error) !== 'EXDEV') throw error
    const message = `${displayPath(label)}: source and destination are parts of different file systems here`
    throw new BlitError('E_WRITE', message, {
      path: label,
      hint: 'move this directory by itself',
      cause: error,
    })
  }

  noteMoved(context, file, label)
}

/** Whether names may be taken from a directory. */
function mayChange(prefix: string): boolean {
  try {
    accessSync(toFsPath(prefix === '' ? '.' : prefix), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Counts what a rename has moved, or in a dry run would move. */
export function noteMoved(context: WorkerContext, file: FileWork, label: string): void {
  if (file.entry.type === 'file') context.count('filesCopied')
  else if (file.entry.type === 'symlink') context.count('linksCreated')
  context.landed++
  context.count('sourcesRemoved')
  context.count('bytesDone', file.entry.sizeBytes)
  context.action('rename', label)
}
