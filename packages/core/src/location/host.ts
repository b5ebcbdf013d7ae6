import { isIPv6 } from 'node:net'
import { BlitError } from '../errors/blit-error.js'
import { displayPath } from '../paths/display.js'

export interface HostAndPort {
  /** Without brackets. */
  readonly host: string
  readonly port?: number
}

// Names with an underscore or of other alphabets are no host names by RFC 1123, and are in use.
const HOST_NAME = /^[\p{L}\p{N}_](?:[\p{L}\p{N}._-]{0,253}[\p{L}\p{N}_.])?$/u
const BRACKETED = /^\[([^\]]*)\](?::(.*))?$/s

/** The HOST of `ping` and `modules`: `host[:port]` or `blit://host[:port]`, IPv6 in brackets. Rejects with `E_USAGE`. */
export function parseHost(text: string): HostAndPort {
  const refuse = (problem: string) =>
    new BlitError('E_USAGE', `'${displayPath(text)}' is no host: ${problem}`, {
      hint: 'write host, host:port, [IPv6 address]:port or blit://host:port',
    })
  const [, scheme, rest = text] = /^([a-z][a-z\d+.-]*):\/\/(.*)$/is.exec(text) ?? []
  if (scheme !== undefined && scheme.toLowerCase() !== 'blit')
    throw refuse(`${scheme}:// is not what a daemon speaks`)
  const authority = scheme === undefined ? rest : rest.replace(/\/$/, '')
  if (authority.includes('/')) throw refuse('a path has no place in it')
  const { host, port } = parseAuthority(authority, 'blit', refuse)
  if (host === undefined) throw refuse('it is empty')
  return { host, ...(port !== undefined && { port }) }
}

/**
 * What stands between '//' and the next '/'. For `blit` there has to be a host, without a user name; plugins'
 * schemes may call there what they like (a bucket, nothing at all), but a password is never taken (S18).
 */
export function parseAuthority(
  authority: string,
  scheme: string,
  refuse: (problem: string) => BlitError,
): Partial<HostAndPort> {
  const isBlit = scheme === 'blit'
  if (authority === '') {
    if (isBlit) throw refuse('it names no host')
    return {}
  }

  if (/:[^@]*@/.test(authority)) throw refuse('a password has no place on the command line')
  const bracketed = BRACKETED.exec(authority)
  const colon = authority.lastIndexOf(':')
  const host = bracketed?.[1] ?? (colon === -1 ? authority : authority.slice(0, colon))
  const port = bracketed === null ? (colon === -1 ? undefined : authority.slice(colon + 1)) : bracketed[2]
  if (bracketed !== null && !isIPv6(host)) throw refuse('what is in the brackets is no IPv6 address')
  if (bracketed === null) checkHost(host, isBlit, refuse)
  return { host, ...(port !== undefined && { port: parsePort(port, refuse) }) }
}

function checkHost(host: string, isBlit: boolean, refuse: (problem: string) => BlitError): void {
  if (isBlit && host.includes('@')) throw refuse('a user name has no place in it')
  if (host.includes(':')) throw refuse('an IPv6 address is written in brackets')
  const good = isBlit ? HOST_NAME.test(host) : /^[^\s\p{C}\\[\]]+$/u.test(host)
  if (!good) throw refuse(`'${displayPath(host)}' is no host name`)
}

function parsePort(text: string, refuse: (problem: string) => BlitError): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65_535) throw refuse(`'${displayPath(text)}' is no port from 1 to 65535`)
  return port
}
