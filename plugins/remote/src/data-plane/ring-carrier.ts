/**
 * A connection that Node serves in another thread, with an event loop: for platforms on which its descriptor cannot be
 * had. Bytes go through two rings in shared memory; `ring-pump.ts` is their other end.
 *
 * 1. This thread waits with `Atomics.wait` for the signal to change, and then looks again.
 * 2. It wakes the pump by a message, and only if the pump has said that it wants one. Both sides first say what they
 *    want and then look once more, so that no change is missed.
 */
import { endedEarly, silentFor, type Carrier } from './carrier.js'
import { CELL, END, RING_BYTES, stretch, type RingSetup } from './ring.js'
import { lostConnection } from './wire-error.js'

export class RingCarrier implements Carrier {
  private readonly state: Int32Array
  private readonly inbound: Buffer
  private readonly outbound: Buffer
  private timeoutMs = 0

  constructor(private readonly setup: RingSetup) {
    this.state = new Int32Array(setup.state)
    this.inbound = Buffer.from(setup.inbound)
    this.outbound = Buffer.from(setup.outbound)
  }

  setTimeout(timeoutMs: number): void {
    this.timeoutMs = timeoutMs
  }

  read(target: Buffer, start: number, length: number): number {
    const available = this.waitFor(() => this.filled(CELL.inWritten, CELL.inRead))
    const count = Atomics.load(this.state, CELL.inRead)
    const from = stretch(this.inbound, count, available, length)
    const bytes = this.inbound.copy(target, start, from.start, from.end)
    Atomics.add(this.state, CELL.inRead, bytes)
    // not for every byte: half a ring is worth waking for
    if (available - bytes <= RING_BYTES / 2) this.wake(CELL.wantsRoom)
    return bytes
  }

  write(bytes: Buffer): void {
    let written = 0
    while (written < bytes.length) {
      const room = this.waitFor(() => RING_BYTES - this.filled(CELL.outWritten, CELL.outRead), true)
      const count = Atomics.load(this.state, CELL.outWritten)
      const to = stretch(this.outbound, count, room, bytes.length - written)
      written += bytes.copy(this.outbound, to.start, written, written + to.end - to.start)
      Atomics.add(this.state, CELL.outWritten, to.end - to.start)
      this.wake(CELL.wantsBytes)
    }
  }

  /** The pump goes on with what is in the ring. */
  close(): void {
    this.setup.port.close()
  }

  private filled(written: number, read: number): number {
    return (Atomics.load(this.state, written) - Atomics.load(this.state, read)) | 0
  }

  /** What `look` gives, once that is not 0. Who writes learns at once that the connection is gone. */
  private waitFor(look: () => number, atOnce = false): number {
    for (;;) {
      const seen = Atomics.load(this.state, CELL.signal)
      const end = Atomics.load(this.state, CELL.end)
      if (end === END.shutDown || (atOnce && end === END.broken)) throw whyEnded(end)
      const found = look()
      if (found !== 0) return found
      // an end that was seen before looking: nothing can have come since
      if (end !== END.open && !(atOnce && end === END.ended)) throw whyEnded(end)
      const timeout = this.timeoutMs === 0 ? Number.POSITIVE_INFINITY : this.timeoutMs
      if (Atomics.wait(this.state, CELL.signal, seen, timeout) === 'timed-out')
        throw silentFor(this.timeoutMs)
    }
  }

  private wake(want: number): void {
    if (Atomics.exchange(this.state, want, 0) === 1) this.setup.port.postMessage(want)
  }
}

function whyEnded(end: number): Error {
  return end === END.ended ? endedEarly() : lostConnection(end === END.broken ? 'broke' : 'was shut down')
}
