import type { Progress, TransferAction, TransferObserver } from '../contract/observer.js'
import type { Tally } from '../model/outcome.js'

const INTERVAL_MS = 100
const ACTIONS_AT_ONCE = 500

/** Tells an observer where a transfer is, at most ten times a second, and what was done, in batches. */
export class ProgressMeter {
  phase: Progress['phase'] = 'scan'
  bytesDone = 0
  totalKnown = false
  private filesTotal = 0
  private bytesTotal = 0
  private current = ''
  private lastMs = Number.NEGATIVE_INFINITY
  private actions: TransferAction[] = []

  constructor(
    private readonly observer: TransferObserver,
    private readonly tally: Readonly<Tally>,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** Something went on; `current` is what it was about. */
  tick(current?: string): void {
    if (current !== undefined) this.current = current
    const now = this.nowMs()
    if (now - this.lastMs < INTERVAL_MS) return
    this.lastMs = now
    this.report()
  }

  /** So much more has to travel; negative where it turned out that it has not. */
  expect(files: number, bytes: number): void {
    this.filesTotal += files
    this.bytesTotal += bytes
  }

  action(action: TransferAction): void {
    if (this.actions.push(action) >= ACTIONS_AT_ONCE) this.flushActions()
  }

  /** The last word. */
  finish(): void {
    this.flushActions()
    this.report()
  }

  private report(): void {
    const { phase, filesTotal, bytesTotal, bytesDone, totalKnown, current } = this
    const tally = { ...this.tally }
    this.observer.progress?.({
      phase,
      tally,
      filesTotal,
      bytesTotal,
      bytesDone,
      totalKnown,
      ...(current !== '' && { current }),
    })
    this.flushActions()
  }

  private flushActions(): void {
    if (this.actions.length === 0) return
    this.observer.actions?.(this.actions)
    this.actions = []
  }
}
