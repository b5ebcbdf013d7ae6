import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs'

import { toFsPath } from '@blit/core'

import { O_PATH } from './open-flags.js'

/** Whether a rename can lead from one directory to the other: they are in one file system, seen through one mount. */
export function isSameMount(a: string, b: string): boolean {
  return mountOf(a) === mountOf(b)
}

/** The deepest directory on the way to `path` that exists. */
export function existingAncestor(path: string): string {
  for (
    let place = path;
    place !== '' && place !== '/';
    place = place.slice(0, Math.max(0, place.replace(/\/+$/, '').lastIndexOf('/')))
  ) {
    if (isDirectory(place)) return place
  }

  return '/'
}

function isDirectory(path: string): boolean {
  try {
    return statSync(toFsPath(path), { throwIfNoEntry: false })?.isDirectory() === true
  } catch {
    return false // Below a file, or not ours to look at.
  }
}

function mountOf(path: string): string {
  if (process.platform !== 'linux') return String(statSync(toFsPath(path), { bigint: true }).dev)
  const fd = openSync(toFsPath(path), O_PATH)
  try {
    // A bind mount has the device of what it shows, and yet no rename leads across.
    const mount = /^mnt_id:\s*(\d+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1'))?.[1]
    return `${fstatSync(fd, { bigint: true }).dev}:${mount}`
  } finally {
    closeSync(fd)
  }
}
