/** Nearer than that, more streams than processors only get in each other's way. */
const NEAR_MS = 1
const FAR_STREAMS = 4
/** More streams are worth it as long as they bring so much more. */
const RISE = 1.1

export interface StreamRules {
  /** What the other end grants. */
  readonly granted: number
  /** What the user wants, instead of what is found best. */
  readonly wanted?: number | undefined
  readonly processors: number
}

/**
 * How many data streams a session should have. Near by as many as processors work on it, two at most. Further away a stream is held
 * back by its round trips: four, and twice as many as long as the rate rises with them.
 */
export class StreamGovernor {
  /** Streams there should be. */
  count: number
  private lastRate: number | undefined
  private isSettled: boolean

  constructor(private readonly rules: StreamRules) {
    const { granted, processors, wanted } = rules
    this.count = Math.min(granted, wanted ?? Math.min(2, processors))
    this.isSettled = wanted !== undefined || this.count >= granted
  }

  /** No more streams are to be expected. */
  get settled(): boolean {
    return this.isSettled
  }

  /** A round trip has been seen, in milliseconds. */
  reached(roundTripMs: number): void {
    if (this.isSettled) return
    if (roundTripMs < NEAR_MS) this.isSettled = true
    else this.grow(FAR_STREAMS)
  }

  /** What all streams together bring, in bytes a second, while there is enough to send for all. */
  seen(rate: number): void {
    if (this.isSettled) return
    if (this.lastRate !== undefined && rate < this.lastRate * RISE) {
      this.isSettled = true
      return
    }

    this.lastRate = rate
    this.grow(this.count * 2)
  }

  /** A further stream could not be had. */
  refused(): void {
    this.isSettled = true
  }

  private grow(count: number): void {
    const { granted } = this.rules
    this.count = Math.max(this.count, Math.min(granted, count))
    // The last ones are not measured: nothing would follow from it.
    this.isSettled = this.count >= granted
  }
}
