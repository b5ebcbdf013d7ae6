import { protocolError } from './protocol-error.js'

/** A number that a double holds exactly, as google-protobuf gives those of 64 bits. Throws `E_PROTOCOL` otherwise. */
export function safeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw protocolError('a number beyond 2^53 - 1')
  return value
}
