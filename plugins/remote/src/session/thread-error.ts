import { BlitError, CATALOGUE, isBlitError, type ErrorCode } from '@blit/core'

import type { ThreadError } from './thread-messages.js'

/** An error as plain data. */
export function threadError(error: unknown): ThreadError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return {
    code: isBlitError(error) ? error.code : 'E_UNEXPECTED',
    message,
    ...(stack === undefined ? {} : { stack }),
  }
}

/** The error that a thread has told of. */
export function fromThread({ code, message, stack }: ThreadError): BlitError {
  const cause = stack === undefined ? undefined : Object.assign(new Error(message), { stack })
  return new BlitError(code in CATALOGUE ? (code as ErrorCode) : 'E_UNEXPECTED', message, { cause })
}
