import { BlitError } from '@blit/core'

/** What a peer sent breaks the rules of docs/wire.md. `what` names the thing in a few words. */
export function protocolError(what: string, cause?: unknown): BlitError {
  return new BlitError('E_PROTOCOL', `the other side sent ${what}`, { cause })
}
