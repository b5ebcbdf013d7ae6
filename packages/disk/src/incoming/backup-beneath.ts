import { mkdirSync } from 'node:fs'

import { BlitError, displayPath, isBlitError, joinPath, toFsPath } from '@blit/core'

import { mainThreadAccess } from '../directory/directory-access.js'
import { errorOf } from '../directory/failure-of.js'
import { splitPath } from '../directory/split-path.js'
import type { BackupPlace } from '../engine/messages.js'
import { openBeneath } from './open-beneath.js'

/** Where the backups of a session go; all paths are relative to one root, and none leads out of it (S12). */
export interface BackupBeneath {
  readonly root: string
  /** Of `--backup-dir`. */
  readonly path: string
  /** What is kept goes to this path below it. */
  readonly part: string
  /** The session's destination. */
  readonly destination: string
  readonly dryRun: boolean
}

export interface OpenedBackup {
  readonly place: BackupPlace
  readonly close: () => void
}

/** Makes and opens the directory. Undefined in a dry run that would make it. Rejects with `E_OVERLAP` where it is, or contains, the destination. */
export function openBackupBeneath({
  destination,
  dryRun,
  part,
  path,
  root,
}: BackupBeneath): OpenedBackup | undefined {
  const inside = relativeTo(destination, path)
  if (inside === '' || relativeTo(path, destination) !== undefined)
    throw new BlitError(
      'E_OVERLAP',
      `--backup-dir ${displayPath(path)}: it is, or contains, the destination`,
      {
        path,
        hint: 'choose a directory of its own',
      },
    )
  const kept = joinPath(path, part)
  try {
    const opened = openBeneath(root, kept, !dryRun)
    if (opened.state === 'unmade') {
      const [, name] = splitPath(kept)
      mkdirSync(toFsPath(mainThreadAccess().beside(opened.directory) + name))
      opened.close()
      return openBackupBeneath({ destination, dryRun, part, path, root })
    }

    if (opened.state === 'present') {
      const place = { directory: opened.directory, ...(inside === undefined ? {} : { inside }) }
      return { place, close: opened.close }
    }

    opened.close()
    return undefined
  } catch (error) {
    if (isBlitError(error)) throw error
    const { message } = errorOf(error, path, 'destination')
    throw new BlitError('E_DESTINATION', `--backup-dir: ${message}`, { path, cause: error })
  }
}

/** The path below `directory`; '' for that itself, undefined where it is not in it. */
function relativeTo(directory: string, path: string): string | undefined {
  if (path === directory) return ''
  if (directory === '') return path
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : undefined
}
