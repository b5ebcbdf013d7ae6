/** Time that was lost is made up for, so much of it: whoever sleeps wakes too late each time. */
const CREDIT_NS = 50_000_000n
/** Less is not worth a sleep: it is owed, and waited for with what comes next. */
const LEAST_MS = 1

/** Bytes under a limit go in steps of about a tenth of a second. */
const STEPS_A_SECOND = 10

/** A rate that several threads keep to together. */
export class RateLimit {
  /** `words`: one, zero at first, in memory that they share. */
  constructor(
    private readonly words: BigInt64Array,
    private readonly bytesPerSec: number,
    private readonly nowNs: () => bigint = process.hrtime.bigint,
  ) {}

  /** How many bytes are to be moved at once, at most. */
  get stepBytes(): number {
    return Math.max(1, Math.floor(this.bytesPerSec / STEPS_A_SECOND))
  }

  /** Counts `bytes` as moved; gives how long to wait before they may be, in milliseconds. */
  take(bytes: number): number {
    const costNs = BigInt(Math.ceil((bytes / this.bytesPerSec) * 1e9))
    for (;;) {
      const before = Atomics.load(this.words, 0)
      const now = this.nowNs()
      const earliest = now - CREDIT_NS
      const paidUntil = (before > earliest ? before : earliest) + costNs
      if (Atomics.compareExchange(this.words, 0, before, paidUntil) !== before) continue
      const waitMs = Number(paidUntil - now) / 1e6
      return waitMs < LEAST_MS ? 0 : waitMs
    }
  }
}
