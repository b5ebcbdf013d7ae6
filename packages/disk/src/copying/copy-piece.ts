import { readSync, writeSync } from 'node:fs'

import type { Native } from '@blit/native'

import { errnoOf, ofSource } from '../directory/failure-of.js'

const CHUNK = 1024 * 1024
let chunk: Buffer | undefined
let other: Buffer | undefined

type CopyFileRange = NonNullable<Native['copyFileRange']>

export interface PieceSource {
  readonly sourceFd: number
  readonly destinationFd: number
  readonly native: Native | undefined
  readonly sparse: boolean
  /** Only write what is not there already. */
  readonly compare: boolean
}

export interface PieceResult {
  /** Bytes the source had; fewer than asked for when it has shrunk. */
  readonly bytes: number
  /** Of these, bytes that were in place. */
  readonly inPlace: number
}

/** Copies `length` bytes at `offset` of one open file to the same place of another. */
export function copyPiece(source: PieceSource, offset: number, length: number): PieceResult {
  if (source.compare) return copyDifferences(source, offset, length)
  if (source.sparse && source.native !== undefined) return copyData(source, source.native, offset, length)
  return { bytes: copyBytes(source, offset, length), inPlace: 0 }
}

/** Data only, holes stay holes: the destination was extended to full length when it was empty. */
function copyData(source: PieceSource, native: Native, offset: number, length: number): PieceResult {
  const end = offset + length
  let at = offset
  while (at < end) {
    const data = native.seekData(source.sourceFd, at)
    if (data === -1 || data >= end) break
    const hole = native.seekHole(source.sourceFd, data)
    const stop = hole === -1 ? end : Math.min(hole, end)
    const copied = copyBytes(source, data, stop - data)
    if (copied < stop - data) return { bytes: data + copied - offset, inPlace: 0 }
    at = stop
  }

  return { bytes: length, inPlace: 0 }
}

function copyBytes(source: PieceSource, offset: number, length: number): number {
  if (source.native?.copyFileRange !== undefined) {
    try {
      return copyInKernel(source, source.native.copyFileRange, offset, length)
    } catch (error) {
      // Not between these two file systems, or not for this file: by hand then, which also tells whose error it is.
      if (
        !['EBADF', 'EINVAL', 'EIO', 'ENOSYS', 'EOPNOTSUPP', 'ENOTSUP', 'EPERM', 'EXDEV'].includes(
          errnoOf(error) ?? '',
        )
      )
        throw error
    }
  }

  return copyByHand(source, offset, length)
}

function copyInKernel(
  source: PieceSource,
  copyFileRange: CopyFileRange,
  offset: number,
  length: number,
): number {
  let done = 0
  while (done < length) {
    const copied = copyFileRange(
      source.sourceFd,
      offset + done,
      source.destinationFd,
      offset + done,
      length - done,
    )
    // Some file systems say 0 where they mean "not supported": reading tells the end from that.
    if (copied === 0) return done + copyByHand(source, offset + done, length - done)
    done += copied
  }

  return done
}

function copyByHand(source: PieceSource, offset: number, length: number): number {
  chunk ??= Buffer.allocUnsafeSlow(CHUNK)
  let done = 0
  while (done < length) {
    const read = readSource(source.sourceFd, chunk, Math.min(CHUNK, length - done), offset + done)
    if (read === 0) break
    writeAt(source.destinationFd, chunk, read, offset + done)
    done += read
  }

  return done
}

function copyDifferences(source: PieceSource, offset: number, length: number): PieceResult {
  chunk ??= Buffer.allocUnsafeSlow(CHUNK)
  other ??= Buffer.allocUnsafeSlow(CHUNK)
  let done = 0
  let inPlace = 0
  while (done < length) {
    const read = readSource(source.sourceFd, chunk, Math.min(CHUNK, length - done), offset + done)
    if (read === 0) break
    const there = readAt(source.destinationFd, other, read, offset + done)
    if (there === read && chunk.compare(other, 0, read, 0, read) === 0) inPlace += read
    else writeAt(source.destinationFd, chunk, read, offset + done)
    done += read
  }

  return { bytes: done, inPlace }
}

/** Whether an open file of the source and one of the destination hold the same first `length` bytes. `pause` is called between steps. */
export function sameBytes(source: number, destination: number, length: number, pause: () => void): boolean {
  chunk ??= Buffer.allocUnsafeSlow(CHUNK)
  other ??= Buffer.allocUnsafeSlow(CHUNK)
  for (let done = 0; done < length;) {
    pause()
    const want = Math.min(CHUNK, length - done)
    const read = readSource(source, chunk, want, done)
    if (read !== want || readAt(destination, other, want, done) !== want) return false
    if (chunk.compare(other, 0, want, 0, want) !== 0) return false
    done += want
  }

  return true
}

function readSource(fd: number, buffer: Buffer, length: number, offset: number): number {
  return ofSource(() => readAt(fd, buffer, length, offset))
}

function readAt(fd: number, buffer: Buffer, length: number, offset: number): number {
  let done = 0
  while (done < length) {
    const read = readSync(fd, buffer, done, length - done, offset + done)
    if (read === 0) break
    done += read
  }

  return done
}

function writeAt(fd: number, buffer: Buffer, length: number, offset: number): void {
  let done = 0
  while (done < length) done += writeSync(fd, buffer, done, length - done, offset + done)
}
