import type { Progress, TransferObserver } from '../../contract/observer.js'
import type { DeleteAnswer, DeleteQuestion } from '../../orchestrator/orchestrator-deps.js'
import { displayPath } from '../../paths/display.js'
import { tell } from '../tell.js'
import { progressLine } from './progress-line.js'
import { askToDelete, describePlan } from './question.js'
import { RateMeter } from './rate-meter.js'
import type { TransferView } from './transfer-view.js'
import { warningLine } from './warning-line.js'

export interface PlainViewOptions {
  /** Milliseconds before the first and between two lines of progress; undefined for none. */
  readonly everyMs: number | undefined
  /** Print a line at the start of each phase, too. */
  readonly phases: boolean
  /** Print each failure as it happens. */
  readonly failures: boolean
  /** Print warnings. */
  readonly warnings: boolean
  readonly signal: AbortSignal
}

/** Lines on stderr: for pipes and log files, and for terminals where the paths scroll by. */
export function plainView({ everyMs, phases, failures, warnings, signal }: PlainViewOptions): TransferView {
  const meter = new RateMeter()
  let shownAtMs = Date.now()
  let phase: string | undefined

  function progress(progress: Progress): void {
    const nowMs = Date.now()
    const rate = meter.measure(progress.bytesDone, nowMs)
    const isNew = phases && phase !== progress.phase
    if (everyMs === undefined || (!isNew && nowMs - shownAtMs < everyMs)) return
    phase = progress.phase
    shownAtMs = nowMs
    tell(`blit: ${progress.phase}: ${progressLine(progress, rate)}`)
  }

  const observer: TransferObserver = {
    progress,
    ...(failures && { failure: (failure) => tell(`blit: ${displayPath(failure.message)}`) }),
    ...(warnings && {
      warning: (message, path) => tell(`blit: warning: ${warningLine(message, path)}`),
    }),
  }

  async function ask(question: DeleteQuestion): Promise<DeleteAnswer> {
    for (const line of describePlan(question)) tell(line)
    const { confirm } = await import('@inquirer/prompts')
    return askToDelete(question, signal, async (options) =>
      confirm(options, { output: process.stderr, signal }),
    )
  }

  return { observer, ask, show: async (work) => work() }
}
