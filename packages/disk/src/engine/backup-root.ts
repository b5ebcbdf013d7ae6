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

/**
 * Makes and opens the directory of `--backup-dir`: absolute, or relative to the destination's root. With `part` only what is at
 * that path below the root is in work, and what of it is kept goes to the same path below the directory.
 */
export function openBackup(
  options: TransferOptions,
  destinationRoot: string,
  part = '',
): BackupPlace | undefined {
  const { backupDir } = options
  if (backupDir === undefined) return undefined
  const path = backupPath(backupDir, destinationRoot)
  const kept = below(path, part)
  const work = below(destinationRoot, part)
  let directory: OpenDirectory
  try {
    if (options.dryRun && (statRoot(kept) === undefined || statRoot(work) === undefined)) return undefined
    makeRoot(path)
    makeRoot(kept)
    directory = openRoot(kept)
  } catch (error) {
    const { message } = errorOf(error, backupDir, 'destination')
    throw new BlitError('E_DESTINATION', `--backup-dir: ${message}`, { path: backupDir, cause: error })
  }

  const inside = within(realPath(work), realPath(path))
  return { directory, ...(inside === undefined ? {} : { inside }) }
}

/**
 * Refuses a backup directory in which what is kept could land on what is replaced or read: the destination itself or
 * what contains it, and anything that is part of the source if that is here.
 */
export function guardBackup(
  { jobs, options }: RouteSession,
  sourceRoot: string | undefined,
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
  const isApart =
    trees.length === 0 || sourceRoot === undefined || overlapOf(place, identityOf(sourceRoot)) === 'apart'
  if (!isInTheWay && isApart) return
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
