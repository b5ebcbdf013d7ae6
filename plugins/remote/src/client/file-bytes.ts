import type { Endpoint } from '@blit/core'
import { pulledBytes } from './pulled-bytes.js'
import type { RemotePlace } from './remote-place.js'
import { WriteStream } from './write-stream.js'

/**
 * How the bytes of files come from and go to a place at a daemon; the rest of {@link Endpoint} needs none of it. Paths are
 * relative to the endpoint's root, and the rules of `Endpoint.read` and `Endpoint.write` hold: S1 and S6, `expect`, the
 * signal's reason, nothing left of a write that failed. Any number of calls may run at once.
 */
export interface FileBytes {
  readonly read: Endpoint['read']
  readonly write: Endpoint['write']
  /** Ends whatever runs and releases everything. May be called twice. */
  close(): Promise<void>
}

/** Reads by `Pull`, writes by `Write`. */
export function fileBytes(place: RemotePlace): FileBytes {
  const writes = new WriteStream(place)
  return {
    read: (path, options) => pulledBytes(place, path, options),
    write: async (path, content, options) => writes.write(path, content, options),
    async close() {
      writes.close()
    },
  }
}
