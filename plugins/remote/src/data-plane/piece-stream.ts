/**
 * Frames of a connection that Node serves in this thread: pieces of files one after the other, FILE_ENDs, NOPs, END. What is
 * sent is hashed, and what comes must be.
 */
import type { Socket } from 'node:net'

import { checkEndCounts, encodeEndCounts, type StreamCounts } from './end-counts.js'
import { decodeFrameHeader, encodeFrameHeader, END_BYTES, FRAME, FRAME_HEADER_BYTES } from './frame-header.js'
import { decodeTrailer, encodeTrailer, TRAILER_BYTES, type Status } from './frame-trailer.js'
import { PayloadHash, type HashSeeds } from './payload-hash.js'
import { SocketReader } from './socket-reader.js'
import { lostConnection, protocolError } from './wire-error.js'

/** Of one piece here: it is held in memory. */
export const MAX_HELD_PIECE_BYTES = 1024 * 1024

export class PieceSender {
  private readonly counted: StreamCounts = { frames: 0, bytes: 0, files: 0 }
  private readonly hash: PayloadHash

  constructor(
    private readonly socket: Socket,
    seeds: HashSeeds,
  ) {
    this.hash = new PayloadHash(seeds)
  }

  /** Sends a piece of at most {@link MAX_HELD_PIECE_BYTES}; resolves when more may be sent. `bytes` are not needed any more then. */
  async piece(index: number, offset: number, bytes: Uint8Array): Promise<void> {
    const payload = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const head = Buffer.alloc(FRAME_HEADER_BYTES)
    const tail = Buffer.alloc(TRAILER_BYTES)
    const { length } = payload
    encodeFrameHeader(head, 0, { type: FRAME.piece, hashed: true, attempt: 0, index, offset, length })
    this.hash.update(payload)
    encodeTrailer(tail, 0, 'ok', this.hash.digest())
    this.counted.frames++
    this.counted.bytes += length
    this.socket.cork()
    this.socket.write(head)
    this.socket.write(payload)
    const written = new Promise<void>((resolve) => this.socket.write(tail, () => resolve()))
    this.socket.uncork()
    await written
  }

  fileEnd(index: number, sizeBytes: number, status: Status): void {
    if (status === 'ok') this.counted.files++
    this.small(FRAME.fileEnd, index, sizeBytes, status)
  }

  nop(): void {
    this.small(FRAME.nop, 0, 0, 'ok')
  }

  /** Closes the stream. */
  end(): void {
    const frame = Buffer.alloc(FRAME_HEADER_BYTES + END_BYTES + TRAILER_BYTES)
    const header = { type: FRAME.end, hashed: false, attempt: 0, index: 0, offset: 0, length: END_BYTES }
    encodeFrameHeader(frame, 0, header)
    encodeEndCounts(frame, FRAME_HEADER_BYTES, this.counted)
    encodeTrailer(frame, FRAME_HEADER_BYTES + END_BYTES, 'ok')
    this.socket.end(frame)
  }

  private small(type: number, index: number, offset: number, status: Status): void {
    const frame = Buffer.alloc(FRAME_HEADER_BYTES + TRAILER_BYTES)
    encodeFrameHeader(frame, 0, { type, hashed: false, attempt: 0, index, offset, length: 0 })
    encodeTrailer(frame, FRAME_HEADER_BYTES, status)
    this.counted.frames++
    this.socket.write(frame)
  }
}

export type HeldFrame =
  | { readonly type: 'piece'; readonly index: number; readonly offset: number; readonly bytes: Buffer }
  | {
      readonly type: 'fileEnd'
      readonly index: number
      readonly sizeBytes: number
      readonly status: Status
    }

/** The frames that come, but those that only keep the connection alive; ends after END. Throws what `FrameReceiver` throws. */
export async function* heldFrames(socket: Socket, seeds: HashSeeds): AsyncGenerator<HeldFrame> {
  const reader = new SocketReader(socket)
  const hash = new PayloadHash(seeds)
  const counted: StreamCounts = { frames: 0, bytes: 0, files: 0 }
  for (;;) {
    const { hashed, index, length, offset, type } = decodeFrameHeader(await reader.take(FRAME_HEADER_BYTES))
    if (type === FRAME.end) {
      checkEndCounts(await reader.take(END_BYTES), counted)
      decodeTrailer(await reader.take(TRAILER_BYTES), false)
      return
    }

    counted.frames++
    if (type === FRAME.piece) {
      if (!hashed) throw protocolError('a frame without a hash')
      if (length > MAX_HELD_PIECE_BYTES) throw protocolError(`a piece of ${length} bytes`)
      const bytes = await reader.take(length)
      hash.update(bytes)
      const trailer = decodeTrailer(await reader.take(TRAILER_BYTES), true)
      if (!hash.digest().equals(trailer.hash)) throw lostConnection('delivered other bytes than were sent')
      counted.bytes += length
      yield { type: 'piece', index, offset, bytes }
    } else if (type === FRAME.fileEnd) {
      const { status } = decodeTrailer(await reader.take(TRAILER_BYTES), false)
      if (status === 'same' || status === 'different')
        throw protocolError('a file that is compared with none')
      if (status === 'ok') counted.files++
      yield { type: 'fileEnd', index, sizeBytes: offset, status }
    } else if (type === FRAME.nop) decodeTrailer(await reader.take(TRAILER_BYTES), false)
    else throw protocolError(`a frame of type ${type}, here`)
  }
}
