import process from 'node:process'
import { checkName, checkRelativePath, displayPath, fromBytes, isBlitError } from '@blit/core'
import { MAX_PATH_BYTES, MAX_PATH_PARTS } from './limits.js'
import { protocolError } from './protocol-error.js'

/**
 * A path that a peer sent, as a byte string: nothing decodes it further (S12). '' is the root it is relative to. Throws `E_PROTOCOL`
 * for one that is absolute, has an empty part, `.`, `..` or NUL in it, is longer than 64 KiB or has more than 4,096
 * parts (S11); on Windows also for one with a drive or a backslash.
 */
export function checkWirePath(bytes: Uint8Array, platform: NodeJS.Platform = process.platform): string {
  if (bytes.length > MAX_PATH_BYTES) throw protocolError('a path longer than 64 KiB')
  const path = fromBytes(bytes)
  asProtocolError(() => checkRelativePath(path))
  const parts = path.split('/')
  if (parts.length > MAX_PATH_PARTS) throw protocolError(`a path of more than ${MAX_PATH_PARTS} parts`)
  if (platform === 'win32') for (const part of parts) checkWindowsPart(part)
  return path
}

/** One part of a path that a peer sent, by the same rules. */
export function checkWireName(bytes: Uint8Array, platform: NodeJS.Platform = process.platform): string {
  if (bytes.length > MAX_PATH_BYTES) throw protocolError('a name longer than 64 KiB')
  const name = fromBytes(bytes)
  asProtocolError(() => checkName(name))
  if (platform === 'win32') checkWindowsPart(name)
  return name
}

/** What Windows would take for more than a name of this directory. */
function checkWindowsPart(part: string): void {
  if (part.includes('\\') || /^[a-z]:/i.test(part))
    throw protocolError(`'${displayPath(part)}', which leads elsewhere on Windows`)
}

function asProtocolError(rule: () => void): void {
  try {
    rule()
  } catch (error) {
    if (!isBlitError(error)) throw error
    throw protocolError(`a ${error.message}`, error)
  }
}
