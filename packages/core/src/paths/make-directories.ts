import { mkdirSync, statSync } from 'node:fs'

import { toFsPath } from './byte-string.js'

/**
 * Makes a directory and what is missing above it; `path` is a byte string. Returns how many were made; throws the errno. Node's own
 * `recursive` never ends where a file system has no room for names, as below `/proc`: there each try says ENOENT.
 */
export function makeDirectories(path: string, mode: number): number {
  try {
    return make(path, mode)
  } catch (error) {
    const parent = parentOf(path)
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === path) throw error
    return makeDirectories(parent, mode) + make(path, mode)
  }
}

function make(path: string, mode: number): number {
  try {
    mkdirSync(toFsPath(path), { mode })
    return 1
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && isDirectory(path)) return 0
    throw error
  }
}

function isDirectory(path: string): boolean {
  return statSync(toFsPath(path), { throwIfNoEntry: false })?.isDirectory() === true
}

/** As far as names go; of a single name itself, of what starts at the root the root at last. */
function parentOf(path: string): string {
  const trimmed = path.replace(/\/+$/, '')
  const end = trimmed.lastIndexOf('/')
  if (end < 0) return path
  return end === 0 ? '/' : path.slice(0, end)
}
