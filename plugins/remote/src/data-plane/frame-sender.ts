/**
 * The source's side of a stream: frames onto a carrier. One thread uses it, and each call blocks until all is written.
 *
 * A piece without a hash goes by `sendfile`, where the carrier has it. One with a hash is read, hashed while it is in
 * the processor's cache, and written: that is faster than to send it first and read it again, and the hash is surely that of the
 * bytes sent, whatever happens to the file meanwhile (docs/decisions/data-plane-io.md).
 */
import { readSync } from 'node:fs'

import type { BatchBuilder } from './batch-builder.js'
import type { Carrier } from './carrier.js'
import { encodeEndCounts, type StreamCounts } from './end-counts.js'
import { encodeFrameHeader, END_BYTES, FRAME, FRAME_HEADER_BYTES, type FrameHeader } from './frame-header.js'
import { encodeTrailer, TRAILER_BYTES, type FileStatus, type Status } from './frame-trailer.js'
import { PayloadHash, type HashSeeds } from './payload-hash.js'

const CHUNK_BYTES = 256 * 1024
/** One call to the system, between which `onChunk` is asked. */
const SENDFILE_BYTES = 1024 * 1024

export interface FrameSenderOptions {
  /** Every BATCH and PIECE is hashed with them; without, none is. */
  readonly seeds?: HashSeeds | undefined
  /** So many bytes of a payload go at once, at most. */
  readonly stepBytes?: number
  /** Called before that many bytes of a payload are sent: may wait, to keep to a rate, or throw, to cancel. */
  readonly onChunk?: ((bytes: number) => void) | undefined
}

/** One piece of an open file. */
export interface OutgoingPiece {
  readonly index: number
  readonly attempt: number
  readonly fd: number
  readonly offset: number
  readonly length: number
  /** Whether the file is still what was listed: asked when all was read, before the other end is told. */
  readonly check?: () => Status
}

export class FrameSender {
  private readonly counted: StreamCounts = { frames: 0, bytes: 0, files: 0 }
  private readonly hash: PayloadHash | undefined
  private readonly small = Buffer.alloc(FRAME_HEADER_BYTES + END_BYTES + TRAILER_BYTES)
  private chunk: Buffer | undefined
  private readonly stepBytes: number
  private ended = false

  constructor(
    private readonly carrier: Carrier,
    private readonly options: FrameSenderOptions = {},
  ) {
    this.stepBytes = options.stepBytes ?? Number.POSITIVE_INFINITY
    if (options.seeds !== undefined) this.hash = new PayloadHash(options.seeds)
  }

  /** What was sent so far. */
  get counts(): Readonly<StreamCounts> {
    return this.counted
  }

  /** Sends a batch, unless it is empty, and clears it. */
  sendBatch(batch: BatchBuilder, attempt = 0): void {
    if (batch.count === 0) return
    const { frame, payload } = batch.frame()
    const { bytes, files } = batch.contents
    this.begin(frame, {
      type: FRAME.batch,
      hashed: this.hash !== undefined,
      attempt,
      index: batch.count,
      offset: 0,
      length: payload.length,
    })
    this.hash?.update(payload)
    encodeTrailer(frame, frame.length - TRAILER_BYTES, 'ok', this.hash?.digest())
    for (let at = 0; at < frame.length; at += this.stepBytes) {
      const part = frame.subarray(at, at + this.stepBytes)
      this.options.onChunk?.(part.length)
      this.carrier.write(part)
    }

    this.counted.bytes += bytes
    this.counted.files += files
    batch.clear()
  }

  /**
   * Sends a piece; where the file is shorter or cannot be read, zeros for the rest. The status says so, here and to the
   * other end: `changed`, `failed`.
   */
  sendPiece(piece: OutgoingPiece): Status {
    const { length, index, attempt, offset } = piece
    this.begin(this.small, {
      type: FRAME.piece,
      hashed: this.hash !== undefined,
      attempt,
      index,
      offset,
      length,
    })
    this.carrier.write(this.small.subarray(0, FRAME_HEADER_BYTES))
    const sent = this.hash === undefined ? this.sendDirectly(piece) : 0
    let status = sent === length ? 'ok' : this.sendByHand(piece, sent)
    if (status === 'ok') status = piece.check?.() ?? status
    encodeTrailer(this.small, 0, status, this.hash?.digest())
    this.carrier.write(this.small.subarray(0, TRAILER_BYTES))
    this.counted.bytes += length
    return status
  }

  /** Says of a piece that the other end holds it: hashes were equal. */
  held(index: number, offset: number, attempt = 0): void {
    this.sendSmall({ type: FRAME.held, hashed: false, attempt, index, offset, length: 0 }, 'ok')
  }

  /** Says what became of a file all of whose pieces were sent, over whichever stream. */
  fileEnd(index: number, sizeBytes: number, status: FileStatus, attempt = 0): void {
    const header = { type: FRAME.fileEnd, hashed: false, attempt, index, offset: sizeBytes, length: 0 }
    this.sendSmall(header, status)
    if (status === 'ok') this.counted.files++
  }

  /** Keeps the stream alive while there is nothing to send: more often than the other end's timeout. */
  nop(): void {
    this.sendSmall({ type: FRAME.nop, hashed: false, attempt: 0, index: 0, offset: 0, length: 0 }, 'ok')
  }

  /** Closes the stream. */
  end(): void {
    encodeEndCounts(this.small, FRAME_HEADER_BYTES, this.counted)
    this.sendSmall(
      { type: FRAME.end, hashed: false, attempt: 0, index: 0, offset: 0, length: END_BYTES },
      'ok',
    )
    this.ended = true
  }

  private begin(frame: Buffer, header: FrameHeader): void {
    if (this.ended) throw new Error('the stream has ended')
    encodeFrameHeader(frame, 0, header)
    this.counted.frames++
  }

  private sendSmall(header: FrameHeader, status: FileStatus): void {
    this.begin(this.small, header)
    const end = FRAME_HEADER_BYTES + header.length
    encodeTrailer(this.small, end, status)
    this.carrier.write(this.small.subarray(0, end + TRAILER_BYTES))
  }

  /** By `sendfile`; gives how many bytes that could do. */
  private sendDirectly({ fd, offset, length }: OutgoingPiece): number {
    let sent = 0
    while (this.carrier.sendFile !== undefined && sent < length) {
      const step = Math.min(SENDFILE_BYTES, this.stepBytes, length - sent)
      this.options.onChunk?.(step)
      let rest = step
      while (rest > 0) {
        const bytes = this.carrier.sendFile(fd, offset + sent, rest)
        if (bytes === undefined || bytes === 0) return sent
        sent += bytes
        rest -= bytes
      }
    }

    return sent
  }

  /** The rest of a piece, from `sent` on. */
  private sendByHand({ fd, offset, length }: OutgoingPiece, sent: number): Status {
    this.chunk ??= Buffer.allocUnsafeSlow(CHUNK_BYTES)
    let status: Status = 'ok'
    let at = sent
    while (at < length) {
      const most = Math.min(CHUNK_BYTES, this.stepBytes, length - at)
      let bytes = 0
      if (status === 'ok') {
        try {
          bytes = readSync(fd, this.chunk, 0, most, offset + at)
          if (bytes === 0) status = 'changed'
        } catch {
          // what it was, the other end need not know; it is told that the file failed
          status = 'failed'
        }

        if (status !== 'ok') this.chunk.fill(0)
      }

      if (status !== 'ok') bytes = most
      const part = this.chunk.subarray(0, bytes)
      this.options.onChunk?.(bytes)
      this.hash?.update(part)
      this.carrier.write(part)
      at += bytes
    }

    return status
  }
}
