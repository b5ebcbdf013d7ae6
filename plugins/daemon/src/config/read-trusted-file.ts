import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { BlitError, displayPath, toFsPath } from '@blit/core'

const MAX_BYTES = 1024 * 1024
const WRITABLE_BY_OTHERS = 0o022

/**
 * The text of a file that decides about access. Refused with `E_CONFIG` where somebody else could have written it
 * (S18): it belongs to neither this user nor root, or group or others may write it.
 */
export function readTrustedFile(path: string): string {
  let fd: number
  try {
    fd = openSync(toFsPath(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw refused(path, missing ? 'there is no such file' : 'it cannot be read', {
      hint: missing ? '`blit daemon init` writes an example' : 'check its permissions',
      cause: error,
    })
  }

  try {
    const { mode, size, uid } = fstatSync(fd)
    if ((mode & constants.S_IFMT) !== constants.S_IFREG) throw refused(path, 'it is not a regular file')
    if (size > MAX_BYTES) throw refused(path, 'it is larger than 1 MiB')
    const self = process.getuid?.()
    if (self !== undefined && uid !== self && uid !== 0)
      throw refused(path, `it belongs to another user (${uid})`, { hint: 'give it to root or to yourself' })
    if (self !== undefined && (mode & WRITABLE_BY_OTHERS) !== 0)
      throw refused(path, 'others can write it', { hint: `chmod go-w ${displayPath(path)}` })
    return readFileSync(fd, 'utf8')
  } finally {
    closeSync(fd)
  }
}

function refused(path: string, why: string, options: { hint?: string; cause?: unknown } = {}): BlitError {
  return new BlitError('E_CONFIG', `${displayPath(path)}: ${why}`, { path, ...options })
}
