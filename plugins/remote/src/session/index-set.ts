const GROW_BYTES = 64 * 1024

/** Which indices there were: a bit each. */
export class IndexSet {
  private bits = new Uint8Array(0)
  /** How many are in it. */
  size = 0

  /** False where it was in it. */
  add(index: number): boolean {
    const byte = Math.floor(index / 8)
    const bit = 1 << (index % 8)
    if (byte >= this.bits.length) {
      const bits = new Uint8Array(Math.max(byte + 1, this.bits.length * 2, GROW_BYTES))
      bits.set(this.bits)
      this.bits = bits
    }

    const before = this.bits[byte] as number
    this.bits[byte] = before | bit
    if ((before & bit) !== 0) return false
    this.size++
    return true
  }
}
