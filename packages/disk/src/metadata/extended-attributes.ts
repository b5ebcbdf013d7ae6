import { fromBytes, toFsPath, type PreserveRules } from '@blit/core'
import type { Native } from '@blit/native'

import { errnoOf } from '../directory/failure-of.js'

export type Xattrs = ReadonlyMap<string, Buffer>

const ACLS = new Set(['system.posix_acl_access', 'system.posix_acl_default'])

/** Whether these rules want any attribute read. */
export function keepsXattrs(preserve: PreserveRules): boolean {
  return preserve.xattrs || preserve.acls
}

/** The attributes of an open file or directory that the rules keep. ACLs are attributes too. */
export function readXattrs(native: Native, fd: number, preserve: PreserveRules): Xattrs {
  const found = new Map<string, Buffer>()
  for (const raw of native.listXattrs(fd)) {
    const name = typeof raw === 'string' ? raw : fromBytes(raw)
    if (!isKept(name, preserve)) continue
    try {
      found.set(name, native.getXattr(fd, raw))
    } catch (error) {
      // Removed since it was listed, or not for this user to read: as far as permitted.
      if (!['EACCES', 'ENODATA', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM'].includes(errnoOf(error) ?? '')) throw error
    }
  }

  return found
}

/**
 * Makes the kept attributes of an open file or directory exactly `wanted`. Returns what could not be set
 * for want of permission or support.
 */
export function applyXattrs(native: Native, fd: number, wanted: Xattrs, preserve: PreserveRules): string[] {
  const refused: string[] = []
  const present = readXattrs(native, fd, preserve)
  const attempt = (name: string, change: () => void): void => {
    try {
      change()
    } catch (error) {
      const errno = errnoOf(error) ?? ''
      if (!['EACCES', 'ENODATA', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM'].includes(errno)) throw error
      if (errno !== 'ENODATA') refused.push(name)
    }
  }

  for (const name of present.keys())
    if (!wanted.has(name)) attempt(name, () => native.removeXattr(fd, toFsPath(name)))
  for (const [name, value] of wanted) {
    if (present.get(name)?.equals(value) !== true)
      attempt(name, () => native.setXattr(fd, toFsPath(name), value))
  }

  return refused
}

export function xattrsEqual(a: Xattrs, b: Xattrs): boolean {
  if (a.size !== b.size) return false
  for (const [name, value] of a) if (b.get(name)?.equals(value) !== true) return false
  return true
}

/** What of these the rules keep. */
export function keptXattrs(xattrs: Xattrs, preserve: PreserveRules): Xattrs {
  return new Map([...xattrs].filter(([name]) => isKept(name, preserve)))
}

/** Whether these rules keep the attribute with this name. */
function isKept(name: string, preserve: PreserveRules): boolean {
  if (ACLS.has(name)) return preserve.acls
  if (preserve.harmlessXattrs === true && !name.startsWith('user.')) return false
  // Labels of a security module are the machine's own, not the file's.
  return (
    preserve.xattrs && !name.startsWith('system.') && name !== 'security.selinux' && name !== 'security.ima'
  )
}
