import { BlockList, isIP } from 'node:net'

/** Addresses that no packet leaves this machine for (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3). */
const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')
LOOPBACK.addSubnet('::ffff:127.0.0.0', 104, 'ipv6')

/** Whether an address is one of this machine alone. A name is none. */
export function isLoopback(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && LOOPBACK.check(address.replace(/%.*$/, ''), family === 6 ? 'ipv6' : 'ipv4')
}
