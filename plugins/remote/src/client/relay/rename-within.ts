import {
  addTally,
  directoryOf,
  EMPTY_TALLY,
  fromBytes,
  isBlitError,
  toBytes,
  type RouteSession,
  type Tally,
  type TransferJob,
} from '@blit/core'
import { movesWhole, takesAll } from '@blit/disk/outgoing'

import { BlitService, encodePlace, pb } from '../../protocol/index.js'
import type { RemoteEndpoint } from '../remote-endpoint.js'

/** What of a move was done by renaming, and what is left to do. */
export interface Renamed {
  readonly tally: Tally
  readonly rest: readonly TransferJob[]
}

/**
 * Within one module of one daemon a move is a rename (S4), where nothing has the name yet and all of it goes. What cannot be
 * renamed, because it would have to go to another file system for one, is left as it is.
 */
export async function renameWithin(session: RouteSession): Promise<Renamed> {
  const { jobs, operation, options } = session
  const [from, to] = [session.source, session.destination].map(
    (endpoint) => (endpoint as RemoteEndpoint).place,
  )
  const isWithin = from !== undefined && from.connection === to?.connection && from.module === to.module
  const tally = { ...EMPTY_TALLY }
  if (operation !== 'move' || !isWithin || !takesAll(options)) return { tally, rest: jobs }
  const rest: TransferJob[] = []
  for (const job of jobs) {
    const moved = await renameOne(session, job)
    if (moved === undefined) rest.push(job)
    else addTally(tally, moved)
  }

  return { tally, rest }
}

/** Undefined where nothing was done. */
async function renameOne(session: RouteSession, job: TransferJob): Promise<Tally | undefined> {
  const { observer, options, signal } = session
  const source = session.source as RemoteEndpoint
  const destination = session.destination as RemoteEndpoint
  const { destinationPath, kind, prefix, sourcePath } = job
  if (kind === 'tree' && !movesWhole(job, options)) return undefined
  if (source.place.bytesOf(sourcePath).length === 0) return undefined
  const entry = await source.stat(sourcePath, { signal })
  const there = await destination.stat(destinationPath, { signal })
  if (entry === undefined || there !== undefined || destination.readOnly) return undefined
  if (!options.dryRun) {
    try {
      await rename(source, sourcePath, fromBytes(destination.place.bytesOf(destinationPath)), signal)
    } catch (error) {
      if (!isBlitError(error) || error.fatal || signal.aborted) throw error
      return undefined
    }
  }

  if (options.reportActions)
    observer.actions?.([{ kind: 'rename', path: kind === 'tree' ? prefix : sourcePath }])
  const tally = { ...EMPTY_TALLY, sourcesRemoved: 1 }
  count(tally, entry.type)
  if (entry.type !== 'directory') return tally
  const place = options.dryRun ? source : destination
  for await (const { entries } of place.scan('', { recursive: true, signal })) {
    tally.sourcesRemoved += entries.length
    for (const { type } of entries) count(tally, type)
  }

  return tally
}

/** To a path beneath the module's root; what is missing on the way there is made. */
async function rename(source: RemoteEndpoint, path: string, to: string, signal: AbortSignal): Promise<void> {
  const { place } = source
  try {
    await source.renameTo(path, toBytes(to), { signal })
  } catch (error) {
    const parent = directoryOf(to)
    if (!isBlitError(error) || error.code !== 'E_NOT_FOUND' || parent === '') throw error
    const request = new pb.ChangeRequest()
      .setPlace(encodePlace({ module: place.module, path: parent }))
      .setMakeDirectory(new pb.MakeDirectory().setParents(true))
    await place.ask(BlitService.change, request, { signal })
    await source.renameTo(path, toBytes(to), { signal })
  }
}

function count(tally: Tally, type: string): void {
  if (type === 'symlink') tally.linksCreated++
  if (type !== 'file') return
  tally.filesScanned++
  tally.filesCopied++
}
