/**
 * How an error of blit travels: as the status of a gRPC call. `details` is the message for any client; the binary trailer
 * `blit-error-bin` holds the rest, as JSON, for those that know it.
 */
import { Metadata, status, type ServiceError, type StatusObject } from '@grpc/grpc-js'
import { BlitError, CATALOGUE, displayPath, isBlitError, type ErrorCode } from '@blit/core'

/** The trailer that an error's code, exit, hint and path are in. */
export const ERROR_KEY = 'blit-error-bin'

/** Of each text: headers are few KiB in all, and a path may have 64. */
const MAX_TEXT = 1024

/** The status that says most to clients of other makes. */
const STATUS: Readonly<Partial<Record<ErrorCode, status>>> = {
  E_UNEXPECTED: status.INTERNAL,
  E_USAGE: status.INVALID_ARGUMENT,
  E_BAD_NAME: status.INVALID_ARGUMENT,
  E_NAME_TOO_LONG: status.INVALID_ARGUMENT,
  E_PROTOCOL: status.INVALID_ARGUMENT,
  E_NAME_COLLISION: status.ALREADY_EXISTS,
  E_SOURCE_MISSING: status.NOT_FOUND,
  E_NO_MODULE: status.NOT_FOUND,
  E_NOT_FOUND: status.NOT_FOUND,
  E_READ_ONLY: status.PERMISSION_DENIED,
  E_UNAUTHORISED: status.UNAUTHENTICATED,
  E_NO_SPACE: status.RESOURCE_EXHAUSTED,
  E_IO: status.DATA_LOSS,
  E_CHANGED: status.ABORTED,
  E_UNREACHABLE: status.UNAVAILABLE,
  E_INTERRUPTED: status.CANCELLED,
}

/** What a status without the trailer means: it comes from gRPC itself, or from something in between. */
const MEANING: Readonly<Partial<Record<status, ErrorCode>>> = {
  [status.UNAVAILABLE]: 'E_UNREACHABLE',
  [status.DEADLINE_EXCEEDED]: 'E_UNREACHABLE',
  [status.CANCELLED]: 'E_UNREACHABLE',
  [status.UNIMPLEMENTED]: 'E_VERSION',
  [status.UNAUTHENTICATED]: 'E_UNAUTHORISED',
  [status.PERMISSION_DENIED]: 'E_UNAUTHORISED',
}

/** What a web server says, whichever status grpc-js makes of it: with HTTP 404 a daemon would be too old. */
const NO_GRPC = /^Received HTTP status code/

/** grpc-js calls it internal when a connection ends otherwise than by ECONNRESET or ETIMEDOUT. */
const BROKEN_CONNECTION = /internal client error: .*\bE[A-Z]{3,}\b/

interface Trailer {
  readonly code: string
  readonly exit: number
  readonly message: string
  readonly hint?: string | undefined
  readonly path?: string | undefined
}

/**
 * An error as the status of a call. What is no `BlitError` becomes `E_UNEXPECTED`, without its message: that may name what
 * is none of a client's business.
 */
export function encodeError(error: unknown): Partial<StatusObject> & { code: status; details: string } {
  const known = isBlitError(error)
    ? error
    : new BlitError('E_UNEXPECTED', 'the other side failed unexpectedly')
  const { code, exit, hint, path } = known
  const message = cut(displayPath(known.message))
  const trailer: Trailer = {
    code,
    exit,
    message,
    hint: hint === undefined ? undefined : cut(hint),
    // Half a path names something else.
    path: path !== undefined && path.length <= MAX_TEXT ? path : undefined,
  }
  const metadata = new Metadata()
  // Byte strings survive: JSON escapes the lone surrogates in them.
  metadata.set(ERROR_KEY, Buffer.from(JSON.stringify(trailer)))
  return { code: STATUS[code] ?? status.FAILED_PRECONDITION, details: message, metadata }
}

/**
 * The error that ended a call, as the peer meant it. Trusts nothing in it. `what` names the peer, for what it did not say itself.
 */
export function decodeError(error: unknown, what: string): BlitError {
  if (isBlitError(error)) return error
  if (!isServiceError(error))
    return new BlitError('E_UNEXPECTED', `${what}: ${String(error)}`, { cause: error })
  const trailer = readTrailer(error.metadata)
  if (trailer !== undefined) {
    const { code, exit, hint, message, path } = trailer
    const known = Object.hasOwn(CATALOGUE, code)
    // Of a newer peer's errors this side may not know the code; exit and message still say what to do.
    return new BlitError(known ? (code as ErrorCode) : 'E_PROTOCOL', message, {
      exit,
      hint,
      path,
      cause: error,
    })
  }

  const isBroken =
    NO_GRPC.test(error.details) || (error.code === status.INTERNAL && BROKEN_CONNECTION.test(error.details))
  const code = isBroken ? 'E_UNREACHABLE' : (MEANING[error.code] ?? 'E_PROTOCOL')
  const hint = code === 'E_VERSION' ? `${what} does not know this: upgrade blit there` : undefined
  return new BlitError(code, `${what}: ${displayPath(cut(error.details || error.message))}`, {
    hint,
    cause: error,
  })
}

function readTrailer(metadata: Metadata | undefined): Trailer | undefined {
  const [raw] = metadata?.get(ERROR_KEY) ?? []
  if (!Buffer.isBuffer(raw)) return undefined
  try {
    return checked(JSON.parse(raw.toString('utf8')))
  } catch {
    return undefined // Whoever wrote this is no blit.
  }
}

function checked(value: unknown): Trailer | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { code, exit, message, hint, path } = value as Record<string, unknown>
  if (typeof code !== 'string' || typeof message !== 'string') return undefined
  // 0 would make a success of it.
  if (typeof exit !== 'number' || !Number.isInteger(exit) || exit < 1 || exit > 255) return undefined
  return { code, exit, message: displayPath(cut(message)), hint: textOf(hint), path: textOf(path) }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= MAX_TEXT ? value : undefined
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' && 'details' in error
}

function cut(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}...`
}
