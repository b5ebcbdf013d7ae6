import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

const PREFACE_BYTES = 56
const ACK_BYTES = 8

/** What happens to a connection. */
export type Fault =
  /** After so many bytes of frames it is cut, or the next byte is another. */
  | { readonly kind: 'corrupt' | 'cut'; readonly afterBytes: number }
  /** It is cut before its preface arrives, or before the answer to that does. */
  | { readonly kind: 'no-ack' | 'refused' }
  /** Its preface is under way so long. */
  | { readonly kind: 'late'; readonly until: Promise<void> }

export interface FaultyWireOptions {
  /** Who dials: frames go from the source to the destination. */
  readonly dialler: 'destination' | 'source'
  /** By the number in the preface. */
  readonly faultOf: (stream: number) => Fault | undefined
  /** So many bytes were sent: it has come to its fault. */
  readonly onFault?: (stream: number) => void
}

/** Stands between two ends of data connections, and breaks some. */
export class FaultyWire {
  private readonly sockets = new Set<Socket>()
  private readonly server: Server

  constructor(
    private readonly target: number,
    private readonly options: FaultyWireOptions,
  ) {
    this.server = createServer((socket) => void this.join(socket))
  }

  async listen(): Promise<number> {
    this.server.listen(0, '127.0.0.1')
    await once(this.server, 'listening')
    return (this.server.address() as AddressInfo).port
  }

  close(): void {
    this.server.close()
    for (const socket of this.sockets) socket.destroy()
  }

  private async join(from: Socket): Promise<void> {
    const { dialler, faultOf, onFault } = this.options
    const to = connect(this.target, '127.0.0.1')
    const pair = [from, to] as const
    for (const socket of pair) {
      this.sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => forEach(pair, (one) => one.destroy()))
    }

    let fault: Fault | undefined
    let stream: number | undefined
    const passed = { up: 0, down: 0 }
    const cut = (): void => forEach(pair, (one) => one.resetAndDestroy())
    const pass = (bytes: Buffer, way: 'down' | 'up', out: Socket, source: Socket): void => {
      if (way === 'up' && stream === undefined) {
        stream = bytes.readUInt16LE(6)
        fault = faultOf(stream)
      }

      if (fault?.kind === 'refused' || (fault?.kind === 'no-ack' && way === 'down')) {
        onFault?.(stream as number)
        cut()
        return
      }

      if (fault?.kind === 'late') {
        const { until } = fault
        fault = undefined
        source.pause()
        void until.then(() => {
          pass(bytes, way, out, source)
          source.resume()
        })
        return
      }

      const isFrames = (way === 'up') === (dialler === 'source')
      const start = passed[way] - (way === 'up' ? PREFACE_BYTES : ACK_BYTES)
      passed[way] += bytes.length
      const at =
        fault === undefined || !('afterBytes' in fault) || !isFrames ? Infinity : fault.afterBytes - start
      if (at >= bytes.length) {
        if (!out.write(bytes)) {
          source.pause()
          out.once('drain', () => source.resume())
        }
      } else if (fault?.kind === 'corrupt') {
        const changed = Buffer.from(bytes)
        if (at >= 0) {
          changed[at] = (changed[at] as number) ^ 1
          onFault?.(stream as number)
        }

        out.write(changed)
      } else {
        onFault?.(stream as number)
        out.write(bytes.subarray(0, Math.max(0, at)))
        cut()
      }
    }

    from.on('data', (bytes: Buffer) => pass(bytes, 'up', to, from))
    to.on('data', (bytes: Buffer) => pass(bytes, 'down', from, to))
  }
}

function forEach<T>(list: readonly T[], act: (one: T) => void): void {
  for (const one of list) act(one)
}
