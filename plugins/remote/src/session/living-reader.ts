import type { CallReader } from './call-queue.js'
import { inTime } from './in-time.js'

/** What is said in a session, or only that the other end is still there. */
export interface MaybeAlive {
  hasAlive(): boolean
}

export interface Patience {
  /** Who is listened to, for the error. */
  readonly name: string
  readonly silenceMs: number
  /** Is told when that is over. */
  readonly onSilence?: () => void
}

/**
 * What the other end says, without its signs of life. Rejects with `E_UNREACHABLE` where it says nothing at all for too long: a
 * program that hangs still answers what HTTP/2 asks. How long is between two calls of `next` does not count.
 */
export function livingReader<Message extends MaybeAlive>(
  reader: CallReader<Message>,
  { name, onSilence, silenceMs }: Patience,
): CallReader<Message> {
  return {
    async next() {
      for (;;) {
        const message = await inTime(reader.next(), name, silenceMs, onSilence)
        if (message?.hasAlive() !== true) return message
      }
    },
  }
}
