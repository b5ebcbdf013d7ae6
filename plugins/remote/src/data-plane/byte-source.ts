import type { Carrier } from './carrier.js'

const BUFFER_BYTES = 256 * 1024
/** Where little is wanted: payload that comes along would have to be copied. */
const LITTLE_BYTES = 16 * 1024

/** Reads ahead on a carrier, so that small frames cost no system call each. Views it gives are good until the next call. */
export class ByteSource {
  private readonly buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES)
  private start = 0
  private end = 0

  constructor(private readonly carrier: Carrier) {}

  /** Bytes that were read ahead. */
  get ahead(): number {
    return this.end - this.start
  }

  /** Exactly `length` bytes, a few at most. */
  take(length: number): Buffer {
    if (this.ahead < length) {
      this.buffer.copyWithin(0, this.start, this.end)
      this.end -= this.start
      this.start = 0
      while (this.end < length) this.end += this.carrier.read(this.buffer, this.end, LITTLE_BYTES - this.end)
    }

    this.start += length
    return this.buffer.subarray(this.start - length, this.start)
  }

  /** At least one byte and at most `length`: what there is. */
  some(length: number): Buffer {
    if (this.ahead === 0) {
      this.start = 0
      this.end = this.carrier.read(this.buffer, 0, Math.min(length, BUFFER_BYTES))
    }

    const bytes = this.buffer.subarray(this.start, Math.min(this.end, this.start + length))
    this.start += bytes.length
    return bytes
  }

  /** Fills `target`. */
  fill(target: Buffer): void {
    let length = this.buffer.copy(target, 0, this.start, this.end)
    this.start += length
    while (length < target.length) length += this.carrier.read(target, length, target.length - length)
  }
}
