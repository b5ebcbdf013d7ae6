/** The messages of a call, one after the other, taken no faster than they are wanted. */
export interface CallReader<T> {
  /** The next one; undefined after the last. Rejects with what ended the call. */
  readonly next: () => Promise<T | undefined>
}

export function readCall<T>(call: AsyncIterable<T>): CallReader<T> {
  const messages = call[Symbol.asyncIterator]()
  return {
    async next() {
      const { done, value } = await messages.next()
      return done === true ? undefined : value
    },
  }
}

/** What of a stream is needed to write to it. */
interface Writable<T> {
  readonly destroyed: boolean
  write(message: T): boolean
  once(event: 'close' | 'drain' | 'error', listener: () => void): unknown
  off(event: 'close' | 'drain' | 'error', listener: () => void): unknown
}

/** Writes a message; resolves when the next one may be. What became of the call, its reader is told. */
export async function writeCall<T>(call: Writable<T>, message: T): Promise<void> {
  // One that has broken says nothing any more.
  if (call.destroyed || call.write(message)) return
  await new Promise<void>((resolve) => {
    const events = ['close', 'drain', 'error'] as const
    const go = (): void => {
      for (const event of events) call.off(event, go)
      resolve()
    }

    for (const event of events) call.once(event, go)
  })
}
