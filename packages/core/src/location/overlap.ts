import type { Identity } from '../contract/endpoint.js'
import type { Operation, TransferJob } from '../contract/route.js'
import { BlitError } from '../errors/blit-error.js'
import { displayPath } from '../paths/display.js'

/** How the place of a source and the place it lands at lie to each other. */
export type Overlap = 'apart' | 'same' | 'destination-inside-source' | 'source-inside-destination'

export interface OverlapContext {
  readonly operation: Operation
  readonly kind: TransferJob['kind']
  /** What the user wrote, for the message. */
  readonly source: string
  readonly destination: string
  /**
   * Only asked where a copy or move finds the source inside the destination: whether the transfer writes onto the way to
   * its own source. It does when the source has, at its top, the name of that child of the destination that leads to
   * the source (see {@link leadsToSource}); everything else lands beside that way. True when it is not known.
   */
  readonly overwritesSource?: boolean
}

/** Compares the identity of a source with that of the very place it lands at, suffix included. */
export function overlapOf(source: Identity, destination: Identity): Overlap {
  if (shareOne(source.self, destination.self)) return 'same'
  if (shareOne(source.self, destination.ancestors) || shows(source, destination))
    return 'destination-inside-source'
  if (shareOne(destination.self, source.ancestors) || shows(destination, source))
    return 'source-inside-destination'
  return 'apart'
}

/** Whether something mounted in one place is the other, a part of it or what it is in. */
function shows({ mounted = [] }: Identity, other: Identity): boolean {
  return mounted.some(
    (mount) => shareOne(mount.self, other.ancestors) || shareOne(other.self, mount.ancestors),
  )
}

/** Whether a child of the destination is, or contains, the source, or leads into it. */
export function leadsToSource(child: Identity, source: Identity): boolean {
  return overlapOf(source, child) !== 'apart'
}

/**
 * Why one source may not land where it would (`E_OVERLAP`), or undefined when it may. Asked once a landing, before
 * anything is touched:
 *
 * - onto itself: never;
 * - into itself (`a` to `a/b`): never, it would read what it writes;
 * - out of the destination (`a/b` to `a`): a mirror never, it would delete what it reads; a copy or move unless it
 *   writes onto the way to its source (`a/b` with a `b` in it, to `a`).
 *
 * A single file that becomes another place contains nothing: for it only the first rule counts.
 */
export function findOverlap(
  source: Identity,
  destination: Identity,
  context: OverlapContext,
): BlitError | undefined {
  const overlap = overlapOf(source, destination)
  if (overlap === 'apart') return undefined
  const from = `'${displayPath(context.source)}'`
  const to = `'${displayPath(context.destination)}'`
  if (overlap === 'same') return refusal(context, `${from} and ${to} are the same`)
  if (context.kind === 'entry') return undefined
  if (overlap === 'destination-inside-source') return refusal(context, `${to} is inside ${from}`)
  if (context.operation === 'mirror')
    return refusal(context, `${from} is inside ${to}, which a mirror would empty of it`)
  if (context.overwritesSource === false) return undefined
  return refusal(context, `${from} is inside ${to}, and holds a name that would be written onto it`)
}

function refusal({ operation, destination }: OverlapContext, what: string): BlitError {
  return new BlitError('E_OVERLAP', `${operation} refused: ${what}`, { path: destination })
}

function shareOne(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one))
}
