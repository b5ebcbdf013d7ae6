import { CATALOGUE, type ErrorCode } from './catalogue.js'

export interface BlitErrorOptions {
  /** Byte string of the path it is about. */
  readonly path?: string | undefined
  /** What the user can do; overrides the catalogue's. */
  readonly hint?: string | undefined
  readonly cause?: unknown
  /** Worth another try as it is. */
  readonly retry?: boolean
  /** Nothing else of the transfer can succeed. */
  readonly fatal?: boolean
  /** Overrides the catalogue's exit code. */
  readonly exit?: number
}

const BRAND = Symbol.for('@blit/error')

/**
 * The one error of blit. `code` says what happened (see the catalogue), `exit` what the process should
 * answer, `hint` what to do about it.
 */
export class BlitError extends Error {
  readonly code: ErrorCode
  readonly exit: number
  readonly hint: string | undefined
  readonly path: string | undefined
  readonly retry: boolean
  readonly fatal: boolean
  readonly [BRAND] = true

  constructor(code: ErrorCode, message: string, options: BlitErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    const entry = CATALOGUE[code]
    this.name = 'BlitError'
    this.code = code
    this.exit = options.exit ?? entry.exit
    this.hint = options.hint ?? entry.hint
    this.path = options.path
    this.retry = options.retry ?? entry.retry ?? false
    this.fatal = options.fatal ?? entry.fatal ?? false
  }
}

/** By brand, not by class: a plugin brings its own copy of @blit/core. */
export function isBlitError(error: unknown): error is BlitError {
  return typeof error === 'object' && error !== null && BRAND in error
}
