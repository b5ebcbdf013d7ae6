import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

import { BlitError, toFsPath } from '@blit/core'
import { loadNative } from '@blit/native'

import { workerAccess, type DirectoryAccess } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { OPEN_READ } from '../directory/open-flags.js'
import { SharedState } from '../engine/shared-state.js'
import { SMALL_MAX_BYTES } from '../engine/small-files.js'
import type { HeldContent, IncomingSetup } from './incoming-setup.js'
import { pieceBytes, pieceCount } from './piece-grid.js'

const CHUNK_BYTES = 1024 * 1024
const HASH_BYTES = 16

/** A hash of 128 bits over one piece after the other. */
export interface ContentHash {
  readonly update: (bytes: Buffer) => void
  /** Of what came since the last call. */
  readonly digest: () => Uint8Array
}

/** Hashes what a destination holds of files before they come, in a thread of its own. */
export class HeldHashes {
  private readonly chain: DirectoryChain
  private readonly access: DirectoryAccess
  private readonly shared: SharedState
  private readonly chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES)

  constructor(
    { worker }: IncomingSetup,
    private readonly hash: ContentHash,
  ) {
    this.access = workerAccess(loadNative())
    this.chain = new DirectoryChain(worker.destination, this.access)
    this.shared = new SharedState(worker.shared, worker.workers)
  }

  /**
   * Hashes of the pieces of a file, one after the other, zeros where it holds none; of a small file there is one. Undefined where
   * nothing can be read. Throws `E_INTERRUPTED` when the session was cancelled.
   */
  of({ directory, name, sizeBytes }: HeldContent): Uint8Array | undefined {
    let fd: number
    try {
      fd = openSync(toFsPath(this.access.beside(this.chain.open(directory)) + name), OPEN_READ)
    } catch {
      // Whatever it is, it does not have to be read: the source has it all.
      return undefined
    }

    try {
      return fstatSync(fd).isFile() ? this.hashPieces(fd, sizeBytes) : undefined
    } finally {
      closeSync(fd)
    }
  }

  close(): void {
    this.chain.close()
  }

  private hashPieces(fd: number, sizeBytes: number): Uint8Array {
    const step = sizeBytes <= SMALL_MAX_BYTES ? sizeBytes : pieceBytes(sizeBytes)
    const pieces = sizeBytes <= SMALL_MAX_BYTES ? 1 : pieceCount(sizeBytes)
    const hashes = new Uint8Array(pieces * HASH_BYTES)
    for (let piece = 0; piece < pieces; piece++) {
      const offset = piece * step
      const isWhole = this.feed(fd, offset, Math.min(step, sizeBytes - offset))
      const digest = this.hash.digest()
      if (!isWhole) break
      hashes.set(digest, piece * HASH_BYTES)
    }

    return hashes
  }

  /** False where the file ends before, or cannot be read. */
  private feed(fd: number, offset: number, length: number): boolean {
    for (let done = 0; done < length;) {
      if (this.shared.cancelled) throw new BlitError('E_INTERRUPTED', 'interrupted')
      let bytes: number
      try {
        bytes = readSync(fd, this.chunk, 0, Math.min(CHUNK_BYTES, length - done), offset + done)
      } catch {
        return false
      }

      if (bytes === 0) return false
      this.hash.update(this.chunk.subarray(0, bytes))
      done += bytes
    }

    return true
  }
}
