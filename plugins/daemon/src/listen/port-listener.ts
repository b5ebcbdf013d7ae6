import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { BlitError } from '@blit/core'
import type { Log } from '../log/create-log.js'
import { formatAddress, type Address } from './address.js'
import { Admission, type AdmissionLimits, type Admitted } from './admission.js'
import { MAGIC_BYTES, peek } from './peek.js'

/** Takes a connection over: it is paused, and `firstBytes` were read from it. */
export type ConnectionHandler = (socket: Socket, firstBytes: Buffer, admitted: Admitted) => void

/** What serves a connection, by its first four bytes (docs/wire.md, "One port"). */
export interface PortHandlers {
  /** `PRI `: HTTP/2. */
  readonly control: ConnectionHandler
  /** `BLT2`: a data connection. */
  readonly data: ConnectionHandler
}

export interface PortOptions extends AdmissionLimits {
  readonly address: Address
  /** How long a connection may take to say what it is. */
  readonly deadlineMs: number
  readonly handlers: PortHandlers
  readonly log: Log
}

const LOGGED_EVERY_MS = 1000

/** The one listening port of a daemon, for both planes. What is neither is closed without a word. */
export class PortListener {
  private readonly server: Server
  private readonly admission: Admission
  private readonly sockets = new Set<Socket>()
  private refusedSince = 0
  private refusedLoggedMs = 0

  constructor(private readonly options: PortOptions) {
    this.admission = new Admission(options)
    this.server = createServer({ noDelay: true }, (socket) => this.take(socket))
  }

  get counts(): Admission['counts'] {
    return this.admission.counts
  }

  /** Starts to listen; gives the address. Rejects with `E_BIND`. */
  async listen(): Promise<Address> {
    const { host, port } = this.options.address
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error) => reject(cannotListen(this.options.address, error)))
      this.server.listen({ host, port, backlog: 511, exclusive: true }, resolve)
    })
    // A failure to accept, for want of descriptors, concerns the one who called.
    this.server.on('error', (error) => this.options.log.warn({ error: error.message }, 'cannot accept'))
    const { address, port: actual } = this.server.address() as AddressInfo
    return { host: address, port: actual }
  }

  /** Listens no more. Connections stay. */
  stop(): void {
    this.server.close()
  }

  /** Closes what is left. */
  destroy(): void {
    for (const socket of this.sockets) socket.destroy()
  }

  private take(socket: Socket): void {
    socket.on('error', () => {
      // Its 'close' follows.
    })
    const admitted = this.admission.admit()
    if (admitted === undefined) {
      socket.destroy()
      this.noteRefusal()
      return
    }

    this.sockets.add(socket)
    socket.once('close', () => {
      this.sockets.delete(socket)
      admitted.left()
    })
    void this.dispatch(socket, admitted)
  }

  private async dispatch(socket: Socket, admitted: Admitted): Promise<void> {
    const first = await peek(socket, this.options.deadlineMs)
    if (first === undefined || socket.destroyed) return
    const { control, data } = this.options.handlers
    const magic = first.toString('latin1', 0, MAGIC_BYTES)
    if (magic === 'PRI ') control(socket, first, admitted)
    else if (magic === 'BLT2') data(socket, first, admitted)
    else {
      this.options.log.debug({ peer: socket.remoteAddress }, 'a connection that is neither HTTP/2 nor ours')
      socket.destroy()
    }
  }

  /** Whoever floods the port must not flood the log. */
  private noteRefusal(): void {
    this.refusedSince++
    const now = performance.now()
    if (now - this.refusedLoggedMs < LOGGED_EVERY_MS && this.refusedLoggedMs > 0) return
    this.options.log.warn({ ...this.counts, refused: this.refusedSince }, 'too many connections')
    this.refusedSince = 0
    this.refusedLoggedMs = now
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something else listens there',
  EADDRNOTAVAIL: 'this machine has no such address',
  EACCES: 'this user may not listen there',
}

function cannotListen(address: Address, error: NodeJS.ErrnoException): BlitError {
  const why = REASONS[error.code ?? ''] ?? error.code ?? error.message
  return new BlitError('E_BIND', `cannot listen on ${formatAddress(address)}: ${why}`, { cause: error })
}
