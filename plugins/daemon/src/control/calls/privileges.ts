import { BlitError, displayPath, type Entry, type Metadata } from '@blit/core'
import type { ModuleSettings } from '../../config/settings.js'

const SETUID_AND_SETGID = 0o6000
/** Attributes by which nobody gains anything; others, `security.capability` for one, are as good as a setuid bit. */
const HARMLESS = /^(?:user\.|system\.posix_acl_(?:access|default)$)/

/** Refuses metadata that the module does not let clients set (S14). */
export function checkMetadata(
  { gid, mode, uid, xattrs }: Metadata,
  module: ModuleSettings,
  path: string,
): void {
  if ((uid !== undefined || gid !== undefined) && !module.allow_owner)
    throw refused(path, 'owners', 'allow_owner')
  if (((mode ?? 0) & SETUID_AND_SETGID) !== 0 && !module.allow_setuid)
    throw refused(path, 'setuid and setgid bits', 'allow_setuid')
  const risky = [...(xattrs?.keys() ?? [])].find((name) => !HARMLESS.test(name))
  if (risky !== undefined && !module.allow_setuid)
    throw refused(path, `the attribute ${displayPath(risky)}`, 'allow_setuid')
}

/** Refuses device nodes where the module does not let clients make them: a disk is read and written through one. */
export function checkSpecial({ type }: Entry, module: ModuleSettings, path: string): void {
  if (!['fifo', 'socket', 'char-device', 'block-device'].includes(type))
    throw new BlitError('E_PROTOCOL', `a ${type} is not made this way`)
  if (type.endsWith('-device') && !module.allow_devices) throw refused(path, 'devices', 'allow_devices')
}

function refused(path: string, what: string, key: string): BlitError {
  return new BlitError('E_METADATA', `${displayPath(path)}: the module does not let clients set ${what}`, {
    path,
    hint: `${key} = true in the daemon's config permits it`,
  })
}
