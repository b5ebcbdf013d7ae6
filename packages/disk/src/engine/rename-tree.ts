import { closeSync, lstatSync, openSync, readdirSync, renameSync } from 'node:fs'

import { toFsPath, type Tally, type TransferJob, type TransferOptions } from '@blit/core'
import type { Native } from '@blit/native'

import { errnoOf } from '../directory/failure-of.js'
import { OPEN_DIRECTORY, OPEN_DIRECTORY_FOLLOW } from '../directory/open-flags.js'
import { makeRoot } from '../directory/open-root.js'
import { existingAncestor, isSameMount } from '../directory/same-mount.js'
import { splitPath } from '../directory/split-path.js'

/** What a renamed tree holds. */
type MovedTree = Pick<Tally, 'filesCopied' | 'filesScanned' | 'linksCreated' | 'sourcesRemoved'>

/** Whether a move takes everything as it is, so that renaming the whole tree does it. */
export function movesWhole(job: TransferJob, options: TransferOptions): boolean {
  return (
    job.kind === 'tree' &&
    job.sourcePath === '' &&
    job.destinationPath === '' &&
    job.contentsOnly !== true &&
    takesAll(options)
  )
}

/** Whether nothing is left behind of what a move finds, and links are moved as links. */
export function takesAll({ copyLinks, filesFrom, filter }: TransferOptions): boolean {
  const chosen =
    filter.rules.length > 0 ||
    (filter.hiddenPaths?.size ?? 0) > 0 ||
    filter.minSizeBytes !== undefined ||
    filter.maxSizeBytes !== undefined ||
    filter.modifiedAfterNs !== undefined ||
    filter.modifiedBeforeNs !== undefined ||
    filesFrom !== undefined
  return !chosen && !copyLinks
}

/**
 * Renames the directory `from` to `to`, which must not exist. Undefined when it cannot be done in one step: another
 * file system, or something has the name. Otherwise what it moved.
 */
export function renameTree(from: string, to: string, native: Native | undefined): MovedTree | undefined {
  const [fromParent, fromName] = splitPath(from.replace(/\/+$/, ''))
  const [toParent, toName] = splitPath(to.replace(/\/+$/, ''))
  if (!canRename(fromParent, fromName, toParent, toName)) return undefined
  makeRoot(toParent === '' ? '/' : toParent)
  try {
    renameIntoNothing(
      fromParent === '' ? '/' : fromParent,
      fromName,
      toParent === '' ? '/' : toParent,
      toName,
      native,
    )
  } catch (error) {
    // Nothing was done; one by one, what cannot be moved is reported by name.
    if (errnoOf(error) !== undefined) return undefined
    throw error
  }

  return countMoved(`${toParent}/${toName}`)
}

/** Says what `renameTree` would move, and touches nothing. */
export function rehearseRename(from: string, to: string): MovedTree | undefined {
  const [fromParent, fromName] = splitPath(from.replace(/\/+$/, ''))
  const [toParent, toName] = splitPath(to.replace(/\/+$/, ''))
  if (!canRename(fromParent, fromName, toParent, toName)) return undefined
  const target = existingAncestor(toParent === '' ? '/' : toParent)
  const place = fromParent === '' ? '/' : fromParent
  return isSameMount(place, target) && isSameMount(place, from) ? countMoved(from) : undefined
}

function canRename(fromParent: string, fromName: string, toParent: string, toName: string): boolean {
  if (['', '.', '..'].includes(fromName) || ['', '.', '..'].includes(toName)) return false
  try {
    if (lstatSync(toFsPath(`${toParent}/${toName}`), { throwIfNoEntry: false }) !== undefined) return false
    return lstatSync(toFsPath(`${fromParent}/${fromName}`)).isDirectory()
  } catch {
    // What hinders the look hinders all else too, which says so.
    return false
  }
}

function renameIntoNothing(
  fromParent: string,
  fromName: string,
  toParent: string,
  toName: string,
  native: Native | undefined,
): void {
  if (native === undefined) {
    renameSync(toFsPath(`${fromParent}/${fromName}`), toFsPath(`${toParent}/${toName}`))
    return
  }

  const from = openSync(toFsPath(fromParent), OPEN_DIRECTORY_FOLLOW)
  try {
    const to = openSync(toFsPath(toParent), OPEN_DIRECTORY_FOLLOW)
    try {
      native.renameAt(from, toFsPath(fromName), to, toFsPath(toName), 'no-replace')
    } finally {
      closeSync(to)
    }
  } finally {
    closeSync(from)
  }
}

/** Counts what a renamed tree holds, for the summary. Through handles: a tree may be deeper than a path may be long. */
function countMoved(root: string): MovedTree {
  const counts = { filesCopied: 0, filesScanned: 0, linksCreated: 0, sourcesRemoved: 1 }
  const walk = (path: string): void => {
    let fd = -1
    try {
      if (process.platform === 'linux') fd = openSync(path, OPEN_DIRECTORY)
      const here = fd >= 0 ? `/proc/self/fd/${fd}` : path
      for (const entry of readdirSync(here, { withFileTypes: true, encoding: 'buffer' as 'utf8' })) {
        counts.sourcesRemoved++
        if (entry.isDirectory())
          walk(Buffer.concat([Buffer.from(`${here}/`), entry.name as unknown as Buffer]) as unknown as string)
        else if (entry.isFile()) counts.filesScanned++
        else if (entry.isSymbolicLink()) counts.linksCreated++
      }
    } catch {
      // What its owner may not read was moved all the same; only the count stays short.
    } finally {
      if (fd >= 0) closeSync(fd)
    }
  }

  walk(toFsPath(root) as string)
  counts.filesCopied = counts.filesScanned
  return counts
}
