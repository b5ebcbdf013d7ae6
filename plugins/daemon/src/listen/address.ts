import { isIP, isIPv6 } from 'node:net'

/** An IP address and a port. */
export interface Address {
  readonly host: string
  readonly port: number
}

/** Takes `ADDRESS:PORT` apart, IPv6 in brackets; undefined for anything else. */
export function parseAddress(text: string): Address | undefined {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text) ?? []
  const host = bracketed ?? plain ?? ''
  const port = Number(digits)
  const fits = bracketed === undefined ? isIP(host) === 4 : isIPv6(host)
  return fits && port <= 65_535 ? { host, port } : undefined
}

/** `ADDRESS:PORT`, IPv6 in brackets. */
export function formatAddress({ host, port }: Address): string {
  return isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`
}

/** Whether only this machine reaches an IP address. */
export function isLoopback(host: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(host)?.[1] ?? host
  if (isIP(mapped) === 4) return mapped.startsWith('127.')
  return isIPv6(host) && /^[0:]+:0*1$/.test(host)
}
