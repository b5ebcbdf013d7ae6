import { readSync } from 'node:fs'

import { PayloadHash, type HashSeeds } from '../data-plane/stream.js'

const CHUNK_BYTES = 1024 * 1024

/** Hashes parts of open files as frames are hashed.
 */
export class RangeHash {
  private readonly hash: PayloadHash
  private chunk: Buffer | undefined

  constructor(seeds: HashSeeds) {
    this.hash = new PayloadHash(seeds)
  }

  /**
   * Good until the next call; undefined where the file ends before, or cannot be read. `pause` is called between steps; if it
   * throws, nothing more is to be hashed. With `padded` what is beyond the file's end counts as zeros.
   */
  of(fd: number, offset: number, length: number, pause: () => void, padded = false): Buffer | undefined {
    this.chunk ??= Buffer.allocUnsafeSlow(CHUNK_BYTES)
    const { chunk, hash } = this
    let done = 0
    while (done < length) {
      pause()
      const step = Math.min(CHUNK_BYTES, length - done)
      let bytes = read(fd, chunk, step, offset + done)
      if (bytes === 0 && padded) {
        chunk.fill(0, 0, step)
        bytes = step
      }
      if (bytes <= 0) break
      hash.update(chunk.subarray(0, bytes))
      done += bytes
    }

    // Always: the next one begins anew.
    const digest = hash.digest()
    return done === length ? digest : undefined
  }

  /** The same of bytes in memory. */
  ofBytes(bytes: Buffer): Buffer {
    this.hash.update(bytes)
    return this.hash.digest()
  }
}

/** -1 where it cannot be read: whoever sends it will meet the same error, and tell of it. */
function read(fd: number, chunk: Buffer, length: number, offset: number): number {
  try {
    return readSync(fd, chunk, 0, length, offset)
  } catch {
    return -1
  }
}
