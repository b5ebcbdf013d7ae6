import type { BlitError } from '../errors/blit-error.js'

/** An error as JSON shows it, in `{"error": ...}` or beside the counts of a transfer. */
export interface ErrorReport {
  readonly code: string
  readonly exit: number
  readonly message: string
  readonly hint?: string
  /** Byte string. */
  readonly path?: string
}

/** The JSON form of an error. */
export function reportError(error: BlitError): ErrorReport {
  return {
    code: error.code,
    exit: error.exit,
    message: error.message,
    ...(error.hint !== undefined && { hint: error.hint }),
    ...(error.path !== undefined && { path: error.path }),
  }
}
