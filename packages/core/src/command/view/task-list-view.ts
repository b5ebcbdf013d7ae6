import type { Progress, TransferObserver } from '../../contract/observer.js'
import type { DeleteQuestion } from '../../orchestrator/orchestrator-deps.js'
import { displayPath } from '../../paths/display.js'
import { tell } from '../tell.js'
import { PhaseGates } from './phase-gates.js'
import { progressLine, type Phase } from './progress-line.js'
import { askToDelete, describePlan } from './question.js'
import { RateMeter } from './rate-meter.js'
import type { TaskList } from './task-list.js'
import type { TransferView } from './transfer-view.js'
import { warningLine } from './warning-line.js'

/** What each verb goes through, in order. */
const PHASES: Readonly<Record<DeleteQuestion['operation'] | 'copy' | 'move', readonly Phase[]>> = {
  copy: ['scan', 'transfer', 'finish'],
  mirror: ['scan', 'transfer', 'delete', 'finish'],
  move: ['scan', 'transfer', 'delete', 'finish'],
  purge: ['scan', 'delete'],
}

/** What is over sooner needs no list. */
const PATIENCE_MS = 200

export interface TaskListViewOptions {
  readonly operation: keyof typeof PHASES
  readonly signal: AbortSignal
}

/**
 * A live task list on stderr, once it takes a while. One progress, the latest, is shared by all tasks; it is drawn at
 * most ten times a second. Failures and warnings are printed below the list when it has ended, so that it hides none.
 */
export function taskListView({ operation, signal }: TaskListViewOptions): TransferView {
  const meter = new RateMeter()
  const phases = PHASES[operation]
  const gates = new PhaseGates(phases)
  const notes: string[] = []
  let list: Promise<TaskList> | undefined
  let shown: TaskList | undefined
  let last: Progress | undefined

  async function start(): Promise<TaskList> {
    list ??= import('./task-list.js').then(async ({ startTaskList }) => startTaskList(gates))
    shown = await list
    return shown
  }

  function draw(progress: Progress, rate: number | undefined): void {
    for (const phase of phases.slice(0, gates.index + 1)) {
      const isNow = phase === gates.current
      // A purge counts no files before it has removed them.
      if (phase === 'scan' && progress.tally.filesScanned === 0) continue
      const line = progressLine({ ...progress, phase }, isNow ? rate : undefined)
      shown?.update(phase, line, isNow ? displayPath(progress.current ?? '') : '')
    }
  }

  const observer: TransferObserver = {
    progress(progress) {
      last = progress
      gates.reach(progress.phase)
      draw(progress, meter.measure(progress.bytesDone, Date.now()))
    },
    failure: (failure) => notes.push(`blit: ${displayPath(failure.message)}`),
    warning: (message, path) => notes.push(`blit: warning: ${warningLine(message, path)}`),
  }

  return {
    observer,
    async show(work) {
      const timer = setTimeout(() => void start(), PATIENCE_MS)
      try {
        const result = await work()
        if (result.error === undefined) gates.end()
        else gates.fail(result.error)
        return result
      } catch (error) {
        gates.fail(error)
        throw error
      } finally {
        clearTimeout(timer)
        await (
          await list
        )?.ended
        for (const note of notes) tell(note)
      }
    },
    async ask(question) {
      // All else has arrived.
      gates.reach('delete')
      const { prompt } = await start()
      if (last !== undefined) draw(last, undefined)
      return askToDelete(question, signal, async ({ message, ...options }) =>
        prompt({ ...options, message: [...describePlan(question), message].join('\n') }, signal),
      )
    },
  }
}
