/**
 * A carrier whose bytes are compressed: what is written goes out in blocks, each deflated on its own, and what does not shrink as it
 * is. Frames know nothing of it; nothing goes past the process.
 */
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'

import { readExactly, type Carrier } from './carrier.js'
import { lostConnection, protocolError } from './wire-error.js'

/** Bytes in a block before it is compressed, at most. */
export const MAX_BLOCK_BYTES = 256 * 1024
const HEADER_BYTES = 8
/** Headers and trailers are not worth a try. */
const WORTH_BYTES = 512
/** A block has to become less than that of it. */
const SHRINKS = 0.95
/** The beginning of a block tells of the rest: what is compressed already is not tried in full. */
const SAMPLE_BYTES = 16 * 1024

export function compressedCarrier(carrier: Carrier): Carrier {
  const writer = new BlockWriter(carrier)
  const reader = new BlockReader(carrier)
  return {
    read: (target, start, length) => reader.read(target, start, length),
    write: (bytes) => writer.write(bytes),
    setTimeout: (timeoutMs) => carrier.setTimeout(timeoutMs),
    close: () => carrier.close(),
  }
}

class BlockWriter {
  private readonly block = Buffer.allocUnsafeSlow(HEADER_BYTES + MAX_BLOCK_BYTES)

  constructor(private readonly carrier: Carrier) {}

  write(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; at += MAX_BLOCK_BYTES) {
      const part = bytes.subarray(at, at + MAX_BLOCK_BYTES)
      const packed = pack(part)
      this.block.writeUInt32LE(part.length, 0)
      this.block.writeUInt32LE(packed.length, 4)
      packed.copy(this.block, HEADER_BYTES)
      this.carrier.write(this.block.subarray(0, HEADER_BYTES + packed.length))
    }
  }
}

/** The block itself where it does not shrink. */
function pack(part: Buffer): Buffer {
  if (part.length < WORTH_BYTES) return part
  if (part.length > 4 * SAMPLE_BYTES && deflated(part.subarray(0, SAMPLE_BYTES)) === undefined) return part
  return deflated(part) ?? part
}

function deflated(part: Buffer): Buffer | undefined {
  const packed = deflateRawSync(part, { level: constants.Z_BEST_SPEED, chunkSize: Math.max(64, part.length) })
  return packed.length < part.length * SHRINKS ? packed : undefined
}

class BlockReader {
  private readonly header = Buffer.alloc(HEADER_BYTES)
  private readonly stored = Buffer.allocUnsafeSlow(MAX_BLOCK_BYTES)
  private bytes: Buffer = this.stored.subarray(0, 0)

  constructor(private readonly carrier: Carrier) {}

  read(target: Buffer, start: number, length: number): number {
    if (this.bytes.length === 0) this.bytes = this.next()
    const read = this.bytes.copy(target, start, 0, Math.min(length, this.bytes.length))
    this.bytes = this.bytes.subarray(read)
    return read
  }

  private next(): Buffer {
    readExactly(this.carrier, this.header)
    const length = this.header.readUInt32LE(0)
    const packed = this.header.readUInt32LE(4)
    if (length === 0 || length > MAX_BLOCK_BYTES || packed === 0 || packed > length)
      throw protocolError(`a block of ${length} bytes in ${packed}`)
    const stored = this.stored.subarray(0, packed)
    readExactly(this.carrier, stored)
    return packed === length ? stored : inflated(stored, length)
  }
}

/**
 * S11: never more than was announced. Whatever else it turns out to be, it may have been damaged on the way: another connection may
 * do.
 */
function inflated(stored: Buffer, length: number): Buffer {
  const options = { info: true, maxOutputLength: length, chunkSize: Math.max(64, length) }
  let found: Inflated
  try {
    found = inflateRawSync(stored, options) as unknown as Inflated
  } catch (error) {
    throw lostConnection('delivered a block that is not what was compressed', error)
  }

  if (found.buffer.length !== length || found.engine.bytesWritten !== stored.length)
    throw lostConnection('delivered a block of another length than was announced')
  return found.buffer
}

/** As `info` has it: what came out, and of how many bytes (`bytesWritten`) it was made. */
interface Inflated {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}
