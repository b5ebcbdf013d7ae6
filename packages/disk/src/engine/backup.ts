import { closeSync, mkdirSync, openSync } from 'node:fs'

import { toFsPath } from '@blit/core'

import { errnoOf } from '../directory/failure-of.js'
import { OPEN_DIRECTORY } from '../directory/open-flags.js'
import type { BackupPlace } from './messages.js'
import type { WorkerContext } from './worker-context.js'

export interface BackupDirectory {
  /** What goes before a name in it. */
  readonly prefix: string
  readonly close: () => void
}

/** Opens the directory of the backup that stands for `path`, making what is missing on the way. */
export function openBackupDirectory(context: WorkerContext, backup: BackupPlace, path: string): BackupDirectory {
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
