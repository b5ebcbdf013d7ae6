import type { Endpoint, Entry, Failure } from '@blit/core'
import type { ScanKey } from '../scan-order.js'

/** One step of a scan: an entry, or from where on a directory could not be read. */
export type WalkStep = ScanKey &
  (
    | { readonly entry: Entry; readonly failure?: undefined }
    | { readonly entry?: undefined; readonly failure: Failure }
  )

export interface WalkOptions {
  /** Whether to look into a directory. */
  readonly enter: (path: string) => boolean
  readonly signal: AbortSignal
}

/**
 * The tree below the root, step by step in the order of a scan. The failure of a directory comes behind those of
 * its entries that were read, with the name of the last of them.
 */
export async function* walkTree(endpoint: Endpoint, options: WalkOptions): AsyncGenerator<WalkStep> {
  let last: ScanKey = { directory: '', name: '' }
  for await (const { directory, entries, failure } of endpoint.scan('', { ...options, recursive: true })) {
    if (last.directory !== directory) last = { directory, name: '' }
    for (const entry of entries) {
      last = { directory, name: entry.name }
      yield { directory, name: entry.name, entry }
    }

    if (failure !== undefined) yield { ...last, failure }
  }
}
