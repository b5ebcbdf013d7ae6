import { confirm } from '@inquirer/prompts'
import { ListrInquirerPromptAdapter } from '@listr2/prompt-adapter-inquirer'
import { DefaultRenderer, Listr, ListrLogger, ProcessOutput, type ListrTaskWrapper } from 'listr2'
import type { PhaseGates } from './phase-gates.js'
import type { Phase } from './progress-line.js'
import { eraseReflowed } from './reflow.js'

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

type Resizable = { readonly columns?: number; readonly _refreshSize?: () => void }

/** What is drawn over breaks its lines anew when the terminal gets narrower, but in those that say here that they do not. */
const REFLOWS = process.env.XTERM_VERSION === undefined && process.env.STY === undefined

/** Where the list is drawn; everything else that is written waits until it has ended. */
function output(): ProcessOutput {
  const both = new ProcessOutput(process.stderr, process.stdout)
  const { stdout: drawn } = both.stream
  const write = drawn.write.bind(drawn)
  let block = ''
  drawn.write = (text: string) => {
    // News of a change may come after this: Node knows only of news, but for this method.
    const stream: Resizable = process.stderr
    stream._refreshSize?.()
    const { columns = 80 } = stream
    const erased = block === '' || !REFLOWS ? '' : eraseReflowed(block, columns)
    const hasLines = text.includes('\n')
    if (hasLines || text.includes('\u001B[2K')) block = hasLines ? text : ''
    return write(erased + text)
  }
  return both
}

/** Starts to draw a list with a task for each phase, until the gates say that all is over. */
export async function startTaskList(gates: PhaseGates<Phase>): Promise<TaskList> {
  const tasks = new Map<Phase, Task>()
  const titles = new Map<Phase, string>()
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
        task.title = titles.get(phase) ?? phase
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
        logger: new ListrLogger({ processOutput: output() }),
      },
    },
  )
  const ended = list.run().catch(() => undefined)
  await Promise.race([hasBegun(), ended])

  return {
    ended,
    update(phase, line, detail) {
      const task = tasks.get(phase)
      const title = `${phase}: ${line}`
      // It may be reached and not have begun.
      titles.set(phase, title)
      if (task === undefined) return
      task.title = title
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
