import type { Socket } from 'node:net'
import { dialSocket } from '#data-plane'
import type { pb } from '../../protocol/index.js'
import type { DaemonConnection } from '../daemon-connection.js'
import { HANDSHAKE_MS, STALL_MS } from '../session-route.js'
import { coupleSockets } from './couple-sockets.js'

/** One end of data connections: which daemon, and what it has offered. */
export interface StreamEnd {
  readonly connection: DaemonConnection
  readonly offer: pb.DataTransferNegotiation
}

/** Data connections of a relay: each a pair, of one number at both daemons. No byte of a file is kept. */
export class RelayStreams {
  private readonly sockets = new Set<Socket>()
  private made = 0

  constructor(private readonly signal: AbortSignal) {}

  /** How many pairs there were. */
  get count(): number {
    return this.made
  }

  /** Makes one more pair. Rejects like `dialSocket`, and then nothing is left of it. */
  async add(source: StreamEnd, destination: StreamEnd): Promise<void> {
    const stream = this.made++
    const ends = await Promise.allSettled([this.dial(source, stream), this.dial(destination, stream)])
    const [from, to] = ends.map((end) => (end.status === 'fulfilled' ? end.value : undefined))
    if (from !== undefined && to !== undefined) {
      coupleSockets(from, to)
      return
    }

    from?.destroy()
    to?.destroy()
    throw ends.find((end) => end.status === 'rejected')?.reason
  }

  /** Cuts off what is left. */
  close(): void {
    for (const socket of this.sockets) socket.destroy()
  }

  private async dial({ connection: { at }, offer }: StreamEnd, stream: number): Promise<Socket> {
    const socket = await dialSocket({
      host: at.address,
      port: offer.getDataPort() === 0 ? at.port : offer.getDataPort(),
      sessionId: offer.getSessionId_asU8(),
      token: offer.getOneTimeToken_asU8(),
      stream,
      handshakeTimeoutMs: HANDSHAKE_MS,
      stallTimeoutMs: STALL_MS,
      signal: this.signal,
    })
    this.sockets.add(socket)
    socket.once('close', () => this.sockets.delete(socket))
    return socket
  }
}
