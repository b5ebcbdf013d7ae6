/**
 * The same items, but up to `depth` of them are asked for before they are needed. When the consumer
 * stops early, the source is closed.
 */
export async function* readAhead<T>(source: AsyncIterable<T>, depth: number): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  const pending: Array<Promise<IteratorResult<T>>> = []
  try {
    for (;;) {
      while (pending.length < depth) pending.push(quiet(iterator.next()))
      const result = await pending.shift()
      if (result === undefined || result.done === true) return
      yield result.value
    }
  } finally {
    await iterator.return?.()
  }
}

/** The same promise; a rejection that nobody comes to wait for is no crash. */
export function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
