import { closeSync, openSync, statSync, type BigIntStats } from 'node:fs'

import { makeDirectories, toFsPath } from '@blit/core'

import type { OpenDirectory } from './directory-access.js'
import { errnoOf } from './failure-of.js'
import { OPEN_DIRECTORY_FOLLOW } from './open-flags.js'

/**
 * Opens a root: the one place where a whole path is resolved, symlinks and all, because the user named it.
 * Throws the errno.
 */
export function openRoot(path: string): OpenDirectory {
  const fd = process.platform === 'win32' ? -1 : openSync(toFsPath(path), OPEN_DIRECTORY_FOLLOW)
  return { fd, path }
}

/** Makes a directory and what is missing above it. Returns how many were made. */
export function makeRoot(path: string): number {
  return makeDirectories(path, newDirectoryMode())
}

/** How many directories `makeRoot` would make. */
export function countMissing(path: string): number {
  return statRoot(path) === undefined ? 1 + (parentOf(path) === path ? 0 : countMissing(parentOf(path))) : 0
}

export function closeRoot(root: OpenDirectory): void {
  if (root.fd >= 0) closeSync(root.fd)
}

/** Undefined if there is nothing. Throws any other errno. */
export function statRoot(path: string): BigIntStats | undefined {
  try {
    // With `throwIfNoEntry: false` newer releases of Node say the same of what a file is in the way of.
    return statSync(toFsPath(path), { bigint: true })
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function parentOf(path: string): string {
  const end = path.replace(/\/+$/, '').lastIndexOf('/')
  return end <= 0 ? '/' : path.slice(0, end)
}

let umask = 0
let users = 0

/**
 * Sets the umask to 0, so that a file is made with its final mode in one call; parents of a destination still
 * get the user's. Returns what puts it back, when all who wanted this have done so.
 */
export function clearUmask(): () => void {
  if (users++ === 0) umask = process.umask(0)
  let restored = false
  return () => {
    if (restored) return
    restored = true
    if (--users === 0) process.umask(umask)
  }
}

/** Mode to ask for a directory that is not a copy: what the user's umask leaves, whether it is cleared now or not. */
export function newDirectoryMode(): number {
  return 0o777 & ~(users === 0 ? 0 : umask)
}
