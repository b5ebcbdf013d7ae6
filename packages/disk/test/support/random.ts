/** Random numbers that a seed repeats: a failed test names its seed. (mulberry32) */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** A whole number from 0 up to, without, `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x6d_2b_79_f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit)
  }

  chance(percent: number): boolean {
    return this.below(100) < percent
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T
  }

  bytes(length: number): Buffer {
    const words = new Uint32Array(Math.ceil(length / 4)).map(() => this.below(2 ** 32))
    return Buffer.from(words.buffer, 0, length)
  }
}
