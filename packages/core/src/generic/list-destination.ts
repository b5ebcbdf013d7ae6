import { BlitError, isBlitError } from '../errors/blit-error.js'
import type { Entry } from '../model/entry.js'
import { nameKey } from '../plan/name-rules.js'
import type { TransferState } from './transfer-state.js'

/** What is in a directory of the destination, by the key under which the destination finds a name. */
export interface DestinationListing {
  readonly entries: ReadonlyMap<string, Entry>
  /** Why it is not all that is there. */
  readonly failure?: BlitError
}

export const EMPTY_LISTING: DestinationListing = { entries: new Map() }

/** Lists one directory of the destination. Rejects only when the transfer was cancelled. */
export async function listDestination(state: TransferState, path: string): Promise<DestinationListing> {
  const { destination, signal } = state
  const entries = new Map<string, Entry>()
  try {
    for await (const batch of destination.scan(path, { recursive: false, signal })) {
      for (const entry of batch.entries) entries.set(nameKey(entry.name, destination.limits), entry)
      if (batch.failure !== undefined)
        return { entries, failure: new BlitError('E_SCAN', batch.failure.message) }
    }

    return { entries }
  } catch (error) {
    signal.throwIfAborted()
    return {
      entries,
      failure: isBlitError(error) ? error : new BlitError('E_SCAN', String(error), { path, cause: error }),
    }
  }
}
