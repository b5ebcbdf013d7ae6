import { closeSync, fstatSync, openSync, renameSync } from 'node:fs'

import { toFsPath } from '@blit/core'

import { OPEN_CHANGE } from '../directory/open-flags.js'

/** A file this large is worth resuming after an interruption. */
export const RESUME_MIN_BYTES = 16 * 1024 * 1024

/**
 * Makes an old temp ours, if it is a plain file of this user that nobody else has a name of; gives it open. Undefined where it
 * cannot be had. `prefix` goes before both names.
 */
export function takeOver(prefix: string, old: string, temp: string): number | undefined {
  let fd: number
  try {
    fd = openSync(toFsPath(prefix + old), OPEN_CHANGE)
  } catch {
    return undefined
  }

  const stats = fstatSync(fd)
  if (
    !stats.isFile() ||
    stats.nlink !== 1 ||
    (process.getuid !== undefined && stats.uid !== process.getuid())
  ) {
    closeSync(fd)
    return undefined
  }

  renameSync(toFsPath(prefix + old), toFsPath(prefix + temp))
  return fd
}
