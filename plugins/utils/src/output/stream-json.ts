import { reportError, type BlitError } from '@blit/core'
import { toBlitError } from '@blit/core/command'
import type { Output } from './output.js'

export interface JsonStream {
  /** Keys that go before the array. */
  readonly head: Readonly<Record<string, unknown>>
  /** Key of the array. */
  readonly name: string
  /** Its elements, in groups. */
  readonly groups: AsyncIterable<readonly unknown[]>
  /** Keys that go behind the array; asked for when its last element is written. */
  readonly tail: () => Readonly<Record<string, unknown>>
  readonly signal: AbortSignal
  readonly output: Output
}

/**
 * Prints one JSON object piece by piece, so that a million elements need no memory. Rejects where nothing was
 * printed yet; what goes wrong later ends the array, becomes the object's `error`, and is the result.
 */
export async function streamJson(json: JsonStream): Promise<BlitError | undefined> {
  const { groups, head, name, output, signal, tail } = json
  const opening = `${JSON.stringify(head).slice(0, -1)},${JSON.stringify(name)}:[`
  let before = opening
  let error: BlitError | undefined
  try {
    for await (const group of groups) {
      if (group.length === 0) continue
      await output.write(before + group.map((element) => JSON.stringify(element)).join(','))
      before = ','
      if (output.isClosed) break
    }
  } catch (thrown) {
    if (before === opening) throw thrown
    error = toBlitError(thrown, signal)
  }

  const keys = { ...tail(), ...(error !== undefined && { error: reportError(error) }) }
  await output.write(`${before === opening ? opening : ''}],${JSON.stringify(keys).slice(1)}\n`)
  return error
}
