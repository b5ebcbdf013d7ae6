import { inTime, livingReader, readCall, type CallReader, type MaybeAlive } from '@blit/remote/session'
import type { SessionHost } from './session-place.js'

/** What of a session's host a client's silence is measured by, and told to. */
export type Listening = Pick<SessionHost, 'stallMs'> & {
  readonly environment: Pick<SessionHost['environment'], 'handshakeMs' | 'metrics'>
}

/** A client that is listened to. */
export interface ClientReader<Message> {
  /** Its header, which must come at once. */
  readonly first: () => Promise<Message | undefined>
  /** What a client says that gives signs of life, without these. */
  readonly living: CallReader<Message>
  /** What a client of the first plan says as long as it owes something. */
  readonly owing: CallReader<Message>
  /** What is waited for without a limit. */
  readonly any: CallReader<Message>
}

/** Reads what a client says, and gives it up where it is silent for too long (S16). */
export function clientReader<Message extends MaybeAlive>(
  messages: AsyncIterable<Message>,
  { environment, stallMs }: Listening,
): ClientReader<Message> {
  const any = readCall(messages)
  const name = 'the client'
  const onSilence = (): void => environment.metrics.stall()
  return {
    any,
    first: async () => inTime(any.next(), name, environment.handshakeMs, onSilence),
    living: livingReader(any, { name, onSilence, silenceMs: stallMs }),
    owing: { next: async () => inTime(any.next(), name, stallMs, onSilence) },
  }
}
