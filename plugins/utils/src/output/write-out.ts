import { once } from 'node:events'

/** Where results go; `process.stdout`, but for tests. */
export type OutputStream = NodeJS.WritableStream & { readonly errored?: Error | null }

/** Writes a piece of the result, and waits until its reader keeps up. Without a reader it is dropped. */
export async function writeOut(
  data: Uint8Array | string,
  stream: OutputStream = process.stdout,
): Promise<void> {
  if (data.length === 0 || isClosed(stream) || stream.write(data)) return
  const stop = new AbortController()
  const events = ['drain', 'close', 'error'].map((event) => once(stream, event, { signal: stop.signal }))
  try {
    await Promise.race(events)
  } catch (error) {
    // `errored` says it from here on: whoever read the result, `head` for example, has enough.
    if (!isClosed(stream)) throw error
  } finally {
    stop.abort()
    await Promise.allSettled(events)
  }
}

/** Whether nobody reads the result any more. */
export function isClosed(stream: OutputStream = process.stdout): boolean {
  return !stream.writable || Boolean(stream.errored)
}
