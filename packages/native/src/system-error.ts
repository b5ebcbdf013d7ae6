import { constants } from 'node:os'
import { getSystemErrorMap } from 'node:util'

import type { NativePath, SystemError } from './native.js'

/** The error `fs` would throw for this errno (positive, as libc counts). */
export function systemError(
  errno: number,
  syscall: string,
  path?: NativePath,
  dest?: NativePath,
): SystemError {
  const [code, text] = describe(errno)
  const from = path === undefined ? '' : ` '${path.toString()}'`
  const to = dest === undefined ? '' : ` -> '${dest.toString()}'`
  const error = new Error(`${code}: ${text}, ${syscall}${from}${to}`) as SystemError
  error.errno = -errno
  error.code = code
  error.syscall = syscall
  if (path !== undefined) error.path = path.toString()
  if (dest !== undefined) error.dest = dest.toString()
  return error
}

/** The name `fs` uses first (ENOTSUP, not EOPNOTSUPP; EAGAIN, not EWOULDBLOCK), then any that the platform has. */
function describe(errno: number): [code: string, text: string] {
  const known = getSystemErrorMap().get(-errno)
  if (known) return known
  const code = Object.entries(constants.errno).find(([, value]) => value === errno)?.[0]
  return [code ?? 'UNKNOWN', `system error ${errno}`]
}
