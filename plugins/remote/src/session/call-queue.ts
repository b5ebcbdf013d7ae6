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

/** Calls that take no more for now: whoever has written to one waits for the same event. */
const full = new WeakMap<object, Promise<void>>()

/** Writes a message; resolves when the next one may be. What became of the call, its reader is told. */
export async function writeCall<T>(call: Writable<T>, message: T): Promise<void> {
  // One that has broken says nothing any more.
  if (call.destroyed || call.write(message)) return
  const known = full.get(call)
  const drained = known ?? drain(call)
  if (known === undefined) full.set(call, drained)
  await drained
}

async function drain(call: Writable<never>): Promise<void> {
  await new Promise<void>((resolve) => {
    const events = ['close', 'drain', 'error'] as const
    const go = (): void => {
      for (const event of events) call.off(event, go)
      full.delete(call)
      resolve()
    }

    for (const event of events) call.once(event, go)
  })
}
