import { BlitError, displayPath } from '@blit/core'
import { openPlace, type Reach } from '../place/open-place.js'

/** A file system as `df --json` gives it. Bytes and counts. */
export interface Room {
  /** What the user wrote. */
  readonly target: string
  readonly totalBytes: number
  readonly usedBytes: number
  readonly freeBytes: number
  /** What a user who is not root may still write. */
  readonly availableBytes: number
  /** Used, of what is used and available, rounded up; absent where there is neither. */
  readonly usedPercent?: number
  /** 0 where the file system counts none. */
  readonly totalInodes: number
  readonly usedInodes: number
  readonly freeInodes: number
}

/** The room on the file system behind a target. Rejects with `E_USAGE` where its endpoint cannot tell. */
export async function roomAt(target: string, reach: Reach): Promise<Room> {
  const { endpoint, location } = await openPlace(target, 'source', reach)
  try {
    const { space } = endpoint.features
    if (space === undefined) {
      throw new BlitError(
        'E_USAGE',
        `${displayPath(location.scheme)}: cannot tell how much room there is at '${displayPath(target)}'`,
        { path: target, hint: 'its plugin does not offer it' },
      )
    }

    const { availableBytes, freeBytes, freeInodes, totalBytes, totalInodes } = await space({
      signal: reach.signal,
    })
    const usedBytes = totalBytes - freeBytes
    return {
      target,
      totalBytes,
      usedBytes,
      freeBytes,
      availableBytes,
      ...usedShare(usedBytes, availableBytes),
      totalInodes,
      usedInodes: totalInodes - freeInodes,
      freeInodes,
    }
  } finally {
    await endpoint.close()
  }
}

function usedShare(used: number, available: number): { usedPercent?: number } {
  return used + available > 0 ? { usedPercent: Math.ceil((used / (used + available)) * 100) } : {}
}
