import { dialData, type DataConnection } from '#data-plane'

import type { pb } from '../protocol/index.js'
import type { DaemonConnection } from './daemon-connection.js'
import { dialOptions } from './dial-options.js'

/** Dials a data connection of a session, as it was negotiated. Rejects as `dialData` does, and as `dialOptions` throws. */
export async function dialStream(
  connection: DaemonConnection,
  negotiation: pb.DataTransferNegotiation,
  stream: number,
  signal: AbortSignal,
): Promise<DataConnection> {
  return dialData(dialOptions(connection, negotiation, stream, signal))
}
