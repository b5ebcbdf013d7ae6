import { displayPath, isBlitError, joinPath, type ErrorCode, type Failure } from '@blit/core'

import { failureOf, type Side } from '../directory/failure-of.js'

/** Says of paths below the root of a source what went wrong, as its user shall see it. */
export class FailureNames {
  /** `prefix` goes before paths; '' for none. */
  constructor(private readonly prefix: string) {}

  of(path: string, error: unknown, side: Side): Failure {
    const label = joinPath(this.prefix, path)
    // Thrown where the path was not known.
    return isBlitError(error) && error.path === undefined
      ? this.say(path, error.code, error.message)
      : failureOf(error, label, side)
  }

  say(path: string, code: ErrorCode, what: string): Failure {
    const label = joinPath(this.prefix, path)
    return { path: label, code, message: `${label === '' ? '.' : displayPath(label)}: ${what}` }
  }
}
