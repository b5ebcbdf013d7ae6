import type { Socket } from 'node:net'

import { endedEarly } from './carrier.js'
import { lostConnection } from './wire-error.js'

/** Reads a socket in the thread that has it, without blocking: for connections that carry little, or only pass it on. */
export class SocketReader {
  private wake: () => void = () => {}
  private error: unknown
  private readonly onEvent = (): void => this.wake()
  private readonly onError = (error: Error): void => {
    this.error = error
    this.wake()
  }

  constructor(private readonly socket: Socket) {
    socket.on('readable', this.onEvent).on('end', this.onEvent).on('close', this.onEvent)
    socket.on('error', this.onError)
  }

  /** Reads no more; resolves when somebody else may. */
  async release(): Promise<void> {
    const { socket } = this
    socket.off('readable', this.onEvent).off('end', this.onEvent).off('close', this.onEvent)
    socket.on('error', () => {}).off('error', this.onError)
    // Until the next turn a socket takes its reader to be there.
    await new Promise((resolve) => setImmediate(resolve))
  }

  /** Exactly so many bytes, at least one. Rejects with `E_UNREACHABLE` where they do not come. */
  async take(length: number): Promise<Buffer> {
    for (;;) {
      const bytes = this.socket.read(length) as Buffer | null
      if (bytes !== null) {
        // What is left at the end may be less.
        if (bytes.length < length) throw endedEarly()
        return bytes
      }

      if (this.error !== undefined) throw lostConnection('broke', this.error)
      if (this.socket.readableEnded || this.socket.destroyed) throw endedEarly()
      await new Promise<void>((resolve) => (this.wake = resolve))
    }
  }
}
