import { BlitError } from '@blit/core'

import type { DataConnection } from '../data-plane/index.js'

/** How a data connection that broke is replaced: once. */
export interface Redial {
  /** Dials another one for a stream, where this end is the one that dials. */
  readonly redial: ((stream: number) => Promise<DataConnection>) | undefined
  /** How long the other end may take for that; 0: connections are not replaced. */
  readonly redialMs: number
}

/** How long a stream may be without a connection. */
export const REDIAL_MS = 60_000

const GRACE_MS = 1000

export function lostForGood(redialMs: number): BlitError {
  return new BlitError('E_UNREACHABLE', `a data connection broke, and no other came in ${redialMs / 1000} s`)
}

/**
 * Fails a little later: why nobody could be dialled, the other end may be about to say over the control plane, and that tells
 * more.
 */
export function failLater(fail: () => void): void {
  setTimeout(fail, GRACE_MS).unref()
}

/** Lets go of a connection that no thread has. */
export function refuse(connection: DataConnection): void {
  connection.shutdown()
  connection.close()
}
