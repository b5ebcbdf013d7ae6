import { readUint64, writeUint64 } from './uint64.js'
import { protocolError } from './wire-error.js'

/** What went over one stream, counted alike at both ends. */
export interface StreamCounts {
  /** Frames of any type before END. */
  frames: number
  /** Contents in batches, and pieces. */
  bytes: number
  /** Files of batches with status ok, and FILE_ENDs with status ok. */
  files: number
}

export function encodeEndCounts(bytes: Buffer, at: number, counts: Readonly<StreamCounts>): void {
  writeUint64(bytes, at, counts.frames)
  writeUint64(bytes, at + 8, counts.bytes)
  writeUint64(bytes, at + 16, counts.files)
}

/** Throws `E_PROTOCOL` unless the payload of END says what was counted here. */
export function checkEndCounts(payload: Buffer, counted: Readonly<StreamCounts>): void {
  const same =
    readUint64(payload, 0) === counted.frames &&
    readUint64(payload, 8) === counted.bytes &&
    readUint64(payload, 16) === counted.files
  if (!same) throw protocolError('an end with wrong counts')
}
