import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

import { toFsPath } from '@blit/core'
import { xxh3 } from '@node-rs/xxhash'

import { OPEN_READ } from '../directory/open-flags.js'

const CHUNK_BYTES = 1024 * 1024
/** Hash two ways, from fixed seeds: 128 bits that agree between any two runs. */
const SEEDS = [0n, 0x9e37_79b9_7f4a_7c15n] as const

/** 128 bits of hash of a file's content, as hex: two streaming XXH3 of 64 bits, which run far faster than the 128-bit one. */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const states = SEEDS.map((seed) => xxh3.Xxh3.withSeed(seed))
  const fd = openSync(toFsPath(path), OPEN_READ)
  try {
    // Most files are small, and a large buffer costs more than reading them.
    const buffer = Buffer.allocUnsafe(Math.min(Math.max(fstatSync(fd).size, 1), CHUNK_BYTES))
    for (let chunks = 1; ; chunks++) {
      const read = readSync(fd, buffer, 0, buffer.length, null)
      if (read === 0) break
      for (const state of states) state.update(buffer.subarray(0, read))
      if (chunks % 64 === 0) await letOthersRun(signal)
    }
  } finally {
    closeSync(fd)
  }

  return states.map((state) => state.digest().toString(16).padStart(16, '0')).join('')
}

async function letOthersRun(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
}
