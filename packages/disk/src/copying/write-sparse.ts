import { writeSync } from 'node:fs'

import type { Native } from '@blit/native'

/** Zeros shorter than this are written: a hole has whole blocks. */
const BLOCK_BYTES = 64 * 1024
const ZEROS = Buffer.alloc(BLOCK_BYTES)

/**
 * Writes everything at `offset` of an open file, but for blocks of zeros where the file has a hole, or nothing yet. So what was
 * there before is overwritten in any case. Blocks are those of the file.
 */
export function writeSparse(native: Native, fd: number, bytes: Buffer, offset: number): void {
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, at + BLOCK_BYTES - ((offset + at) % BLOCK_BYTES))
    if (!isZero(bytes.subarray(at, end)) || !isHole(native, fd, offset + at, end - at))
      write(fd, bytes, at, end, offset)
    at = end
  }
}

function isZero(bytes: Buffer): boolean {
  return bytes.equals(bytes.length === BLOCK_BYTES ? ZEROS : ZEROS.subarray(0, bytes.length))
}

function isHole(native: Native, fd: number, offset: number, length: number): boolean {
  const data = native.seekData(fd, offset)
  return data === -1 || data >= offset + length
}

function write(fd: number, bytes: Buffer, start: number, end: number, offset: number): void {
  for (let at = start; at < end;) at += writeSync(fd, bytes, at, end - at, offset + at)
}
