import { closeSync, linkSync, mkdirSync, openSync, renameSync, unlinkSync } from 'node:fs'

import { joinPath, toFsPath } from '@blit/core'

import { errnoOf } from '../directory/failure-of.js'
import { OPEN_DIRECTORY } from '../directory/open-flags.js'
import type { Place } from './place.js'
import { copyAside } from './copy-aside.js'
import { replace } from './take-name.js'
import type { BackupPlace } from './messages.js'
import type { WorkerContext } from './worker-context.js'

/**
 * Keeps what has a name in the backup directory, if there is one, before something else gets the name. It stays in its
 * place meanwhile, so that the name is never without a file.
 */
export function keepBackup(context: WorkerContext, place: Place, name: string): void {
  withBackup(context, place, name, (from, to) => {
    try {
      replace(to, () => linkSync(toFsPath(from), toFsPath(to)))
    } catch (error) {
      if (errnoOf(error) === 'EXDEV') copyAside(context, from, to)
      // No hard links here, or too many: a rename does it, with an instant without the name.
      else if (CANNOT_LINK.has(errnoOf(error) ?? '')) renameSync(toFsPath(from), toFsPath(to))
      else throw error
    }
  })
}

/** Moves what has a name into the backup directory. False if there is none: then nothing was done. */
export function moveToBackup(context: WorkerContext, place: Place, name: string): boolean {
  return withBackup(context, place, name, (from, to) => {
    try {
      renameSync(toFsPath(from), toFsPath(to))
    } catch (error) {
      if (errnoOf(error) !== 'EXDEV') throw error
      copyAside(context, from, to)
      unlinkSync(toFsPath(from))
    }
  })
}

const CANNOT_LINK = new Set(['EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM'])

function withBackup(
  context: WorkerContext,
  place: Place,
  name: string,
  backUp: (from: string, to: string) => void,
): boolean {
  const { backup } = context.setup
  if (backup === undefined) return false
  const directory = openBackupDirectory(context, backup, place.path)
  try {
    backUp(context.access.beside(place.directory) + name, directory.prefix + name)
  } finally {
    directory.close()
  }

  context.action('backup', context.labelOfPlace(joinPath(place.path, name)))
  return true
}

interface BackupDirectory {
  /** What goes before a name in it. */
  readonly prefix: string
  readonly close: () => void
}

/** Opens the directory of the backup that stands for `path`, making what is missing on the way. */
function openBackupDirectory(context: WorkerContext, backup: BackupPlace, path: string): BackupDirectory {
  const opened: number[] = []
  let directory = backup.directory
  for (const name of path === '' ? [] : path.split('/')) {
    const child = context.access.beside(directory) + name
    try {
      mkdirSync(toFsPath(child), { mode: 0o700 })
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error
    }

    const fd = context.access.kind === 'path' ? -1 : openSync(toFsPath(child), OPEN_DIRECTORY)
    if (fd >= 0) opened.push(fd)
    directory = { fd, path: `${directory.path}/${name}` }
  }

  return {
    prefix: context.access.beside(directory),
    close() {
      for (const fd of opened) closeSync(fd)
    },
  }
}
