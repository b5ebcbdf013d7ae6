import { setTimeout as sleepFor } from 'node:timers/promises'

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
    this.paidUntilMs = Math.max(nowMs, this.paidUntilMs) + (bytes / this.rateBytesPerSec) * 1000
    await this.clock.sleep(this.paidUntilMs - nowMs, signal)
  }
}
