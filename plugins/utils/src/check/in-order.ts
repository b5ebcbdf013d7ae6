/**
 * Does work for each item, for at most `limit` of them at once, and gives the results in the order of the items. When
 * the consumer stops early, or something rejects, what was started is waited for.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  limit: number,
  work: (item: T) => Promise<R> | R,
): AsyncGenerator<R> {
  const started: Array<Promise<R> | R> = []
  try {
    for await (const item of items) {
      const result = work(item)
      // Whoever awaits it later sees the rejection; until then nobody does.
      if (result instanceof Promise) result.catch(() => {})
      started.push(result)
      while (started.length >= limit || (started.length > 0 && !(started[0] instanceof Promise)))
        yield await (started.shift() as Promise<R> | R)
    }

    while (started.length > 0) yield await (started.shift() as Promise<R> | R)
  } finally {
    await Promise.allSettled(started)
  }
}
