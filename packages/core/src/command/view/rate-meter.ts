/** Seconds after which an old rate counts for a third of what it did. */
const SMOOTHING_SECONDS = 3

/** Bytes per second of a growing count, smoothed so that people can read it. */
export class RateMeter {
  private last: { readonly atMs: number; readonly bytes: number } | undefined
  private rate: number | undefined

  /** Takes a count; gives the rate, or undefined while too little is known. */
  measure(bytes: number, atMs: number): number | undefined {
    const { last } = this
    if (last === undefined) {
      this.last = { atMs, bytes }
      return undefined
    }

    const seconds = (atMs - last.atMs) / 1000
    if (seconds < 0.05) return this.rate
    const current = Math.max(0, bytes - last.bytes) / seconds
    const weight = this.rate === undefined ? 1 : 1 - Math.exp(-seconds / SMOOTHING_SECONDS)
    this.rate = (this.rate ?? 0) * (1 - weight) + current * weight
    this.last = { atMs, bytes }
    return this.rate
  }
}
