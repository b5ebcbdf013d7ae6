/** Seconds after which an old rate counts for a third of what it did. */
const SMOOTHING_SECONDS = 3

/** Samples closer together than this are mostly noise. */
const SHORTEST_SECONDS = 0.05

/** Bytes per second of a growing count, smoothed so that people can read it. */
export class RateMeter {
  private last: { readonly atMs: number; readonly bytes: number } | undefined
  private smoothed = 0
  /** How much of `smoothed` has been measured; the rest is the zero it began with. */
  private known = 0

  /** Takes a count; gives the rate, or undefined while nothing is known. */
  measure(bytes: number, atMs: number): number | undefined {
    this.last ??= { atMs, bytes }
    const seconds = (atMs - this.last.atMs) / 1000
    if (seconds >= SHORTEST_SECONDS) {
      const weight = 1 - Math.exp(-seconds / SMOOTHING_SECONDS)
      const current = Math.max(0, bytes - this.last.bytes) / seconds
      this.smoothed += (current - this.smoothed) * weight
      this.known += (1 - this.known) * weight
      this.last = { atMs, bytes }
    }

    return this.known === 0 ? undefined : this.smoothed / this.known
  }
}
