import { setTimeout as delay } from 'node:timers/promises'
import { BlitError } from '@blit/core'
import { formatAddress } from '../listen/address.js'
import type { RunningDaemon } from './pid-file.js'
import { processMark } from './process-mark.js'

/** A daemon promises to be gone 5 seconds after SIGTERM. */
const PATIENCE_MS = 8000
const STEP_MS = 25

/** Tells a daemon to end, and waits until it has. Rejects with `E_UNREACHABLE` when it does not, or may not be told. */
export async function stopDaemon(daemon: RunningDaemon, signal: AbortSignal): Promise<void> {
  const name = `the daemon on ${formatAddress(daemon)} (process ${daemon.pid})`
  try {
    process.kill(daemon.pid, 'SIGTERM')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return
    throw new BlitError('E_UNREACHABLE', `${name} cannot be told to stop`, {
      cause: error,
      hint: 'it is not yours',
    })
  }

  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += STEP_MS) {
    if (processMark(daemon.pid) !== daemon.mark) return
    await delay(STEP_MS, undefined, { signal })
  }

  throw new BlitError('E_UNREACHABLE', `${name} does not end`, { hint: `kill -9 ${daemon.pid} ends it` })
}
