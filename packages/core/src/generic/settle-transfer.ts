import type { RouteOutcome } from '../contract/route-outcome.js'
import { isBlitError } from '../errors/blit-error.js'
import type { TransferState } from './transfer-state.js'

/** Does the work of a transfer and says what came of it. Rejects only on bugs; nothing is under way any more when it settles. */
export async function settleTransfer(
  state: TransferState,
  work: (state: TransferState) => Promise<void>,
): Promise<RouteOutcome> {
  try {
    await work(state)
  } catch (error) {
    if (!state.signal.aborted) {
      if (!isBlitError(error)) throw error
      state.stop(error)
    }
  } finally {
    await state.pool.idle()
    state.progress.finish()
  }

  const { error, failures, tally } = state
  return { tally, failures, dataPlane: 'stream', streams: 0, ...(error !== undefined && { error }) }
}
