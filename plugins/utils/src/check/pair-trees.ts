import type { Endpoint } from '@blit/core'
import { compareScanKeys } from '../scan-order.js'
import { PairScope, type Pair, type PairScopeOptions } from './pair-scope.js'
import { onSide } from './side-error.js'
import { walkTree, type WalkStep } from './walk-tree.js'

export interface PairOptions extends PairScopeOptions {
  readonly signal: AbortSignal
}

/**
 * Walks two trees side by side, in the order of a scan, holding no more than a batch of each:
 *
 * 1. Both scans come in the same order, so the lesser of the two next steps is what one side alone has.
 * 2. What the filter hides of the source is left out on both sides; rules alone decide on what only the
 *    destination has.
 * 3. What only one side has, inside a directory that the other could not read, is left out: the other may have it.
 *
 * Rejects with a `SideError` where the root of a side cannot be read.
 */
export async function* pairTrees(
  source: Endpoint,
  destination: Endpoint,
  options: PairOptions,
): AsyncGenerator<Pair> {
  const { filter, signal } = options
  const walk = { signal, enter: (path: string) => !filter.hides(path, true) }
  const ours = onSide('source', walkTree(source, walk))
  const theirs = onSide('destination', walkTree(destination, walk))
  const scope = new PairScope(options)
  try {
    let [our, their] = await Promise.all([next(ours), next(theirs)])
    while (our !== undefined || their !== undefined) {
      if (isFirst(our, their) && our.failure !== undefined) {
        const pair = scope.failure('source', our)
        if (pair !== undefined) yield pair
        our = await next(ours)
      } else if (isFirst(their, our) && their.failure !== undefined) {
        const pair = scope.failure('destination', their)
        if (pair !== undefined) yield pair
        their = await next(theirs)
      } else {
        const [mine, other] = [isFirst(our, their) ? our : undefined, isFirst(their, our) ? their : undefined]
        const pair = scope.pair(mine, other)
        if (pair !== undefined) yield pair
        if (mine !== undefined) our = await next(ours)
        if (other !== undefined) their = await next(theirs)
      }
    }
  } finally {
    await Promise.allSettled([ours.return(undefined), theirs.return(undefined)])
  }
}

/** Whether no step comes before this one. */
function isFirst(step: WalkStep | undefined, other: WalkStep | undefined): step is WalkStep {
  return step !== undefined && (other === undefined || compareScanKeys(step, other) <= 0)
}

async function next(steps: AsyncGenerator<WalkStep>): Promise<WalkStep | undefined> {
  const { value, done } = await steps.next()
  return done === true ? undefined : value
}
