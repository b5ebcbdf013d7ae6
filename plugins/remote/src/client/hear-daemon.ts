import { livingReader, readCall, type CallReader, type MaybeAlive } from '#session'

/** How long a daemon may say nothing: it says that it is alive three times as often. */
export const SILENCE_MS = 60_000

/** Whose call it is. */
interface Heard {
  readonly at: { readonly name: string }
  /** What ended a call, in terms of blit. */
  errorOf(error: unknown, signal: AbortSignal): unknown
}

/**
 * What a daemon says in a call, without its signs of life; undefined after the last. Rejects with what ended the call, which names the
 * daemon, and with `E_UNREACHABLE` where it says nothing for too long.
 */
export function hearDaemon<Answer extends MaybeAlive>(
  call: AsyncIterable<Answer>,
  connection: Heard,
  signal: AbortSignal,
  silenceMs = SILENCE_MS,
): CallReader<Answer> {
  const messages = readCall(call)
  const reader = {
    async next() {
      try {
        return await messages.next()
      } catch (error) {
        throw connection.errorOf(error, signal)
      }
    },
  }
  return livingReader(reader, { name: connection.at.name, silenceMs })
}
