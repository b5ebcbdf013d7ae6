import { compileFilter, type Endpoint, type Filter, type FilterSpec } from '@blit/core'
import { openPlace, type Place, type Reach } from '../place/open-place.js'
import { operandError } from '../place/operand-error.js'
import { checkThing, type ThingCheck } from './check-thing.js'
import { comparePair, type CompareContext } from './compare-pair.js'
import { countDifference, type CheckTally, type Difference } from './difference.js'
import { inOrder } from './in-order.js'
import { pairTrees } from './pair-trees.js'
import { SideError } from './side-error.js'

/** Comparisons at once: enough that a distant endpoint is not waited for file by file. */
const CONCURRENCY = 16

export interface CheckRequest {
  /** Operands as byte strings. */
  readonly source: string
  readonly destination: string
  readonly filter: FilterSpec
  readonly sizeOnly: boolean
  /** Leave out what only the destination has. */
  readonly oneWay: boolean
  /** Called often while a tree is checked. */
  readonly onProgress?: () => void
}

/**
 * Compares what two operands name, and gives a difference a path, in the order of a scan, as they are found. A
 * directory's contents are compared with a directory's; a file with a file, or with the one of its name where the
 * destination is a directory. `tally` is counted as it goes.
 *
 * Rejects where there is nothing to compare; errors inside a tree are differences of kind `error`.
 */
export async function* checkPlaces(
  request: CheckRequest,
  reach: Reach,
  tally: CheckTally,
): AsyncGenerator<Difference> {
  const filter = compileFilter(request.filter)
  const endpoints: Endpoint[] = []
  try {
    const source = await openPlace(request.source, 'source', reach)
    endpoints.push(source.endpoint)
    const destination = await openPlace(request.destination, 'destination', reach)
    endpoints.push(destination.endpoint)
    const context: CompareContext = {
      source: source.endpoint,
      destination: destination.endpoint,
      sizeOnly: request.sizeOnly,
      signal: reach.signal,
      tally,
    }
    const differences =
      source.entry.type === 'directory'
        ? checkTree(context, destination, filter, request)
        : single({ context, source, destination, filter, reach, endpoints })
    for await (const difference of differences) {
      countDifference(tally, difference)
      yield difference
    }
  } catch (error) {
    if (!(error instanceof SideError)) throw error
    throw operandError(error.cause, request[error.side], error.side)
  } finally {
    await Promise.allSettled(endpoints.map(async (endpoint) => endpoint.close()))
  }
}

async function* checkTree(
  context: CompareContext,
  { entry }: Place,
  filter: Filter,
  { oneWay, onProgress }: CheckRequest,
): AsyncGenerator<Difference> {
  const { destination, signal, source, tally } = context
  if (entry.type !== 'directory') {
    tally.checked++
    yield { path: '', kind: 'type', sourceType: 'directory', destinationType: entry.type }
    return
  }

  const pairs = pairTrees(source, destination, { filter, oneWay, signal })
  for await (const difference of inOrder(pairs, CONCURRENCY, (pair) => comparePair(context, pair))) {
    onProgress?.()
    if (difference !== undefined) yield difference
  }
}

async function* single(check: ThingCheck): AsyncGenerator<Difference> {
  const difference = await checkThing(check)
  if (difference !== undefined) yield difference
}
