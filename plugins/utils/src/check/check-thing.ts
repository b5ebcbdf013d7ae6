import { inDirectory, ownName, type Endpoint, type Entry, type Filter } from '@blit/core'
import { openEndpoint, type Place, type Reach } from '../place/open-place.js'
import { compareContents, compareEntries, type CompareContext } from './compare-pair.js'
import type { Difference } from './difference.js'
import { SideError } from './side-error.js'
import type { FileAt } from './same-content.js'
import type { Side } from '../place/operand-error.js'

export interface ThingCheck {
  readonly context: CompareContext
  /** Not a directory. */
  readonly source: Place
  readonly destination: Place
  readonly filter: Filter
  readonly reach: Reach
  /** Endpoints that are opened for it are added; the caller closes them. */
  readonly endpoints: Endpoint[]
}

/**
 * Compares a single thing with the destination, or with what has its name in there where that is a directory. Symlinks
 * are followed on both sides, as the user named them.
 */
export async function checkThing(check: ThingCheck): Promise<Difference | undefined> {
  const { context, destination, filter, source } = check
  const { signal, sizeOnly, tally } = context
  const name = ownName(source.location) ?? ''
  const { entry } = source
  if (filter.hides(name, false) || filter.hidesFile(entry)) return undefined
  tally.checked++
  const isInside = destination.entry.type === 'directory'
  const other = isInside ? await lookInside(destination, name, signal) : destination.entry
  if (other === undefined) return { path: name, kind: 'missing', type: entry.type }
  const difference = compareEntries(name, entry, other)
  if (difference !== undefined) return difference
  if (entry.type !== 'file' || entry.sizeBytes === 0 || sizeOnly) {
    tally.matched++
    return undefined
  }

  const ours = await locate(check, 'source', source)
  const theirs = isInside
    ? await inside(destination, name, other, signal)
    : await locate(check, 'destination', destination)
  return compareContents(context, ours, theirs, name)
}

async function lookInside(
  { endpoint }: Place,
  name: string,
  signal: AbortSignal,
): Promise<Entry | undefined> {
  try {
    return (await endpoint.stat(name, { signal, follow: true })) ?? (await endpoint.stat(name, { signal }))
  } catch (error) {
    throw new SideError('destination', error)
  }
}

async function inside({ endpoint }: Place, name: string, entry: Entry, signal: AbortSignal): Promise<FileAt> {
  const self = await endpoint.stat(name, { signal })
  return { endpoint, path: name, entry, follow: self?.type === 'symlink' }
}

/** A file that is the root of its endpoint, as one entry of the directory it is in: a root cannot be read. */
async function locate({ endpoints, reach }: ThingCheck, side: Side, place: Place): Promise<FileAt> {
  const { endpoint, entry, location } = place
  const named = inDirectory(location, process.platform)
  if (named === undefined) return { endpoint, path: '', entry, follow: true }
  try {
    const directory = await openEndpoint(named.directory, reach)
    endpoints.push(directory)
    return await inside({ ...place, endpoint: directory }, named.name, entry, reach.signal)
  } catch (error) {
    throw new SideError(side, error)
  }
}
