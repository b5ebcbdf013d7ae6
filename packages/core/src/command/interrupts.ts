import { setMaxListeners } from 'node:events'

import { BlitError } from '../errors/blit-error.js'
import { EXIT } from '../errors/exit-codes.js'

const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const
const EXITS: Partial<Record<NodeJS.Signals, number>> = {
  SIGHUP: EXIT.sighup,
  SIGINT: EXIT.sigint,
  SIGTERM: EXIT.sigterm,
}
const SHOW_CURSOR = '\u001B[?25h'

/** Emitted by the process, with a `BlitError`, when a run shall end as by a signal, for another reason. */
export const END_OF_RUN = 'blit:end-of-run'

/** Ctrl-C, SIGTERM and the end of the terminal as an `AbortSignal`, as long as it listens. */
export interface Interrupts {
  /** Fires with a `BlitError` `E_INTERRUPTED` whose exit code is that of the signal, or with that of {@link END_OF_RUN}. */
  readonly signal: AbortSignal
  dispose(): void
}

/**
 * The first SIGINT, SIGTERM or SIGHUP aborts, so that the work ends cleanly. The second ends the process at once,
 * by the signal's default action: `process.exit` would wait for workers in system calls.
 */
export function listenForInterrupts(): Interrupts {
  const controller = new AbortController()
  // Everything that runs side by side listens to it.
  setMaxListeners(0, controller.signal)
  const onSignal = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) {
      dispose()
      if (process.stderr.isTTY) process.stderr.write(SHOW_CURSOR)
      process.kill(process.pid, name)
      return
    }

    controller.abort(
      new BlitError('E_INTERRUPTED', `interrupted by ${name}`, { exit: EXITS[name] ?? EXIT.sigterm }),
    )
  }

  const onEnd = (reason: BlitError): void => controller.abort(reason)

  const dispose = (): void => {
    process.off(END_OF_RUN, onEnd)
    for (const name of SIGNALS) process.off(name, onSignal)
  }

  process.on(END_OF_RUN, onEnd)
  for (const name of SIGNALS) process.on(name, onSignal)
  return { signal: controller.signal, dispose }
}
