import type { SayFlagValues } from '../flags/say-flags.js'
import { plainView } from './plain-view.js'
import type { TaskListViewOptions } from './task-list-view.js'
import type { TransferView } from './transfer-view.js'

/** Milliseconds between two lines of progress where there is no terminal. */
const PLAIN_INTERVAL_MS = 5000

/** The same when progress was asked for. */
const EAGER_INTERVAL_MS = 1000

/** Whether stderr is a terminal on which lines can be drawn anew. */
function isLive(): boolean {
  return process.stderr.isTTY && process.env['TERM'] !== 'dumb' && !process.env['CI']
}

/**
 * The view that fits the flags and the place: a live task list on a terminal, lines elsewhere, and where paths
 * scroll by (`scrolls`). The list and its library are loaded only where they are used.
 */
export async function createView(
  flags: SayFlagValues,
  { scrolls, ...options }: TaskListViewOptions & { readonly scrolls: boolean },
): Promise<TransferView> {
  const { json = false, quiet = false, progress } = flags
  const wanted = progress ?? !(json || quiet)
  if (wanted && !scrolls && isLive()) {
    const { taskListView } = await import('./task-list-view.js')
    return taskListView(options)
  }

  const interval = progress === true ? EAGER_INTERVAL_MS : PLAIN_INTERVAL_MS
  return plainView({
    everyMs: wanted ? interval : undefined,
    phases: progress === true,
    failures: !json,
    warnings: !quiet,
    signal: options.signal,
  })
}
