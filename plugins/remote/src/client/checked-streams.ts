import { BlitError } from '@blit/core'

import { MAX_STREAMS } from '../protocol/index.js'

/** The number of streams that a daemon grants. Throws `E_PROTOCOL` where it is none or more than docs/wire.md allows. */
export function checkedStreams(streams: number, daemon: string): number {
  if (streams < 1 || streams > MAX_STREAMS)
    throw new BlitError('E_PROTOCOL', `${daemon} offers ${streams} streams`)
  return streams
}
