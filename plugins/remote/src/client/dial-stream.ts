import { dialData, type DataConnection } from '#data-plane'

import type { pb } from '../protocol/index.js'
import type { DaemonConnection } from './daemon-connection.js'
import { HANDSHAKE_MS, STALL_MS } from './session-route.js'

/** Dials a data connection of a session, as it was negotiated. Rejects as `dialData` does. */
export async function dialStream(
  { at }: DaemonConnection,
  negotiation: pb.DataTransferNegotiation,
  stream: number,
  signal: AbortSignal,
): Promise<DataConnection> {
  return dialData({
    host: at.address,
    port: negotiation.getDataPort() === 0 ? at.port : negotiation.getDataPort(),
    sessionId: negotiation.getSessionId_asU8(),
    token: negotiation.getOneTimeToken_asU8(),
    stream,
    handshakeTimeoutMs: HANDSHAKE_MS,
    stallTimeoutMs: STALL_MS,
    signal,
  })
}
