import { CATALOGUE, isBlitError, toBytes, type ErrorCode, type Failure } from '@blit/core'
import { pb } from '@blit/remote/protocol'

/** A failure of one path, as it travels. */
export function failureMessage({ code, message, path }: Failure): pb.Failure {
  const sent = new pb.Failure().setPath(toBytes(path)).setCode(code).setMessage(message)
  const hint = Object.hasOwn(CATALOGUE, code) ? CATALOGUE[code as ErrorCode].hint : undefined
  return hint === undefined ? sent : sent.setHint(hint)
}

/** An error about one path as a failure. What is no `BlitError` is a bug, and thrown again. */
export function failureOf(error: unknown, path: string): pb.Failure {
  if (!isBlitError(error)) throw error
  const sent = failureMessage({ path, code: error.code, message: error.message })
  return error.hint === undefined ? sent : sent.setHint(error.hint)
}
