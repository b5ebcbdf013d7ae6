/**
 * Files that a client writes one by one, from the data connection to the disk.
 *
 * 1. A file is begun by the control plane. The endpoint opens a place for it to land; when it wants the first byte, the client is
 *    told that they may come. So no byte can come before somebody wants it.
 * 2. Pieces come in their order, FILE_END after the last. Whatever is not that, of a file that is none of these, ends the session.
 * 3. The endpoint gives the file its name, or leaves nothing of it; the client is told which. What still comes of a
 *    file that failed is dropped.
 */
import { BlitError, isBlitError, type Endpoint, type Metadata, type WriteOptions } from '@blit/core'
import type { HeldFrame } from '@blit/remote/data-plane'
import { encodeFailure, pb, protocolError } from '@blit/remote/protocol'
import { ChunkQueue } from './chunk-queue.js'

/** Files of one call that are open at a time. */
export const MAX_OPEN_FILES = 64

interface OpenFile {
  readonly chunks: ChunkQueue
  readonly sizeBytes: number
  readonly done: Promise<void>
  receivedBytes: number
  isReady: boolean
  /** Its last frame has come. */
  hasEnded: boolean
  /** The client was told what became of it. */
  isSettled: boolean
}

export interface FileToWrite {
  readonly index: number
  readonly path: string
  readonly options: Omit<WriteOptions, 'signal'>
}

export interface IncomingWritesOptions {
  readonly endpoint: Endpoint
  /** Throws for what the client may not set. */
  readonly check: (metadata: Metadata, path: string) => void
  readonly say: (response: pb.WriteResponse) => Promise<void>
  readonly signal: AbortSignal
}

export class IncomingWrites {
  private readonly files = new Map<number, OpenFile>()
  private nextIndex = 0

  constructor(private readonly options: IncomingWritesOptions) {}

  begin({ index, options, path }: FileToWrite): void {
    if (index !== this.nextIndex++) throw protocolError(`a file of index ${index}`)
    if (this.files.size >= MAX_OPEN_FILES) throw protocolError('too many files at a time')
    const chunks = new ChunkQueue(() => {
      file.isReady = true
      void this.options.say(new pb.WriteResponse().setReady(new pb.WriteReady().setIndex(index)))
    })
    const file: OpenFile = {
      chunks,
      sizeBytes: options.sizeBytes,
      done: Promise.resolve().then(async () => this.land(index, path, chunks, options)),
      receivedBytes: 0,
      isReady: false,
      hasEnded: false,
      isSettled: false,
    }
    this.files.set(index, file)
  }

  /** Resolves when the next frame can be taken. Throws `E_PROTOCOL` for one that nobody asked for (S13). */
  async take(frame: HeldFrame): Promise<void> {
    const file = this.files.get(frame.index)
    if (file === undefined || !file.isReady || file.hasEnded)
      throw protocolError(`bytes for ${frame.index}, which nobody asked for`)
    if (frame.type === 'piece') {
      if (frame.offset !== file.receivedBytes || frame.offset + frame.bytes.length > file.sizeBytes)
        throw protocolError(`other bytes for ${frame.index} than come next`)
      file.receivedBytes += frame.bytes.length
      await file.chunks.push(frame.bytes)
      return
    }

    file.hasEnded = true
    if (frame.status === 'ok' && frame.sizeBytes === file.receivedBytes) file.chunks.end()
    else file.chunks.fail(new BlitError('E_CHANGED', 'the client has given it up'))
    this.forget(frame.index, file)
  }

  /** Whatever is still open comes to nothing. */
  fail(error: unknown): void {
    for (const { chunks } of this.files.values()) chunks.fail(error)
  }

  /** Resolves when every file has its name, or nothing is left of it. */
  async settled(): Promise<void> {
    await Promise.all([...this.files.values()].map(async ({ done }) => done))
  }

  private async land(
    index: number,
    path: string,
    chunks: ChunkQueue,
    options: FileToWrite['options'],
  ): Promise<void> {
    const { check, endpoint, say, signal } = this.options
    const written = new pb.Written().setIndex(index)
    try {
      check(options.metadata, path)
      await endpoint.write(path, chunks, { ...options, signal })
    } catch (error) {
      const known = isBlitError(error) ? error : new BlitError('E_UNEXPECTED', 'it could not be written')
      written.setFailure(encodeFailure({ path, code: known.code, message: known.message }))
    }

    const file = this.files.get(index)
    if (file !== undefined) {
      file.isSettled = true
      // Nothing was asked for, so nothing comes.
      if (!file.isReady) file.hasEnded = true
      this.forget(index, file)
    }

    await say(new pb.WriteResponse().setWritten(written))
  }

  private forget(index: number, { hasEnded, isSettled }: OpenFile): void {
    if (hasEnded && isSettled) this.files.delete(index)
  }
}
