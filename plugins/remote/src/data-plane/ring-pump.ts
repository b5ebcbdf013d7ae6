import type { Socket } from 'node:net'
import type { MessagePort } from 'node:worker_threads'

import { CELL, END, RING_BYTES, stretch, type RingSetup } from './ring.js'

/** Of one write: what was written makes room when all of it is on its way. */
const WRITE_BYTES = RING_BYTES / 4

/** Moves bytes between a socket and the rings of a {@link RingCarrier}, in the thread that has the socket. */
export class RingPump {
  private readonly state: Int32Array
  private readonly inbound: Buffer
  private readonly outbound: Buffer
  /** What came in and found no room. */
  private rest: Buffer | undefined
  private writing = false
  private closing: NodeJS.Timeout | undefined
  private hasEnded = false

  constructor(
    private readonly socket: Socket,
    setup: Omit<RingSetup, 'port'>,
    private readonly port: MessagePort,
  ) {
    this.state = new Int32Array(setup.state)
    this.inbound = Buffer.from(setup.inbound)
    this.outbound = Buffer.from(setup.outbound)
    port.on('message', (want: number) => (want === CELL.wantsRoom ? this.goOn() : this.send()))
    socket.on('data', (bytes: Buffer) => this.receive(bytes))
    socket.on('end', () => {
      this.hasEnded = true
      if (this.rest === undefined) this.end(END.ended)
    })
    socket.on('error', () => this.end(END.broken))
    // after an end that the carrier has not reached yet, it is none of its business
    socket.on('close', () => this.hasEnded || this.end(END.broken))
    socket.resume()
    this.send()
  }

  /** Whoever waits on the carrier fails. */
  shutdown(): void {
    this.end(END.shutDown)
    this.socket.destroy()
  }

  /** After the carrier is closed. Delivers what it has written, unless that takes longer than `lingerMs`. */
  close(lingerMs: number): void {
    this.port.close()
    this.rest = undefined
    if (this.socket.destroyed) return
    this.closing = setTimeout(() => this.socket.destroy(), lingerMs)
    this.socket.once('close', () => clearTimeout(this.closing))
    // nobody reads any more; unread bytes would hold up the end
    this.socket.removeAllListeners('data').resume()
    this.send()
  }

  private receive(bytes: Buffer): void {
    let taken = 0
    while (taken < bytes.length) {
      const room = RING_BYTES - this.filled(CELL.inWritten, CELL.inRead)
      if (room === 0) break
      const to = stretch(this.inbound, Atomics.load(this.state, CELL.inWritten), room, bytes.length - taken)
      taken += bytes.copy(this.inbound, to.start, taken, taken + to.end - to.start)
      Atomics.add(this.state, CELL.inWritten, to.end - to.start)
    }

    this.signal()
    this.rest = taken < bytes.length ? bytes.subarray(taken) : undefined
    if (this.rest === undefined) return
    this.socket.pause()
    Atomics.store(this.state, CELL.wantsRoom, 1)
    if (this.filled(CELL.inWritten, CELL.inRead) <= RING_BYTES / 2) this.goOn()
  }

  private goOn(): void {
    const { rest } = this
    if (rest === undefined) return
    this.receive(rest)
    if (this.rest !== undefined) return
    if (this.hasEnded) this.end(END.ended)
    else this.socket.resume()
  }

  private send(): void {
    if (this.writing) return
    Atomics.store(this.state, CELL.wantsBytes, 1)
    const available = this.filled(CELL.outWritten, CELL.outRead)
    if (this.socket.destroyed) return
    if (available === 0) {
      if (this.closing !== undefined) this.socket.destroySoon()
      return
    }

    Atomics.store(this.state, CELL.wantsBytes, 0)
    const count = Atomics.load(this.state, CELL.outRead)
    const { start, end } = stretch(this.outbound, count, available, WRITE_BYTES)
    this.writing = true
    this.socket.write(this.outbound.subarray(start, end), (error) => {
      this.writing = false
      if (error) return
      Atomics.add(this.state, CELL.outRead, end - start)
      this.signal()
      this.send()
    })
  }

  private filled(written: number, read: number): number {
    return (Atomics.load(this.state, written) - Atomics.load(this.state, read)) | 0
  }

  /** The first reason counts, but that the main thread wants no more. */
  private end(why: number): void {
    if (why === END.shutDown) Atomics.store(this.state, CELL.end, why)
    else Atomics.compareExchange(this.state, CELL.end, END.open, why)
    this.signal()
  }

  private signal(): void {
    Atomics.add(this.state, CELL.signal, 1)
    Atomics.notify(this.state, CELL.signal)
  }
}
