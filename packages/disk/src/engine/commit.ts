import { mkdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs'

import { toFsPath, type Entry } from '@blit/core'

import { errnoOf } from '../directory/failure-of.js'
import type { WorkerContext } from './worker-context.js'
import type { Place } from './place.js'
import { keepBackup, moveToBackup } from './backup.js'

/**
 * Gives a finished temp its name: one rename, which replaces a file or symlink in one step (S1). What is
 * replaced goes to the backup directory first if there is one. `prefix` leads to the place.
 */
export function commit(
  context: WorkerContext,
  place: Place,
  prefix: string,
  names: { readonly temp: string; readonly name: string },
  existing: Pick<Entry, 'type'> | undefined,
): void {
  if (existing?.type === 'directory') rmdirSync(toFsPath(prefix + names.name))
  else if (existing !== undefined) keepBackup(context, place, names.name)
  renameSync(toFsPath(prefix + names.temp), toFsPath(prefix + names.name))
}

/** Clears the way for a directory: what has its name (not a directory) goes, or into the backup. */
export function clearFile(context: WorkerContext, place: Place, name: string): void {
  if (!moveToBackup(context, place, name)) unlinkSync(toFsPath(context.access.beside(place.directory) + name))
}

/** Makes a directory; an existing one is fine. */
export function makeDirectory(prefix: string, name: string, mode: number): boolean {
  try {
    mkdirSync(toFsPath(prefix + name), { mode })
    return true
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false
    throw error
  }
}
