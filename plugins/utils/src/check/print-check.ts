import { formatBytes } from '@blit/core'
import { countOf } from '@blit/core/command'
import { liveLine } from '../output/live-line.js'
import { printFailure } from '../output/print-failure.js'
import { streamJson } from '../output/stream-json.js'
import { Output } from '../output/output.js'
import type { Reach } from '../place/open-place.js'
import { checkExit } from './check-exit.js'
import { checkPlaces, type CheckRequest } from './check-places.js'
import { checkSummary, differenceLine } from './difference-line.js'
import { emptyTally, type CheckTally, type Difference } from './difference.js'

/** Checks, prints a line a difference as they are found, and a summary. Gives the exit code. */
export async function printCheck(request: CheckRequest, reach: Reach): Promise<number> {
  const tally = emptyTally()
  const output = new Output()
  const live = liveLine(true)
  const onProgress = (): void => live.update(() => progressText(tally))
  try {
    for await (const difference of checkPlaces({ ...request, onProgress }, reach, tally)) {
      live.clear()
      if (difference.kind === 'error') printFailure(difference, difference.side)
      else await output.write(`${differenceLine(difference)}\n`)
      if (output.isClosed) break
    }
  } finally {
    live.clear()
  }

  await output.write(`${checkSummary(tally)}\n`)
  return checkExit(tally)
}

/** Checks, and prints one JSON object. Gives the exit code. */
export async function printCheckJson(request: CheckRequest, reach: Reach): Promise<number> {
  const { destination, source } = request
  const tally = emptyTally()
  const startedMs = performance.now()
  const error = await streamJson({
    head: { operation: 'check', source, destination },
    name: 'differences',
    groups: oneByOne(checkPlaces(request, reach, tally)),
    tail: () => ({ ...tally, durationMs: Math.round(performance.now() - startedMs) }),
    signal: reach.signal,
    output: new Output(),
  })
  return checkExit(tally, error)
}

async function* oneByOne(differences: AsyncIterable<Difference>): AsyncGenerator<readonly Difference[]> {
  for await (const difference of differences) yield [difference]
}

function progressText({ bytesCompared, checked }: CheckTally): string {
  return `checked ${countOf(checked, 'path')}, compared ${formatBytes(bytesCompared)}`
}
