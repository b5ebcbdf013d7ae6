/**
 * The destination's side of a stream: frames off a carrier. One thread uses it, and each call blocks.
 *
 * 1. `next` gives a frame that is right in itself: type, fields, lengths, records. Whether the session wants it, only the
 *    session knows: it looks, claims what it names, and lets go on.
 * 2. A BATCH comes whole, its hash checked, before anything of it is written.
 * 3. Of a PIECE only the header has been read. The session takes its payload by `pieceToFile`, `pieceToBuffer` or
 *    `skipPiece`; then the hash is checked.
 * 4. A wrong hash is a broken connection, `E_UNREACHABLE`: what was in hand is not to be trusted, and is sent anew over another
 *    one. What no end may say is `E_PROTOCOL`. A file that cannot be written is neither: its bytes are read past.
 * 5. END comes last, its counts compared with what was seen here.
 */
import { decodeBatchRecords, type BatchFile } from './batch-records.js'
import { ByteSource } from './byte-source.js'
import type { Carrier } from './carrier.js'
import { checkEndCounts, type StreamCounts } from './end-counts.js'
import { decodeFrameHeader, END_BYTES, FRAME, FRAME_HEADER_BYTES, type FrameHeader } from './frame-header.js'
import { decodeTrailer, HASH_BYTES, TRAILER_BYTES, type FileStatus, type Status } from './frame-trailer.js'
import { MAX_BATCH_BYTES } from './limits.js'
import { PayloadHash, type HashSeeds } from './payload-hash.js'
import { lostConnection, protocolError } from './wire-error.js'
import { writeToFile } from './write-to-file.js'

export interface FrameReceiverOptions {
  /** To check hashes with. A frame with a hash is an error without. */
  readonly seeds?: HashSeeds | undefined
  /** Every BATCH and PIECE must have a hash. */
  readonly requireHash?: boolean | undefined
  /** Pieces that go to files are hashed also where frames have no hash. */
  readonly digests?: HashSeeds | undefined
  /** Called after that many bytes of a payload were received: may wait, or throw, to cancel. */
  readonly onChunk?: ((bytes: number) => void) | undefined
}

export type Frame =
  /** `payload` is good until the next call; each file with status ok has its content at `start` there. */
  | {
      readonly type: 'batch'
      readonly attempt: number
      readonly files: BatchFile[]
      readonly payload: Buffer
    }
  | {
      readonly type: 'piece'
      readonly attempt: number
      readonly index: number
      readonly offset: number
      readonly length: number
    }
  | {
      readonly type: 'fileEnd'
      readonly attempt: number
      readonly index: number
      readonly sizeBytes: number
      readonly status: FileStatus
    }
  /** A piece that is here already: it is what the source has. */
  | { readonly type: 'held'; readonly attempt: number; readonly index: number; readonly offset: number }
  | { readonly type: 'end'; readonly counts: StreamCounts }

export interface PieceResult {
  /** What the source says of it. */
  readonly status: Status
  /** Why it is not in the file here. */
  readonly error?: Error
  /** Of what came, with `digests`; good until the next piece. */
  readonly digest?: Buffer
}

export class FrameReceiver {
  private readonly counted: StreamCounts = { frames: 0, bytes: 0, files: 0 }
  private readonly source: ByteSource
  private readonly hash: PayloadHash | undefined
  private readonly own: PayloadHash | undefined
  private readonly lastHash = Buffer.alloc(HASH_BYTES)
  private batch: Buffer | undefined
  /** The frame whose payload was not taken yet. */
  private piece: FrameHeader | undefined
  private ended = false

  constructor(
    private readonly carrier: Carrier,
    private readonly options: FrameReceiverOptions = {},
  ) {
    this.source = new ByteSource(carrier)
    if (options.seeds !== undefined) this.hash = new PayloadHash(options.seeds)
    if (options.digests !== undefined) this.own = new PayloadHash(options.digests)
  }

  /** What was received so far. */
  get counts(): Readonly<StreamCounts> {
    return this.counted
  }

  /** The next frame; those that only keep the stream alive are left out. */
  next(): Frame {
    if (this.piece !== undefined) throw new Error('the last piece was not taken')
    for (;;) {
      const frame = this.read()
      if (frame !== undefined) return frame
    }
  }

  /** Puts the piece at its place in an open file, by `write` if that is given. */
  pieceToFile(fd: number, write?: (bytes: Buffer, offset: number) => void): PieceResult {
    const { hashed, offset, length } = this.takePiece()
    // Where a hash comes along, that is compared, and the same.
    const own = hashed ? undefined : this.own
    const isPlain = !hashed && own === undefined && write === undefined
    let error: Error | undefined
    let done = 0
    while (done < length) {
      if (isPlain && error === undefined && this.source.ahead === 0 && this.carrier.receiveToFile) {
        const received = this.carrier.receiveToFile(fd, offset + done, length - done)
        error = received.error
        done += received.bytes
        this.options.onChunk?.(received.bytes)
        continue
      }

      const bytes = this.source.some(length - done)
      if (hashed) this.hash?.update(bytes)
      else own?.update(bytes)
      error ??=
        write === undefined ? writeToFile(fd, bytes, offset + done) : attempt(write, bytes, offset + done)
      done += bytes.length
      this.options.onChunk?.(bytes.length)
    }

    const status = ofPiece(this.readTrailer(hashed))
    if (error !== undefined) return { status, error }
    return this.own === undefined ? { status } : { status, digest: own?.digest() ?? this.lastHash }
  }

  /** Puts the piece into memory: exactly as long as it is. */
  pieceToBuffer(target: Buffer): PieceResult {
    const { hashed, length } = this.takePiece()
    if (target.length !== length) throw new RangeError('the buffer is not as long as the piece')
    this.source.fill(target)
    if (hashed) this.hash?.update(target)
    this.options.onChunk?.(length)
    return { status: ofPiece(this.readTrailer(hashed)) }
  }

  /** Reads past the piece. */
  skipPiece(): PieceResult {
    const { hashed, length } = this.takePiece()
    for (let done = 0; done < length;) {
      const bytes = this.source.some(length - done)
      if (hashed) this.hash?.update(bytes)
      done += bytes.length
      this.options.onChunk?.(bytes.length)
    }

    return { status: ofPiece(this.readTrailer(hashed)) }
  }

  private read(): Frame | undefined {
    if (this.ended) throw new Error('the stream has ended')
    const header = decodeFrameHeader(this.source.take(FRAME_HEADER_BYTES))
    const { type, hashed, attempt, index, offset, length } = header
    if (hashed && this.hash === undefined) throw protocolError('a hash where none was agreed on')
    if (!hashed && this.options.requireHash && (type === FRAME.batch || type === FRAME.piece))
      throw protocolError('a frame without a hash')
    if (type === FRAME.end) return this.readEnd()
    this.counted.frames++
    if (type === FRAME.batch) return this.readBatch(header)
    if (type === FRAME.piece) {
      this.piece = header
      this.counted.bytes += length
      return { type: 'piece', attempt, index, offset, length }
    }

    const status = this.readTrailer(false)
    if (type === FRAME.fileEnd) {
      if (status === 'ok') this.counted.files++
      return { type: 'fileEnd', attempt, index, sizeBytes: offset, status }
    }

    mustBeOk(status)
    return type === FRAME.held ? { type: 'held', attempt, index, offset } : undefined
  }

  private readBatch({ hashed, attempt, index, length }: FrameHeader): Frame {
    this.batch ??= Buffer.allocUnsafeSlow(MAX_BATCH_BYTES)
    const payload = this.batch.subarray(0, length)
    this.source.fill(payload)
    this.options.onChunk?.(length)
    if (hashed) this.hash?.update(payload)
    mustBeOk(this.readTrailer(hashed))
    const files = decodeBatchRecords(payload, index)
    for (const { status, sizeBytes } of files) {
      if (status !== 'ok') continue
      this.counted.files++
      this.counted.bytes += sizeBytes
    }

    return { type: 'batch', attempt, files, payload }
  }

  private readEnd(): Frame {
    checkEndCounts(this.source.take(END_BYTES), this.counted)
    mustBeOk(this.readTrailer(false))
    this.ended = true
    return { type: 'end', counts: { ...this.counted } }
  }

  private takePiece(): FrameHeader {
    const { piece } = this
    if (piece === undefined) throw new Error('there is no piece to be taken')
    this.piece = undefined
    return piece
  }

  /** Compares the hash of what came before, too. */
  private readTrailer(hashed: boolean): FileStatus {
    const { status, hash } = decodeTrailer(this.source.take(TRAILER_BYTES), hashed)
    hash.copy(this.lastHash)
    if (hashed && this.hash?.digest().equals(hash) === false)
      throw lostConnection('delivered other bytes than were sent')
    return status
  }
}

function attempt(
  write: (bytes: Buffer, offset: number) => void,
  bytes: Buffer,
  offset: number,
): Error | undefined {
  try {
    write(bytes, offset)
    return undefined
  } catch (error) {
    return error as Error
  }
}

function ofPiece(status: FileStatus): Status {
  if (status === 'same' || status === 'different') throw protocolError('a piece with the status of a file')
  return status
}

function mustBeOk(status: FileStatus): void {
  if (status !== 'ok') throw protocolError(`a frame with the status ${status}`)
}
