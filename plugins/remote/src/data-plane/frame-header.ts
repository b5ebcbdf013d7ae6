import { BATCH_RECORD_BYTES } from './batch-records.js'
import { MAX_BATCH_BYTES, MAX_BATCH_FILES, MAX_INDEX } from './limits.js'
import { readUint64, writeUint64 } from './uint64.js'
import { protocolError } from './wire-error.js'

export const FRAME_HEADER_BYTES = 24

/** Payload of END: three counts. */
export const END_BYTES = 24

/** The types of frames, by their numbers. */
export const FRAME = { batch: 1, piece: 2, fileEnd: 3, nop: 4, end: 5, held: 6 } as const

const HASHED = 1

/** The first 24 bytes of a frame; docs/wire.md says what the fields mean in each type. */
export interface FrameHeader {
  readonly type: number
  /** The trailer has a hash of the payload. */
  readonly hashed: boolean
  readonly attempt: number
  readonly index: number
  readonly offset: number
  readonly length: number
}

export function encodeFrameHeader(bytes: Buffer, at: number, header: FrameHeader): void {
  bytes[at] = header.type
  bytes[at + 1] = header.hashed ? HASHED : 0
  bytes.writeUInt16LE(header.attempt, at + 2)
  bytes.writeUInt32LE(header.index, at + 4)
  writeUint64(bytes, at + 8, header.offset)
  writeUint64(bytes, at + 16, header.length)
}

/** Throws `E_PROTOCOL` for a header that no frame can have, whatever the manifest. */
export function decodeFrameHeader(bytes: Buffer, at = 0): FrameHeader {
  const flags = bytes[at + 1] as number
  if ((flags & ~HASHED) !== 0) throw protocolError(`a frame with the flags ${flags}`)
  const header: FrameHeader = {
    type: bytes[at] as number,
    hashed: flags === HASHED,
    attempt: bytes.readUInt16LE(at + 2),
    index: bytes.readUInt32LE(at + 4),
    offset: readUint64(bytes, at + 8),
    length: readUint64(bytes, at + 16),
  }
  const check = CHECKS[header.type]
  if (check === undefined) throw protocolError(`a frame of type ${header.type}`)
  if (!check(header)) throw protocolError(`a frame of type ${header.type} with wrong fields`)
  return header
}

const CHECKS: Readonly<Record<number, (header: FrameHeader) => boolean>> = {
  [FRAME.batch]: ({ index, offset, length }) =>
    index >= 1 &&
    index <= MAX_BATCH_FILES &&
    offset === 0 &&
    length >= index * BATCH_RECORD_BYTES &&
    length <= MAX_BATCH_BYTES,
  [FRAME.piece]: ({ index, offset, length }) =>
    index <= MAX_INDEX && length > 0 && offset + length <= Number.MAX_SAFE_INTEGER,
  [FRAME.fileEnd]: ({ hashed, index, length }) => !hashed && index <= MAX_INDEX && length === 0,
  [FRAME.held]: ({ hashed, index, length }) => !hashed && index <= MAX_INDEX && length === 0,
  [FRAME.nop]: (header) => isBare(header) && header.length === 0,
  [FRAME.end]: (header) => isBare(header) && header.length === END_BYTES,
}

function isBare({ hashed, attempt, index, offset }: FrameHeader): boolean {
  return !hashed && attempt === 0 && index === 0 && offset === 0
}
