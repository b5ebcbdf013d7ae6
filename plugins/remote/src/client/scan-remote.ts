import { BlitError, displayPath, joinPath, type ScanBatch, type ScanOptions } from '@blit/core'
import { BlitService, checkWirePath, decodeEntries, decodeFailure, pb } from '../protocol/index.js'
import type { RemotePlace } from './remote-place.js'
import { ScanOrder } from './scan-order.js'

/**
 * A scan that the daemon makes. What `enter` leaves out is scanned there all the same and dropped here: to ask about every
 * directory would cost a round trip each.
 */
export async function* scanRemote(
  place: RemotePlace,
  path: string,
  options: ScanOptions,
): AsyncGenerator<ScanBatch> {
  const { enter, followLinks = false, recursive, signal } = options
  place.begin(options)
  const request = new pb.ScanRequest()
    .setPlace(place.at(path))
    .setRecursive(recursive)
    .setFollowLinks(followLinks)
  const pruned = new Pruned(enter)
  const order = new ScanOrder(recursive)
  for await (const answer of place.connection.watch(BlitService.scan, request, { signal })) {
    const below = checkWirePath(answer.getDirectory_asU8())
    if (below !== '' && !recursive) throw strayed(place, below)
    const directory = below === '' ? path : joinPath(path, below)
    const entries = decodeEntries(answer.getEntries_asU8())
    const failure = answer.getFailure()
    const complete = answer.getComplete() || failure !== undefined
    order.take(below, entries, complete)
    if (pruned.hides(directory)) continue
    if (recursive)
      for (const entry of entries) if (entry.type === 'directory') pruned.ask(joinPath(directory, entry.name))
    yield {
      directory,
      entries,
      complete,
      ...(failure !== undefined && { failure: { ...decodeFailure(failure, 'E_SCAN'), path: directory } }),
    }
  }

  order.end()
}

/** Directories that the caller does not want, and what is below them. */
class Pruned {
  private readonly paths = new Set<string>()
  private last: string | undefined

  constructor(private readonly enter: ScanOptions['enter']) {}

  ask(path: string): void {
    if (this.enter?.(path) === false) this.paths.add(path)
  }

  hides(directory: string): boolean {
    // Depth first: what is below a directory follows it at once.
    const { last } = this
    if (last !== undefined && (directory === last || directory.startsWith(`${last}/`))) return true
    if (!this.paths.delete(directory)) return false
    this.last = directory
    return true
  }
}

function strayed({ label }: RemotePlace, directory: string): BlitError {
  return new BlitError('E_PROTOCOL', `${label}: the scan strayed to '${displayPath(directory)}'`)
}
