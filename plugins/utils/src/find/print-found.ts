import { EXIT, displayPath, strongestExit, toBytes, type Failure } from '@blit/core'
import { entryLine, reportEntry, type EntryReport } from '@blit/core/command'
import { printFailure } from '../output/print-failure.js'
import { streamJson } from '../output/stream-json.js'
import { Output } from '../output/output.js'
import type { Found, FoundPart } from './find-entries.js'

/**
 * How paths are printed: `lines`, escaped (S21); `long` with type, mode, size and time; `nul`, each a NUL behind it
 * and its bytes as they are, unless they would go to a terminal.
 */
export type FoundFormat = 'lines' | 'long' | 'nul'

/** Prints what is found as it comes, and failures on stderr. Gives the exit code. */
export async function printFound(parts: AsyncIterable<FoundPart>, format: FoundFormat): Promise<number> {
  const output = new Output()
  let exit: number = EXIT.ok
  for await (const { failure, found } of parts) {
    await output.write(format === 'nul' ? nulSeparated(found) : lines(found, format))
    if (failure !== undefined) {
      exit = EXIT.partial
      printFailure(failure)
    }

    if (output.isClosed) break
  }

  return exit
}

/** Prints one JSON object, piece by piece. Gives the exit code. */
export async function printFoundJson(
  target: string,
  parts: AsyncIterable<FoundPart>,
  signal: AbortSignal,
): Promise<number> {
  const failures: Failure[] = []
  const error = await streamJson({
    head: { operation: 'find', target },
    name: 'entries',
    groups: reports(parts, failures),
    tail: () => ({ failures }),
    signal,
    output: new Output(),
  })
  return strongestExit([error?.exit ?? EXIT.ok, failures.length > 0 ? EXIT.partial : EXIT.ok])
}

async function* reports(
  parts: AsyncIterable<FoundPart>,
  failures: Failure[],
): AsyncGenerator<readonly EntryReport[]> {
  for await (const { failure, found } of parts) {
    if (failure !== undefined) failures.push(failure)
    yield found.map(({ path, entry }) => reportEntry(path, entry))
  }
}

function lines(found: readonly Found[], format: FoundFormat): string {
  return found
    .map(({ path, entry }) => `${format === 'long' ? entryLine(path, entry) : displayPath(path)}\n`)
    .join('')
}

function nulSeparated(found: readonly Found[]): Buffer {
  const isTerminal = Boolean(process.stdout.isTTY)
  return toBytes(found.map(({ path }) => `${isTerminal ? displayPath(path) : path}\0`).join(''))
}
