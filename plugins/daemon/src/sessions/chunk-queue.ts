/** Chunks on their way from a connection to a file: one at a time, so that the connection feels how fast the disk is. */
export class ChunkQueue implements AsyncIterable<Uint8Array> {
  private waiting: Uint8Array | undefined
  private wake: () => void = () => {}
  private taken: () => void = () => {}
  private error: Error | undefined
  private state: 'closed' | 'ended' | 'failed' | 'open' = 'open'

  /** `onBegin` is called when somebody takes the first chunk. */
  constructor(private readonly onBegin: () => void) {}

  /** Resolves when the chunk was taken, or nobody wants it any more. */
  async push(chunk: Uint8Array): Promise<void> {
    if (this.state !== 'open') return
    this.waiting = chunk
    this.wake()
    await new Promise<void>((resolve) => (this.taken = resolve))
  }

  end(): void {
    this.settle('ended')
  }

  /** Who takes chunks is told why there are no more. */
  fail(error: unknown): void {
    this.error ??= error instanceof Error ? error : new Error(String(error))
    this.settle('failed')
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    this.onBegin()
    try {
      for (;;) {
        const chunk = this.waiting
        if (this.state === 'failed' && this.error !== undefined) throw this.error
        if (chunk !== undefined) {
          yield chunk
          // Only now is it done with.
          this.waiting = undefined
          this.taken()
        } else if (this.state === 'ended') return
        else await new Promise<void>((resolve) => (this.wake = resolve))
      }
    } finally {
      this.settle('closed')
    }
  }

  private settle(state: 'closed' | 'ended' | 'failed'): void {
    if (this.state === 'open' || state === 'closed') this.state = state
    this.wake()
    if (state !== 'ended') this.taken()
  }
}
