import { EXIT, displayPath, reportError, strongestExit, type BlitError, type Failure } from '@blit/core'
import { entryLine, reportEntry, toBlitError } from '@blit/core/command'
import type { ListingPart } from './listing.js'

/** Prints a listing as it comes, a line an entry, and failures on stderr; gives the exit code. */
export async function printLines(parts: AsyncIterable<ListingPart>): Promise<number> {
  let exit: number = EXIT.ok
  for await (const { entries, failure } of parts) {
    write(entries.map(({ path, entry }) => `${entryLine(path, entry)}\n`).join(''))
    if (failure !== undefined) {
      exit = EXIT.partial
      process.stderr.write(`blit: ${displayPath(failure.message)}\n`)
    }

    if (isClosed()) break
  }

  return exit
}

/**
 * Prints a listing as one JSON object, piece by piece, so that a million entries need no memory; gives the exit
 * code. Rejects where nothing was printed yet; later errors are in the object.
 */
export async function printJson(
  target: string,
  parts: AsyncIterable<ListingPart>,
  signal: AbortSignal,
): Promise<number> {
  const failures: Failure[] = []
  const head = `{"operation":"list","target":${JSON.stringify(target)},"entries":[`
  let separator = head
  let error: BlitError | undefined
  try {
    for await (const { entries, failure } of parts) {
      if (failure !== undefined) failures.push(failure)
      const objects = entries.map(({ path, entry }) => JSON.stringify(reportEntry(path, entry)))
      if (objects.length > 0) write(separator + objects.join(','))
      if (objects.length > 0) separator = ','
      if (isClosed()) break
    }
  } catch (thrown) {
    if (separator === head) throw thrown
    error = toBlitError(thrown, signal)
  }

  const end = error === undefined ? '' : `,"error":${JSON.stringify(reportError(error))}`
  write(`${separator === head ? head : ''}],"failures":${JSON.stringify(failures)}${end}}\n`)
  return strongestExit([failures.length > 0 ? EXIT.partial : EXIT.ok, error?.exit ?? EXIT.ok])
}

function write(text: string): void {
  process.stdout.write(text)
}

// Whoever read the output, `head` for example, has enough.
function isClosed(): boolean {
  return process.stdout.errored !== null || !process.stdout.writable
}
