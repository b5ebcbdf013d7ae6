import { BlitError } from '@blit/core'

/** The other end said what docs/wire.md forbids: the session ends. */
export function protocolError(what: string): BlitError {
  return new BlitError('E_PROTOCOL', `on a data connection the other end sent ${what}`)
}

/** The connection broke, ended early or was silent for too long; another one may do. `how` ends "the data connection". */
export function lostConnection(how: string, cause?: unknown): BlitError {
  return new BlitError('E_UNREACHABLE', `the data connection ${how}`, { cause })
}
