import { linkSync, mkdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs'

import { joinPath, toFsPath, type Entry } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { errnoOf } from '../directory/failure-of.js'
import type { WorkerContext } from './worker-context.js'
import { openBackupDirectory } from './backup.js'

/** A directory of the destination in which things land. */
export interface Place {
  readonly directory: OpenDirectory
  /** Relative to the destination's root. */
  readonly path: string
  /**
   * Nobody sees this directory yet (it has a temp name itself), so things are made under their own
   * names at once.
   */
  readonly staged: boolean
}

/**
 * Gives a finished temp its name: one rename, which replaces a file or symlink in one step (S1). What is
 * replaced goes to the backup directory first if there is one. `prefix` leads to the place.
 */
export function commit(
  context: WorkerContext,
  place: Place,
  prefix: string,
  names: { readonly temp: string; readonly name: string },
  existing: Entry | undefined,
): void {
  if (existing?.type === 'directory') rmdirSync(toFsPath(prefix + names.name))
  else if (existing !== undefined) backUp(context, place, names.name, 'keep')
  renameSync(toFsPath(prefix + names.temp), toFsPath(prefix + names.name))
}

/** Clears the way for a directory: what has its name (not a directory) goes, or into the backup. */
export function clearFile(context: WorkerContext, place: Place, name: string): void {
  if (backUp(context, place, name, 'move')) return
  unlinkSync(toFsPath(context.access.beside(place.directory) + name))
}

/**
 * Puts what has a name into the backup directory, if there is one. `keep` leaves the name in place too (a hard link),
 * so that it is never without a file; `move` takes it away.
 */
export function backUp(context: WorkerContext, place: Place, name: string, how: 'keep' | 'move'): boolean {
  const backup = context.setup.backup
  if (backup === undefined) return false
  const from = toFsPath(context.access.beside(place.directory) + name)
  const directory = openBackupDirectory(context, backup, place.path)
  const to = toFsPath(directory.prefix + name)
  try {
    if (how === 'keep' && tryLink(from, to, directory.prefix + name)) return true
    renameSync(from, to)
    context.action('backup', joinPath(place.path, name))
    return true
  } finally {
    directory.close()
  }
}

function tryLink(from: Buffer | string, to: Buffer | string, toText: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') {
      unlinkSync(toFsPath(toText))
      linkSync(from, to)
      return true
    }

    // No hard links here: the rename that follows does it, with an instant without the name.
    return false
  }
}

/** Removes a temp that will not be needed; it may be gone already. */
export function removeTemp(path: string): void {
  try {
    unlinkSync(toFsPath(path))
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error
  }
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
