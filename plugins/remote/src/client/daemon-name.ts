import { displayPath, type HostAndPort } from '@blit/core'
import { DEFAULT_PORT } from '../protocol/limits.js'

/** What to call a daemon in messages, and a key for it: `host:port`, IPv6 in brackets. */
export function daemonName({ host, port = DEFAULT_PORT }: HostAndPort): string {
  const name = displayPath(host.toLowerCase())
  return name.includes(':') ? `[${name}]:${port}` : `${name}:${port}`
}
