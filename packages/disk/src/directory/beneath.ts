import { readlinkSync } from 'node:fs'

import { fromBytes } from '@blit/core'

import type { OpenDirectory } from './directory-access.js'

/**
 * Whether what is open as `fd` is beneath a root, however it was reached. False where the platform cannot tell: without
 * /proc a handle does not know its place.
 */
export function isBeneath(root: OpenDirectory, fd: number): boolean {
  const [top, place] = [placeOf(root.fd), placeOf(fd)]
  if (top === undefined || place === undefined) return false
  return place === top || place.startsWith(top.endsWith('/') ? top : `${top}/`)
}

function placeOf(fd: number): string | undefined {
  if (process.platform !== 'linux' || fd < 0) return undefined
  return fromBytes(readlinkSync(`/proc/self/fd/${fd}`, { encoding: 'buffer' }))
}
