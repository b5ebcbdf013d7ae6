/** Either end gives up the other one when that says nothing for three times as long. */
const EVERY_MS = 20_000

/** What of a call is needed to write to it. */
interface Sink<Message> {
  readonly writable: boolean
  readonly writableNeedDrain: boolean
  write(message: Message): boolean
}

/**
 * Says from time to time that this end is alive, whatever the session waits for, as long as the call can be written to. What does
 * not read has enough to read. To be called to stop it.
 */
export function giveSignsOfLife<Message>(
  call: Sink<Message>,
  message: Message,
  everyMs = EVERY_MS,
): () => void {
  const timer = setInterval(() => {
    if (!call.writable) clearInterval(timer)
    else if (!call.writableNeedDrain) call.write(message)
  }, everyMs).unref()
  return () => clearInterval(timer)
}
