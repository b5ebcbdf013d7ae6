import { fstatSync, readlinkSync, statSync, type BigIntStats } from 'node:fs'

import { fromBytes } from '@blit/core'

import type { OpenDirectory } from './directory-access.js'
import { errnoOf } from './failure-of.js'

/** The system takes no longer path. */
const MAX_PATH_BYTES = 4096

/**
 * Whether what is open as `fd` is beneath a root, however it was reached. False where the platform cannot tell: without
 * /proc a handle does not know its place, and of what lies too deep only directories do.
 */
export function isBeneath(root: OpenDirectory, fd: number): boolean {
  if (process.platform !== 'linux' || fd < 0 || root.fd < 0) return false
  try {
    const [top, place] = [placeOf(root.fd), placeOf(fd)]
    return place === top || place.startsWith(top.endsWith('/') ? top : `${top}/`)
  } catch (error) {
    if (errnoOf(error) !== 'ENAMETOOLONG') throw error
    return isAbove(root.fd, fd)
  }
}

function placeOf(fd: number): string {
  return fromBytes(readlinkSync(`/proc/self/fd/${fd}`, { encoding: 'buffer' }))
}

/** Whether the way up from a directory leads to the root. */
function isAbove(root: number, fd: number): boolean {
  const top = fstatSync(root, { bigint: true })
  let below: BigIntStats | undefined
  if (!fstatSync(fd).isDirectory()) return false
  for (let path = `/proc/self/fd/${fd}/.`; path.length < MAX_PATH_BYTES; path += '/..') {
    const here = statSync(path, { bigint: true })
    if (isSame(here, top)) return true
    if (below !== undefined && isSame(here, below)) return false
    below = here
  }

  return false
}

function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return one.ino === other.ino && one.dev === other.dev
}
