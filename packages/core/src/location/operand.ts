import type { Location } from '../contract/transport.js'
import { BlitError } from '../errors/blit-error.js'
import { displayPath } from '../paths/display.js'
import { parseAuthority } from './host.js'
import { splitLocalPath } from './local-path.js'
import { decodePercent } from './percent.js'

export interface OperandOptions {
  /** Whose rules local paths follow; `process.platform` by default. */
  readonly platform?: NodeJS.Platform
}

const URL_FORM = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/]*)(.*)$/s
const SHORT_FORM = /^(\[[^\]]*\]|[^/:]+):(?:(\d+):)?(\/.*)$/s
const LOCAL_HOSTS: ReadonlySet<string> = new Set(['', 'localhost'])

/**
 * Takes an operand, a byte string, apart:
 *
 * | form | is |
 * |---|---|
 * | `SCHEME://host[:port]/path` | what the plugin of SCHEME serves; percent-decoded once |
 * | `file:///path` | a local path; percent-decoded once |
 * | `host:/path`, `host:PORT:/path` | the same as `blit://`, never decoded |
 * | anything else | a local path |
 *
 * Windows drives, `\\server\share` and `\` as a separator exist on win32 only; there one letter before ':' is
 * always a drive. In remote paths '.' and repeated slashes are taken away, and '..' is refused; in local ones
 * everything but the end stays as it is, because of symlinks. Rejects with `E_USAGE`. Pure.
 */
export function parseOperand(text: string, options: OperandOptions = {}): Location {
  const platform = options.platform ?? process.platform
  if (text === '') throw refused(text, 'it is empty', "the current directory is written '.'")
  if (text.includes('\0')) throw refused(text, 'it holds a NUL')
  return parseUrl(text, platform) ?? parseShort(text, platform) ?? parseLocal(text, text, platform)
}

function parseUrl(text: string, platform: NodeJS.Platform): Location | undefined {
  const [, name = '', authority = '', rawPath = ''] = URL_FORM.exec(text) ?? []
  if (name === '' || (platform === 'win32' && name.length === 1)) return undefined
  const scheme = name.toLowerCase()
  const path = decodePercent(rawPath, (problem) => refused(text, problem))
  if (scheme === 'file') return parseFileUrl(text, authority, path, platform)
  const place = parseAuthority(authority, scheme, (problem) => refused(text, problem))
  return { scheme, ...place, ...splitRemotePath(path, text), text }
}

function parseFileUrl(text: string, authority: string, path: string, platform: NodeJS.Platform): Location {
  const isWindows = platform === 'win32'
  if (!LOCAL_HOSTS.has(authority.toLowerCase())) {
    if (!isWindows) throw refused(text, 'a file URL names no host', 'write file:///path')
    return parseLocal(text, `\\\\${authority}${path}`, platform)
  }

  if (path === '') throw refused(text, 'it has no path', 'write file:///path')
  return parseLocal(text, isWindows && /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path, platform)
}

function parseShort(text: string, platform: NodeJS.Platform): Location | undefined {
  const [, host = '', port, path = ''] = SHORT_FORM.exec(text) ?? []
  if (host === '') return undefined
  if (platform === 'win32' && (host.length === 1 || host.includes('\\'))) return undefined
  const authority = port === undefined ? host : `${host}:${port}`
  const place = parseAuthority(authority, 'blit', (problem) =>
    refused(text, problem, `a local path of this form is written ./${displayPath(text)}`),
  )
  return { scheme: 'blit', ...place, ...splitRemotePath(path, text), text }
}

function parseLocal(text: string, path: string, platform: NodeJS.Platform): Location {
  return { scheme: 'file', ...splitLocalPath(path, platform), text }
}

function splitRemotePath(raw: string, text: string): { path: string; trailingSlash: boolean } {
  const components = raw.split('/')
  if (components.includes('..')) throw refused(text, "'..' in a remote path", 'write the path without it')
  const last = components.at(-1)
  return {
    path: components.filter((component) => component !== '' && component !== '.').join('/'),
    trailingSlash: components.length > 1 && (last === '' || last === '.'),
  }
}

function refused(text: string, problem: string, hint?: string): BlitError {
  // A password the user did write is not repeated.
  const shown = text.replace(/(:\/\/[^/@:]*):[^/]*@/, '$1:***@')
  return new BlitError('E_USAGE', `'${displayPath(shown)}' is refused: ${problem}`, { path: shown, hint })
}
