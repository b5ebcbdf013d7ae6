import type { Socket } from 'node:net'
import { BlitError, isBlitError } from '@blit/core'
import { dialSocket } from '#data-plane'
import type { pb } from '../../protocol/index.js'
import type { DaemonConnection } from '../daemon-connection.js'
import { dialOptions } from '../dial-options.js'
import { namedLoss } from '../unreachable.js'
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

  private readonly replaced = new Set<number>()

  constructor(
    private readonly ends: { readonly source: StreamEnd; readonly destination: StreamEnd },
    private readonly signal: AbortSignal,
  ) {}

  /** How many pairs there were. */
  get count(): number {
    return this.made
  }

  /** Makes one more pair. Rejects like `dialSocket`, and then nothing is left of it. */
  async add(): Promise<void> {
    const stream = this.made++
    await this.couple(stream, stream)
  }

  /** Makes the one pair that a stream which broke goes on with. Rejects like `add`. */
  async replace(stream: number): Promise<void> {
    const { destination, source } = this.ends
    if (stream >= this.made || this.replaced.has(stream))
      throw new BlitError(
        'E_PROTOCOL',
        `${destination.connection.at.name} has lost stream ${stream}, which it cannot`,
      )
    this.replaced.add(stream)
    await this.couple(stream + source.offer.getMaxStreams(), stream + destination.offer.getMaxStreams())
  }

  private async couple(atSource: number, atDestination: number): Promise<void> {
    const { destination, source } = this.ends
    const ends = await Promise.allSettled([
      this.dial(source, atSource),
      this.dial(destination, atDestination),
    ])
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

  private async dial({ connection, offer }: StreamEnd, stream: number): Promise<Socket> {
    const socket = await dialSocket(dialOptions(connection, offer, stream, this.signal)).catch(
      (error: unknown) => {
        throw isBlitError(error) ? namedLoss(error, connection.at.name) : error
      },
    )
    this.sockets.add(socket)
    socket.once('close', () => this.sockets.delete(socket))
    return socket
  }
}
