import { connect, type Socket } from 'node:net'

import { BlitError } from '@blit/core'

import { ACK_BYTES, checkAck } from './ack.js'
import { connected, type DialOptions } from './dial-data.js'
import { encodePreface } from './preface.js'
import { SocketReader } from './socket-reader.js'
import { lostConnection } from './wire-error.js'

/**
 * Connects to a daemon's data plane, for who serves the connection in this thread: the preface is sent and the ack has come.
 * Rejects with `E_UNREACHABLE`, with `E_PROTOCOL` for another answer, or with `E_INTERRUPTED` once `signal` is aborted. A
 * connection without a byte for `stallTimeoutMs` is destroyed.
 */
export async function dialSocket(options: DialOptions): Promise<Socket> {
  const { handshakeTimeoutMs, host, port, sessionId, signal, stallTimeoutMs, stream, token } = options
  const socket = connect({ host, port, noDelay: true })
  const late = setTimeout(() => socket.destroy(), handshakeTimeoutMs)
  const onAbort = (): void => void socket.destroy()
  try {
    await connected(socket, options)
    signal?.addEventListener('abort', onAbort, { once: true })
    socket.setTimeout(stallTimeoutMs, () => {
      socket.destroy(lostConnection(`was silent for ${stallTimeoutMs / 1000} s`))
    })
    socket.write(encodePreface(sessionId, token, stream))
    const reader = new SocketReader(socket)
    checkAck(await reader.take(ACK_BYTES))
    await reader.release()
    return socket
  } catch (error) {
    socket.destroy()
    if (signal?.aborted) throw new BlitError('E_INTERRUPTED', 'interrupted', { cause: signal.reason })
    throw error
  } finally {
    clearTimeout(late)
    signal?.removeEventListener('abort', onAbort)
  }
}
