/**
 * A connection by its descriptor, which the main thread gave away (adopt-socket.ts): plain blocking system calls.
 *
 * 1. O_NONBLOCK is cleared, so `read` and `write` wait, each for as long as SO_RCVTIMEO and SO_SNDTIMEO say: EAGAIN then
 *    means a stall.
 * 2. The descriptor belongs to the main thread. To cancel, that calls `shutdown(2)`, which wakes whoever waits here; it
 *    closes only when this thread has reported that it is done, for a number that is closed may be somebody else's next.
 */
import { closeSync, readSync, writeSync } from 'node:fs'

import { isBlitError } from '@blit/core'
import type { LinuxNative } from '@blit/native'

import { endedEarly, silentFor, type Carrier, type ReceivedBytes } from './carrier.js'
import { lostConnection } from './wire-error.js'
import { writeToFile } from './write-to-file.js'

/** What `sendfile` says of the connection, and not of the file. */
const OF_CONNECTION = new Set(['EAGAIN', 'ECONNABORTED', 'ECONNRESET', 'ENOTCONN', 'EPIPE', 'ETIMEDOUT'])

const PIPE_BYTES = 1024 * 1024

export class SocketCarrier implements Carrier {
  private timeoutMs = 0
  /** Between the socket and a file; made when it is first needed. */
  private pipe: { readonly readFd: number; readonly writeFd: number } | undefined

  constructor(
    private readonly native: LinuxNative,
    private readonly fd: number,
  ) {
    native.setBlocking(fd)
  }

  setTimeout(timeoutMs: number): void {
    this.timeoutMs = timeoutMs
    this.native.setSocketTimeouts(this.fd, timeoutMs, timeoutMs)
  }

  read(target: Buffer, start: number, length: number): number {
    for (;;) {
      try {
        const bytes = readSync(this.fd, target, start, length, null)
        if (bytes === 0) throw endedEarly()
        return bytes
      } catch (error) {
        // A signal to the process, for example that its terminal has another size: a read with a timeout is not restarted.
        if ((error as NodeJS.ErrnoException).code !== 'EINTR') throw this.lost(error)
      }
    }
  }

  write(bytes: Buffer): void {
    try {
      let written = 0
      while (written < bytes.length) written += writeSync(this.fd, bytes, written)
    } catch (error) {
      throw this.lost(error)
    }
  }

  sendFile(fd: number, offset: number, length: number): number | undefined {
    try {
      return this.native.sendFile(this.fd, fd, offset, length)
    } catch (error) {
      if (OF_CONNECTION.has((error as NodeJS.ErrnoException).code ?? '')) throw this.lost(error)
      return undefined
    }
  }

  receiveToFile(fd: number, offset: number, length: number): ReceivedBytes {
    const { native } = this
    this.pipe ??= native.makePipe(PIPE_BYTES)
    const { readFd, writeFd } = this.pipe
    let bytes: number
    try {
      bytes = native.spliceToPipe(this.fd, writeFd, Math.min(length, PIPE_BYTES))
    } catch (error) {
      throw this.lost(error)
    }

    if (bytes === 0) throw endedEarly()
    let moved = 0
    try {
      while (moved < bytes) moved += native.spliceFromPipe(readFd, fd, offset + moved, bytes - moved)
    } catch {
      // this file cannot, or it fails: writing to it tells which
      const error = moveByHand(readFd, fd, offset + moved, bytes - moved)
      if (error !== undefined) return { bytes, error }
    }

    return { bytes }
  }

  /** The kernel has what was written, and the main thread the descriptor. */
  close(): void {
    if (this.pipe === undefined) return
    closeSync(this.pipe.readFd)
    closeSync(this.pipe.writeFd)
    this.pipe = undefined
  }

  private lost(error: unknown): Error {
    if (isBlitError(error)) return error
    const { code = 'broken' } = error as NodeJS.ErrnoException
    return code === 'EAGAIN' ? silentFor(this.timeoutMs, error) : lostConnection(`broke: ${code}`, error)
  }
}

/** Empties a pipe of `length` bytes into a file; gives the file's error. */
function moveByHand(pipeFd: number, fd: number, offset: number, length: number): Error | undefined {
  const buffer = Buffer.allocUnsafeSlow(length)
  for (let read = 0; read < length;) read += readSync(pipeFd, buffer, read, length - read, null)
  return writeToFile(fd, buffer, offset)
}
