import { setMaxListeners } from 'node:events'

/** One signal ends all calls that a caller has under way, and each listens to it: that is no leak, whatever their number. */
export function listenByMany(signal: AbortSignal): void {
  setMaxListeners(0, signal)
}
