import type { DefaultRenderer, ListrTask, ListrTaskWrapper } from 'listr2'
import type { Progress, TransferObserver } from '../../contract/observer.js'
import type { DeleteAnswer, DeleteQuestion } from '../../orchestrator/orchestrator-deps.js'
import { displayPath } from '../../paths/display.js'
import { PhaseGates } from './phase-gates.js'
import { progressLine } from './progress-line.js'
import { askToDelete, describePlan } from './question.js'
import { RateMeter } from './rate-meter.js'
import type { TransferView } from './transfer-view.js'

type Phase = Progress['phase']
type Renderer = typeof DefaultRenderer
type Task = ListrTaskWrapper<unknown, Renderer, Renderer>

/** What each verb goes through, in order. */
const PHASES: Readonly<Record<DeleteQuestion['operation'] | 'copy' | 'move', readonly Phase[]>> = {
  copy: ['scan', 'transfer', 'finish'],
  mirror: ['scan', 'transfer', 'delete', 'finish'],
  move: ['scan', 'transfer', 'delete', 'finish'],
  purge: ['scan', 'delete'],
}

export interface TaskListViewOptions {
  readonly operation: keyof typeof PHASES
  readonly signal: AbortSignal
}

/**
 * A live task list on stderr. One progress, the latest, is shared by all tasks; listr2 draws it at most ten
 * times a second. What is printed meanwhile, by blit or by anything else, is held back and shown below the
 * list at the end, so that the list hides no error.
 */
export async function taskListView({ operation, signal }: TaskListViewOptions): Promise<TransferView> {
  const { DefaultRenderer, Listr, ListrLogger, ProcessOutput } = await import('listr2')
  const { ListrInquirerPromptAdapter } = await import('@listr2/prompt-adapter-inquirer')
  const meter = new RateMeter()
  const gates = new PhaseGates(PHASES[operation])
  const notes: string[] = []
  let current: Task | undefined

  const observer: TransferObserver = {
    progress(progress) {
      const line = progressLine(progress, meter.measure(progress.bytesDone, Date.now()))
      gates.reach(progress.phase)
      if (current === undefined) return
      current.title = `${gates.current}: ${line}`
      current.output = displayPath(progress.current ?? '')
    },
    failure: (failure) => notes.push(`blit: ${displayPath(failure.message)}`),
    warning: (message) => notes.push(`blit: warning: ${displayPath(message)}`),
  }

  // listr2 looks at stdout to see whether it may draw; the list is on stderr.
  class StderrRenderer extends DefaultRenderer {
    static override nonTTY = true
  }

  const tasks = PHASES[operation].map((phase): ListrTask<unknown, Renderer, Renderer> => ({
    title: phase,
    skip: () => gates.isOver && gates.current !== phase,
    async task(_context, task) {
      current = task
      await gates.passed(phase)
    },
  }))

  async function show<T>(work: () => Promise<T>): Promise<T> {
    const list = new Listr<unknown, Renderer, Renderer>(tasks, {
      renderer: StderrRenderer,
      exitOnError: false,
      registerSignalListeners: false,
      rendererOptions: {
        collapseErrors: false,
        showErrorMessage: false,
        logger: new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stdout) }),
      },
    })
    const shown = list.run()
    try {
      const result = await work()
      gates.end()
      return result
    } catch (error) {
      gates.fail(error)
      throw error
    } finally {
      await shown.catch(() => undefined)
      for (const note of notes) process.stderr.write(`${note}\n`)
    }
  }

  async function ask(question: DeleteQuestion): Promise<DeleteAnswer> {
    const task = current
    if (task === undefined) throw new Error('a question before the list is shown')
    const { confirm } = await import('@inquirer/prompts')
    task.output = ''
    return askToDelete(question, signal, async (options) => {
      const message = [...describePlan(question), options.message].join('\n')
      return task.prompt(ListrInquirerPromptAdapter).run(confirm, { ...options, message }, { signal })
    })
  }

  return { observer, ask, show }
}
