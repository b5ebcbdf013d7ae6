import { protocolError } from './wire-error.js'

const TWO_32 = 0x1_0000_0000

/** Reads 8 bytes, little-endian. Throws `E_PROTOCOL` above 2^53 - 1: no file is that long. */
export function readUint64(bytes: Buffer, at: number): number {
  const value = bytes.readUInt32LE(at + 4) * TWO_32 + bytes.readUInt32LE(at)
  if (value > Number.MAX_SAFE_INTEGER) throw protocolError('a number above 2^53')
  return value
}

/** `value` is an integer from 0 to 2^53 - 1. */
export function writeUint64(bytes: Buffer, at: number, value: number): void {
  const low = value >>> 0
  bytes.writeUInt32LE(low, at)
  bytes.writeUInt32LE((value - low) / TWO_32, at + 4)
}
