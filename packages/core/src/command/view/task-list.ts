import { confirm } from '@inquirer/prompts'
import { ListrInquirerPromptAdapter } from '@listr2/prompt-adapter-inquirer'
import { DefaultRenderer, Listr, ListrLogger, ProcessOutput, type ListrTaskWrapper } from 'listr2'
import type { PhaseGates } from './phase-gates.js'
import type { Phase } from './progress-line.js'

type Renderer = typeof DefaultRenderer
type Task = ListrTaskWrapper<unknown, Renderer, Renderer>

/** A list that is being drawn. */
export interface TaskList {
  /** Resolves when it is drawn for the last time. */
  readonly ended: Promise<unknown>
  /** Sets what is said of a phase, and below it. */
  update(phase: Phase, line: string, detail: string): void
  /** Asks below the list. */
  prompt(options: { message: string; default: boolean }, signal: AbortSignal): Promise<boolean>
}

// listr2 looks at stdout to see whether it may draw; this list is on stderr.
class StderrRenderer extends DefaultRenderer {
  static override nonTTY = true
}

/** Starts to draw a list with a task for each phase, until the gates say that all is over. */
export async function startTaskList(gates: PhaseGates<Phase>): Promise<TaskList> {
  const tasks = new Map<Phase, Task>()
  let running: Task | undefined
  const waiting: Array<() => void> = []
  /** Resolves when the task of the phase that was reached has begun: one that is passed cannot ask. */
  const hasBegun = async (): Promise<void> => {
    while (!tasks.has(gates.current)) await new Promise<void>((resolve) => waiting.push(resolve))
  }

  const list = new Listr<unknown, Renderer, Renderer>(
    gates.phases.map((phase) => ({
      title: phase,
      skip: () => gates.isOver && !gates.hasReached(phase),
      async task(_context, task) {
        tasks.set(phase, task)
        running = task
        for (const resolve of waiting.splice(0)) resolve()
        await gates.passed(phase)
        task.output = ''
      },
    })),
    {
      renderer: StderrRenderer,
      exitOnError: false,
      registerSignalListeners: false,
      rendererOptions: {
        collapseErrors: false,
        showErrorMessage: false,
        logger: new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stdout) }),
      },
    },
  )
  const ended = list.run().catch(() => undefined)
  await Promise.race([hasBegun(), ended])

  return {
    ended,
    update(phase, line, detail) {
      const task = tasks.get(phase)
      if (task === undefined) return
      task.title = `${phase}: ${line}`
      if (task === running) task.output = detail
    },
    async prompt(options, signal) {
      await Promise.race([hasBegun(), ended])
      if (running === undefined) throw new Error('the list has ended')
      running.output = ''
      return running.prompt(ListrInquirerPromptAdapter).run(confirm, options, { signal })
    },
  }
}
