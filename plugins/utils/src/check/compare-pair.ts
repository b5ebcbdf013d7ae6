import { isBlitError, type Endpoint, type Entry } from '@blit/core'
import type { CheckTally, Difference } from './difference.js'
import type { Pair } from './pair-scope.js'
import { SideError } from './side-error.js'
import { haveSameContent, type FileAt } from './same-content.js'

export interface CompareContext {
  readonly source: Endpoint
  readonly destination: Endpoint
  /** Files of one size are the same. */
  readonly sizeOnly: boolean
  readonly tally: CheckTally
  readonly signal: AbortSignal
}

/**
 * What differs at a path, or undefined where nothing does. Counts what was checked. Only content is waited for:
 * everything else is known at once. Rejects where nothing else can succeed either.
 */
export function comparePair(
  context: CompareContext,
  pair: Pair,
): Difference | Promise<Difference | undefined> | undefined {
  const { path } = pair
  if ('failure' in pair) {
    const { code, message } = pair.failure
    return { path, kind: 'error', side: pair.side, code, message }
  }

  context.tally.checked++
  const { destination, source } = pair
  if (source === undefined) return { path, kind: 'extra', type: pair.destination.type }
  if (destination === undefined) return { path, kind: 'missing', type: source.type }
  const difference = compareEntries(path, source, destination)
  if (difference !== undefined) return difference
  if (source.type === 'file' && source.sizeBytes > 0 && !context.sizeOnly) {
    return compareContents(
      context,
      { endpoint: context.source, path, entry: source },
      { endpoint: context.destination, path, entry: destination },
      path,
    )
  }

  context.tally.matched++
  return undefined
}

/** What differs between two entries without a look at what is in them. */
export function compareEntries(path: string, source: Entry, destination: Entry): Difference | undefined {
  if (source.type !== destination.type)
    return { path, kind: 'type', sourceType: source.type, destinationType: destination.type }
  if (source.sizeBytes !== destination.sizeBytes) {
    const sizes = { sourceSizeBytes: source.sizeBytes, destinationSizeBytes: destination.sizeBytes }
    return { path, kind: 'content', ...sizes }
  }

  const [sourceTarget, destinationTarget] = [targetOf(source), targetOf(destination)]
  return sourceTarget === destinationTarget
    ? undefined
    : { path, kind: 'target', sourceTarget, destinationTarget }
}

/** What differs between the contents of two files of one size. `label` is the path to report. */
export async function compareContents(
  { signal, tally }: CompareContext,
  source: FileAt,
  destination: FileAt,
  label: string,
): Promise<Difference | undefined> {
  const { sizeBytes } = source.entry
  try {
    const isSame = await haveSameContent(source, destination, signal)
    tally.bytesCompared += sizeBytes
    if (isSame) tally.matched++
    return isSame
      ? undefined
      : { path: label, kind: 'content', sourceSizeBytes: sizeBytes, destinationSizeBytes: sizeBytes }
  } catch (error) {
    return failed(label, error)
  }
}

function failed(path: string, thrown: unknown): Difference {
  if (!(thrown instanceof SideError)) throw thrown
  const { cause, side } = thrown
  if (!isBlitError(cause) || cause.fatal) throw cause
  return { path, kind: 'error', side, code: cause.code, message: cause.message }
}

function targetOf({ type, target = '', rdev = 0 }: Entry): string {
  if (type === 'symlink') return target
  return type === 'char-device' || type === 'block-device' ? String(rdev) : ''
}
