import { isBlitError } from '@blit/core'

import { dialData, type DataConnection } from '#data-plane'

import type { pb } from '../protocol/index.js'
import type { DaemonConnection } from './daemon-connection.js'
import { dialOptions } from './dial-options.js'
import { namedLoss } from './unreachable.js'

/** Dials a data connection of a session, as it was negotiated. Rejects as `dialData` does, and as `dialOptions` throws. */
export async function dialStream(
  connection: DaemonConnection,
  negotiation: pb.DataTransferNegotiation,
  stream: number,
  signal: AbortSignal,
): Promise<DataConnection> {
  const options = dialOptions(connection, negotiation, stream, signal)
  try {
    return await dialData(options)
  } catch (error) {
    throw isBlitError(error) ? namedLoss(error, connection.at.name) : error
  }
}
