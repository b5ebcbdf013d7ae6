import type { Progress, TransferObserver } from '../contract/observer.js'
import { addTally, EMPTY_TALLY, type Tally } from '../model/outcome.js'

/** Counts of sessions that have ended. */
interface Ended {
  readonly tally: Tally
  filesTotal: number
  bytesTotal: number
  bytesDone: number
}

/** The progress of a run of several sessions, each of which knows of its own alone. */
export class RunProgress {
  /** For the session under way. */
  readonly observer: TransferObserver
  private readonly ended: Ended = { tally: { ...EMPTY_TALLY }, filesTotal: 0, bytesTotal: 0, bytesDone: 0 }
  private last: Progress | undefined

  /** `sessions`: how many there will be. */
  constructor(
    private readonly told: TransferObserver,
    private sessions: number,
  ) {
    this.observer = {
      progress: (progress) => {
        this.last = progress
        this.told.progress?.(this.total(progress))
      },
      actions: (actions) => told.actions?.(actions),
      failure: (failure) => told.failure?.(failure),
      warning: (message, path) => told.warning?.(message, path),
    }
  }

  /** A session has ended, with these counts. */
  end(tally: Readonly<Tally>): void {
    const { ended, last } = this
    this.sessions--
    addTally(ended.tally, tally)
    ended.filesTotal += last?.filesTotal ?? 0
    ended.bytesTotal += last?.bytesTotal ?? 0
    // What was said last is up to a tenth of a second old.
    ended.bytesDone += Math.max(last?.bytesDone ?? 0, tally.bytesCopied + tally.bytesResumed)
    this.last = undefined
  }

  /** All have ended well: says what came of them, which is more than what was said last, ten times a second. */
  finish(): void {
    const { bytesTotal, filesTotal, tally } = this.ended
    const counts = { tally: { ...tally }, filesTotal, bytesTotal, bytesDone: bytesTotal }
    this.told.progress?.({ phase: 'finish', ...counts, totalKnown: true })
  }

  private total(progress: Progress): Progress {
    const { bytesDone, bytesTotal, filesTotal } = this.ended
    const tally = { ...this.ended.tally }
    addTally(tally, progress.tally)
    // All others are still to come.
    const phase = this.sessions > 1 && progress.phase !== 'scan' ? 'transfer' : progress.phase
    return {
      ...progress,
      phase,
      tally,
      filesTotal: filesTotal + progress.filesTotal,
      bytesTotal: bytesTotal + progress.bytesTotal,
      bytesDone: bytesDone + progress.bytesDone,
      totalKnown: progress.totalKnown && this.sessions <= 1,
    }
  }
}
