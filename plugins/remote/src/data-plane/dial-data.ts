import { connect, type Socket } from 'node:net'

import { BlitError } from '@blit/core'

import { adoptSocket } from './adopt-socket.js'
import type { DataConnection } from './data-connection.js'
import { encodePreface } from './preface.js'
import { lostConnection } from './wire-error.js'

export interface DialOptions {
  /** The address the control plane is connected to, and the port of the negotiation. */
  readonly host: string
  readonly port: number
  readonly sessionId: Uint8Array
  readonly token: Uint8Array
  /** Each number once in a session. */
  readonly stream: number
  /** For connecting, preface and ack together. */
  readonly handshakeTimeoutMs: number
  readonly stallTimeoutMs: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Connects to a daemon's data plane. The worker that opens the carrier sends the preface: nothing was sent or read here.
 * Rejects with `E_UNREACHABLE`, or `E_INTERRUPTED` once `signal` is aborted.
 */
export async function dialData(options: DialOptions): Promise<DataConnection> {
  const { host, port, sessionId, token, stream, stallTimeoutMs, signal } = options
  const begunMs = performance.now()
  const socket = connect({ host, port, noDelay: true })
  // before it is connected: so Node never reads from it
  socket.pause()
  try {
    await connected(socket, options)
  } catch (error) {
    socket.destroy()
    if (signal?.aborted) throw new BlitError('E_INTERRUPTED', 'interrupted', { cause: signal.reason })
    throw error
  }

  const connectMs = performance.now() - begunMs
  const handshake = {
    preface: encodePreface(sessionId, token, stream),
    handshakeTimeoutMs: Math.max(1, Math.ceil(options.handshakeTimeoutMs - connectMs)),
    stallTimeoutMs,
  }
  return adoptSocket(socket, handshake, { connectMs })
}

/** Settles when a socket is connected, or is not to be. */
export function connected(socket: Socket, { handshakeTimeoutMs, signal }: DialOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      socket.off('connect', onConnect).off('error', onError)
      // whatever else may come of it on its way out
      socket.on('error', () => {})
      if (error === undefined) resolve()
      else reject(error)
    }

    const onAbort = (): void => settle(new Error('aborted'))
    const onConnect = (): void => settle()
    const onError = (error: NodeJS.ErrnoException): void =>
      settle(lostConnection(`cannot be made: ${error.code ?? error.message}`, error))
    const timer = setTimeout(
      () => settle(lostConnection(`cannot be made in ${handshakeTimeoutMs / 1000} s`)),
      handshakeTimeoutMs,
    )
    socket.once('connect', onConnect).once('error', onError)
    signal?.addEventListener('abort', onAbort, { once: true })
    if (signal?.aborted) onAbort()
  })
}
