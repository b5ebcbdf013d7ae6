import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

import { toFsPath } from '@blit/core'

import { OPEN_READ } from '../directory/open-flags.js'

const CHUNK_BYTES = 1024 * 1024
/** Hash two ways, from fixed seeds: 128 bits that agree between any two runs. */
const SEEDS = [0n, 0x9e37_79b9_7f4a_7c15n] as const

/** 128 bits of hash of a file's content, as hex: two streaming XXH3 of 64 bits, which run far faster than the 128-bit one. */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  // Before anything is waited for: meanwhile the directory that the path starts at may be another.
  const fd = openSync(toFsPath(path), OPEN_READ)
  try {
    // Loaded when it is used: opening its library takes milliseconds.
    const { xxh3 } = await import('@node-rs/xxhash')
    // Most files are small: for them a large buffer and states to update would cost more than reading does.
    const buffer = Buffer.allocUnsafe(Math.min(fstatSync(fd).size + 1, CHUNK_BYTES))
    const length = fill(fd, buffer)
    if (length === buffer.length) return await hashOn(fd, buffer, signal)
    return asHex(SEEDS.map((seed) => xxh3.xxh64(buffer.subarray(0, length), seed)))
  } finally {
    closeSync(fd)
  }
}

/** Reads until the buffer is full or the file ends; gives the length. */
function fill(fd: number, buffer: Buffer): number {
  let length = 0
  while (length < buffer.length) {
    const read = readSync(fd, buffer, length, buffer.length - length, null)
    if (read === 0) break
    length += read
  }

  return length
}

/** Hashes a file from what was read of it on. */
async function hashOn(fd: number, start: Buffer, signal: AbortSignal): Promise<string> {
  const { xxh3 } = await import('@node-rs/xxhash')
  const states = SEEDS.map((seed) => xxh3.Xxh3.withSeed(seed))
  const buffer = start.length < CHUNK_BYTES ? Buffer.allocUnsafeSlow(CHUNK_BYTES) : start
  for (const state of states) state.update(start)
  for (let chunks = 1; ; chunks++) {
    const read = readSync(fd, buffer, 0, buffer.length, null)
    if (read === 0) break
    for (const state of states) state.update(buffer.subarray(0, read))
    if (chunks % 64 === 0) await letOthersRun(signal)
  }

  return asHex(states.map((state) => state.digest()))
}

function asHex(hashes: readonly bigint[]): string {
  return hashes.map((hash) => hash.toString(16).padStart(16, '0')).join('')
}

async function letOthersRun(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
}
