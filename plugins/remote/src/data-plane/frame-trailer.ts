import { protocolError } from './wire-error.js'

export const TRAILER_BYTES = 24
export const HASH_BYTES = 16

/** What the source says of a file, or of a piece of it, by the numbers on the wire. */
export const STATUSES = ['ok', 'changed', 'failed', 'same', 'different'] as const

/** What became of a piece that was sent. */
export type Status = 'changed' | 'failed' | 'ok'

/** What became of a file; `same`: it need not be sent; `different`, in a dry run: it would have to be. */
export type FileStatus = (typeof STATUSES)[number]

const HASH_AT = 8
const NO_HASH = Buffer.alloc(HASH_BYTES)

export function statusNumber(status: FileStatus): number {
  return STATUSES.indexOf(status)
}

/** Throws `E_PROTOCOL` where there is none of that number. */
export function statusOf(number: number): FileStatus {
  const status = STATUSES[number]
  if (status === undefined) throw protocolError(`the status ${number}`)
  return status
}

/** `hash` is 16 bytes, or none. */
export function encodeTrailer(bytes: Buffer, at: number, status: FileStatus, hash?: Uint8Array): void {
  bytes.writeUInt32LE(statusNumber(status), at)
  bytes.writeUInt32LE(0, at + 4)
  bytes.set(hash ?? NO_HASH, at + HASH_AT)
}

/** The status of a trailer and a view of its hash. Throws `E_PROTOCOL` for a hash where there is none. */
export function decodeTrailer(bytes: Buffer, hashed: boolean): { status: FileStatus; hash: Buffer } {
  const status = statusOf(bytes.readUInt32LE(0))
  if (bytes.readUInt32LE(4) !== 0) throw protocolError('a trailer with unknown bits')
  const hash = bytes.subarray(HASH_AT, TRAILER_BYTES)
  if (!hashed && !hash.equals(NO_HASH)) throw protocolError('a hash that was not announced')
  return { status, hash }
}
