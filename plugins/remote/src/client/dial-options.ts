import { BlitError } from '@blit/core'

import type { DialOptions } from '#data-plane'
import type { pb } from '../protocol/index.js'
import type { DaemonConnection } from './daemon-connection.js'
import { HANDSHAKE_MS, STALL_MS } from './session-route.js'

const MAX_PORT = 65_535
const SESSION_ID_BYTES = 16
const TOKEN_BYTES = 32

/** How a data connection is dialled, as it was negotiated. Throws `E_PROTOCOL` where it cannot be dialled so. */
export function dialOptions(
  { at }: Pick<DaemonConnection, 'at'>,
  negotiation: pb.DataTransferNegotiation,
  stream: number,
  signal: AbortSignal,
): DialOptions {
  const port = negotiation.getDataPort()
  const sessionId = negotiation.getSessionId_asU8()
  const token = negotiation.getOneTimeToken_asU8()
  if (port > MAX_PORT) throw new BlitError('E_PROTOCOL', `${at.name} offers port ${port}`)
  if (sessionId.length !== SESSION_ID_BYTES || token.length !== TOKEN_BYTES)
    throw new BlitError('E_PROTOCOL', `${at.name} offers a data plane without a session id or token`)
  return {
    host: at.address,
    port: port === 0 ? at.port : port,
    sessionId,
    token,
    stream,
    handshakeTimeoutMs: HANDSHAKE_MS,
    stallTimeoutMs: STALL_MS,
    signal,
  }
}
