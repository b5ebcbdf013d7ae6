import { CATALOGUE, displayPath, toBytes, type ErrorCode, type Failure } from '@blit/core'
import { MAX_TEXT_LENGTH } from './limits.js'
import { pb } from './stubs.js'
import { checkWirePath } from './wire-path.js'

const MAX_EXIT = 255

/** A failure of a path, with what can be done about it. */
export function encodeFailure({ code, message, path }: Failure): pb.Failure {
  const hint = isKnown(code) ? CATALOGUE[code].hint : undefined
  return new pb.Failure()
    .setPath(toBytes(path))
    .setCode(code)
    .setMessage(shortened(message))
    .setHint(hint ?? '')
}

/** At its end a message says what is wrong; the path at its beginning may be longer than a message. */
function shortened(message: string): string {
  if (message.length <= MAX_TEXT_LENGTH) return message
  const kept = (MAX_TEXT_LENGTH - 3) / 2
  return `${message.slice(0, Math.ceil(kept))}...${message.slice(-Math.floor(kept))}`
}

/**
 * What a peer reports. Its code becomes `otherwise` if this side does not know it, and its message is made fit to be printed
 * (S21). Throws `E_PROTOCOL` for a path that is none.
 */
export function decodeFailure(failure: pb.Failure, otherwise: ErrorCode): Failure {
  const code = failure.getCode()
  return {
    path: checkWirePath(failure.getPath_asU8()),
    code: isKnown(code) ? code : otherwise,
    message: displayPath(failure.getMessage().slice(0, MAX_TEXT_LENGTH)),
  }
}

/**
 * The exit code of what ended a call or a session, where it says one that fails: 256 would make a success of it. Else the
 * catalogue's holds.
 */
export function decodeExit(failure: pb.Failure): { readonly exit?: number } {
  const exit = failure.getExit()
  return exit >= 1 && exit <= MAX_EXIT ? { exit } : {}
}

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(CATALOGUE, code)
}
