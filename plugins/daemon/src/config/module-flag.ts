import { BlitError, displayPath } from '@blit/core'
import { isModuleName, MODULE_NAME_RULE, type ModuleConfig } from './config-keys.js'

/** Takes `NAME=PATH[:ro]` apart. Rejects with `E_USAGE`. */
export function parseModuleFlag(text: string): Pick<ModuleConfig, 'name' | 'path' | 'read_only'> {
  const equals = text.indexOf('=')
  const name = text.slice(0, Math.max(0, equals))
  const place = text.slice(equals + 1)
  const readOnly = place.endsWith(':ro')
  const path = readOnly ? place.slice(0, -':ro'.length) : place
  if (equals === -1 || path === '') throw refused(text, 'it is not NAME=PATH')
  if (!isModuleName(name)) throw refused(text, `'${displayPath(name)}' is no name: ${MODULE_NAME_RULE}`)
  return { name, path, read_only: readOnly }
}

function refused(text: string, why: string): BlitError {
  return new BlitError('E_USAGE', `--module ${displayPath(text)}: ${why}`, {
    hint: 'write for example --module backup=/srv/backup, or backup=/srv/backup:ro',
  })
}
