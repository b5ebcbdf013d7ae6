/** Random numbers that a seed repeats, so that a failed test can name its seed (the generator mulberry32). */
export class RandomSource {
  private state: number

  constructor(readonly seed: number) {
    this.state = seed >>> 0
  }

  /** A whole number from 0 up to, without, `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }

  /** True once in `times`. */
  oneIn(times: number): boolean {
    return this.below(times) === 0
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)]
    if (value === undefined) throw new RangeError('nothing to pick from')
    return value
  }

  /** Content of this length; two of one length differ. */
  bytes(length: number): Uint8Array {
    const pattern = Uint8Array.from({ length: 97 }, () => this.below(256))
    return Buffer.alloc(length, pattern)
  }
}
