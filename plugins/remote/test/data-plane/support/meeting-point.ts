import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import net from 'node:net'

import {
  DataListener,
  dialData,
  type DataConnection,
  type DataListenerOptions,
  type DataSession,
} from '../../../dist/data-plane/index.js'
import { encodePreface } from '../../../dist/data-plane/preface.js'

/** How a worker gets at its connection: by descriptor, or through shared memory. */
export type Kind = 'socket' | 'stream'

export interface MeetingPointOptions extends Partial<DataListenerOptions> {
  readonly kind: Kind
  readonly host?: string
  readonly maxStreams?: number
  /** Instead of the listener. */
  readonly answer?: (socket: net.Socket) => void
}

/** A server with a listener and one session, and the client's side of it. */
export class MeetingPoint {
  readonly sessionId = randomBytes(16)
  readonly token = randomBytes(32)
  readonly listener: DataListener
  readonly session: DataSession
  readonly server: net.Server
  /** What the session was given, in order. */
  readonly admitted: Array<{ stream: number; connection: DataConnection }> = []
  readonly handshakeTimeoutMs: number
  private onAdmitted: (() => void) | undefined
  private readonly sockets = new Set<net.Socket>()

  private constructor(private readonly options: MeetingPointOptions) {
    this.handshakeTimeoutMs = options.handshakeTimeoutMs ?? 20_000
    this.listener = new DataListener({
      handshakeTimeoutMs: this.handshakeTimeoutMs,
      stallTimeoutMs: options.stallTimeoutMs ?? 20_000,
      maxUnauthenticated: options.maxUnauthenticated ?? 100,
    })
    this.session = this.listener.open({
      sessionId: this.sessionId,
      token: this.token,
      maxStreams: options.maxStreams ?? 65_536,
      onStream: (stream, connection) => {
        this.admitted.push({ stream, connection })
        this.onAdmitted?.()
      },
    })
    this.server = net.createServer({ pauseOnConnect: true }, (socket) => {
      this.sockets.add(socket)
      socket.once('close', () => this.sockets.delete(socket))
      if (options.answer === undefined) this.listener.accept(socket)
      else options.answer(socket.on('error', () => {}))
    })
  }

  /** Until it is closed, all connections of this process are of its kind. */
  static async open(options: MeetingPointOptions): Promise<MeetingPoint> {
    // without the binding they go through shared memory
    if (options.kind === 'stream') process.env['BLIT_NO_NATIVE'] = '1'
    const point = new MeetingPoint(options)
    point.server.listen(0, options.host ?? '127.0.0.1')
    await once(point.server, 'listening')
    return point
  }

  get port(): number {
    return (this.server.address() as net.AddressInfo).port
  }

  /** The client's end of a new stream. */
  async dial(stream: number): Promise<DataConnection> {
    const { host = '127.0.0.1', stallTimeoutMs = 20_000 } = this.options
    const { handshakeTimeoutMs, port, sessionId, token } = this
    return dialData({ host, port, sessionId, token, stream, handshakeTimeoutMs, stallTimeoutMs })
  }

  /** A client that is nothing but a socket, connected; what it receives is kept. */
  async visit(): Promise<{ socket: net.Socket; received: () => Buffer }> {
    const socket = net.connect({ port: this.port, host: this.options.host ?? '127.0.0.1', noDelay: true })
    const chunks: Buffer[] = []
    socket.on('data', (bytes) => chunks.push(bytes))
    socket.on('error', () => {})
    await once(socket, 'connect')
    return { socket, received: () => Buffer.concat(chunks) }
  }

  preface(stream: number): Buffer {
    return encodePreface(this.sessionId, this.token, stream)
  }

  /** The accepted end of a stream, as soon as it is admitted. */
  async accept(stream: number): Promise<DataConnection> {
    for (;;) {
      const found = this.admitted.find((one) => one.stream === stream)
      if (found !== undefined) return found.connection
      await new Promise<void>((resolve) => {
        const before = this.onAdmitted
        this.onAdmitted = () => {
          before?.()
          resolve()
        }
      })
    }
  }

  async close(): Promise<void> {
    this.session.close()
    for (const { connection } of this.admitted) connection.close()
    for (const socket of this.sockets) socket.destroy()
    this.server.close()
    await once(this.server, 'close')
    delete process.env['BLIT_NO_NATIVE']
  }
}
