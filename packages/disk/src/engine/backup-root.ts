import { realpathSync } from 'node:fs'

import {
  BlitError,
  displayPath,
  fromBytes,
  overlapOf,
  toFsPath,
  type RouteSession,
  type TransferOptions,
} from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { errorOf } from '../directory/failure-of.js'
import { identityOf } from '../directory/identity.js'
import { makeRoot, openRoot, statRoot } from '../directory/open-root.js'
import type { BackupPlace } from './messages.js'

/** Makes and opens the directory of `--backup-dir`: absolute, or relative to the destination's root. */
export function openBackup(options: TransferOptions, destinationRoot: string): BackupPlace | undefined {
  const { backupDir } = options
  if (backupDir === undefined) return undefined
  const path = backupPath(backupDir, destinationRoot)
  let directory: OpenDirectory
  try {
    if (options.dryRun && statRoot(path) === undefined) return undefined
    makeRoot(path)
    directory = openRoot(path)
  } catch (error) {
    const { message } = errorOf(error, backupDir, 'destination')
    throw new BlitError('E_DESTINATION', `--backup-dir: ${message}`, { path: backupDir, cause: error })
  }

  const inside = within(realPath(destinationRoot), realPath(path))
  return { directory, ...(inside === undefined ? {} : { inside }) }
}

/**
 * Refuses a backup directory in which what is kept could land on what is replaced or read: the destination itself or
 * what contains it, and anything that is part of the source.
 */
export function guardBackup(
  { jobs, options }: RouteSession,
  sourceRoot: string,
  destinationRoot: string,
): void {
  const { backupDir } = options
  if (backupDir === undefined) return
  const place = identityOf(backupPath(backupDir, destinationRoot))
  const trees = jobs.filter(({ kind }) => kind === 'tree')
  const isInTheWay =
    overlapOf(place, identityOf(destinationRoot)) === 'same' ||
    trees.some(({ destinationPath }) => {
      const overlap = overlapOf(place, identityOf(below(destinationRoot, destinationPath)))
      return overlap === 'same' || overlap === 'destination-inside-source'
    })
  if (!isInTheWay && (trees.length === 0 || overlapOf(place, identityOf(sourceRoot)) === 'apart')) return
  const what = isInTheWay ? 'it is, or contains, the destination' : 'it overlaps with the source'
  throw new BlitError('E_OVERLAP', `--backup-dir ${displayPath(backupDir)}: ${what}`, {
    path: backupDir,
    hint: 'choose a directory of its own',
  })
}

function backupPath(backupDir: string, destinationRoot: string): string {
  return backupDir.startsWith('/') ? backupDir : below(destinationRoot, backupDir)
}

function below(root: string, path: string): string {
  return path === '' ? root : `${root.replace(/\/+$/, '')}/${path}`
}

function realPath(path: string): string {
  return fromBytes(realpathSync(toFsPath(path), { encoding: 'buffer' }))
}

/** Path of `inner` relative to `outer`, if it is inside. */
function within(outer: string, inner: string): string | undefined {
  const start = outer === '/' ? '/' : `${outer}/`
  return inner.startsWith(start) ? inner.slice(start.length) : undefined
}
