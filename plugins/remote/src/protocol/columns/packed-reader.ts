import { protocolError } from '../protocol-error.js'

/** Reads one packed column of `count` values, or the fields of a message. Throws `E_PROTOCOL`. */
export class PackedReader {
  private at = 0

  constructor(
    private readonly bytes: Uint8Array,
    private readonly count: number,
    private readonly field: number,
  ) {}

  get done(): boolean {
    return this.at === this.bytes.length
  }

  /** Whole numbers up to 2^53 - 1. */
  integers(): Float64Array {
    const values = new Float64Array(this.atLeastBytes(1))
    for (let i = 0; i < values.length; i++) values[i] = this.varint()
    return this.all(values)
  }

  /** The same of either sign (zigzag). */
  signedIntegers(): Float64Array {
    const values = new Float64Array(this.atLeastBytes(1))
    for (let i = 0; i < values.length; i++) {
      const value = this.varint()
      values[i] = value % 2 === 0 ? value / 2 : -(value + 1) / 2
    }

    return this.all(values)
  }

  uint32s(): Uint32Array {
    const values = new Uint32Array(this.atLeastBytes(1))
    for (let i = 0; i < values.length; i++) {
      const value = this.varint()
      if (value > 0xff_ff_ff_ff) throw protocolError(`column ${this.field} holds a number beyond 32 bits`)
      values[i] = value
    }

    return this.all(values)
  }

  uint64s(): BigUint64Array {
    const values = new BigUint64Array(this.atLeastBytes(8))
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset)
    for (let i = 0; i < values.length; i++, this.at += 8) values[i] = view.getBigUint64(this.at, true)
    return this.all(values)
  }

  int64s(): BigInt64Array {
    return new BigInt64Array(this.uint64s().buffer)
  }

  /** A number of up to 53 bits. */
  varint(): number {
    const { bytes } = this
    let byte = bytes[this.at++]
    if (byte === undefined) throw cutShort()
    if (byte < 128) return byte
    let value = byte & 127
    for (let factor = 128; factor <= 2 ** 49; factor *= 128) {
      byte = bytes[this.at++]
      if (byte === undefined) throw cutShort()
      value += (byte & 127) * factor
      if (byte < 128) {
        if (value > Number.MAX_SAFE_INTEGER) break
        return value
      }
    }

    throw protocolError('a number beyond 2^53 - 1')
  }

  take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw cutShort()
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  /** Leaves out the value of a field. */
  skip(wireType: number): void {
    if (wireType === 0) while ((this.take(1)[0] as number) > 127);
    else if (wireType === 1) this.take(8)
    else if (wireType === 2) this.take(this.varint())
    else if (wireType === 5) this.take(4)
    else throw protocolError(`a field of wire type ${wireType}`)
  }

  /** `count`, once the column is found long enough for so many values of `size`: only then they get memory. */
  private atLeastBytes(size: number): number {
    if (this.bytes.length < this.count * size) throw this.wrongLength()
    return this.count
  }

  private all<T>(values: T): T {
    if (!this.done) throw this.wrongLength()
    return values
  }

  private wrongLength(): Error {
    return protocolError(`column ${this.field} is of another length than the types`)
  }
}

function cutShort(): Error {
  return protocolError('a message that is cut short')
}
