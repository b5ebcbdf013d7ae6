import { setTimeout as sleepFor } from 'node:timers/promises'

/** Time that was lost is made up for, so much of it: whoever sleeps wakes too late each time. */
const CREDIT_MS = 50
/** Less is not worth a sleep: it is owed, and waited for with what comes next. */
const LEAST_MS = 1

/** Clock and sleep, so that a test needs neither. */
export interface PacerClock {
  nowMs(): number
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

const WALL_CLOCK: PacerClock = {
  nowMs: () => performance.now(),
  sleep: (ms, signal) => sleepFor(ms, undefined, { signal }),
}

/** Holds back what moves so that it stays below a rate, summed over all who share it. */
export class Pacer {
  private paidUntilMs = 0

  constructor(
    private readonly rateBytesPerSec: number | undefined,
    private readonly clock: PacerClock = WALL_CLOCK,
  ) {}

  /** Resolves when `bytes` more may move. */
  async pay(bytes: number, signal: AbortSignal): Promise<void> {
    if (this.rateBytesPerSec === undefined) return
    const nowMs = this.clock.nowMs()
    this.paidUntilMs = Math.max(nowMs - CREDIT_MS, this.paidUntilMs) + (bytes / this.rateBytesPerSec) * 1000
    const waitMs = this.paidUntilMs - nowMs
    if (waitMs >= LEAST_MS) await this.clock.sleep(waitMs, signal)
  }
}
