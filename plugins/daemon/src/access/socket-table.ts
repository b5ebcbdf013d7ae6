import { isIPv4, isIPv6 } from 'node:net'
import { endianness } from 'node:os'

/** Two ends of a TCP connection on this machine. */
export interface Ends {
  readonly local: { readonly address: string; readonly port: number }
  readonly remote: { readonly address: string; readonly port: number }
}

/**
 * The user whose socket is at the local end of a connection, by the text of /proc/net/tcp or tcp6 (proc_net_tcp(5)). Undefined
 * where there is no such socket, or no process has it any more: then the kernel may say root.
 */
export function ownerIn(table: string, { local, remote }: Ends): number | undefined {
  for (const spell of [hexIPv4, hexIPv6]) {
    const ends = [spell(local.address), spell(remote.address)] as const
    if (ends[0] === undefined || ends[1] === undefined) continue
    const row = `: ${ends[0]}:${hexPort(local.port)} ${ends[1]}:${hexPort(remote.port)} `
    const start = table.indexOf(row)
    if (start === -1) continue
    // state, queues, timer, retransmits, uid, timeout, inode
    const fields = table.slice(start + row.length, start + row.length + 200).split(/\s+/)
    const [uid, inode] = [Number(fields[4]), Number(fields[6])]
    return Number.isSafeInteger(uid) && inode > 0 ? uid : undefined
  }

  return undefined
}

function hexPort(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0')
}

/** In words of 4 bytes, as this machine has them in memory. */
function hex(bytes: Buffer): string {
  const ordered = Buffer.from(bytes)
  if (endianness() === 'LE') ordered.swap32()
  return ordered.toString('hex').toUpperCase()
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

function hexIPv4(address: string): string | undefined {
  const plain = MAPPED.exec(address)?.[1] ?? address
  return isIPv4(plain) ? hex(Buffer.from(plain.split('.').map(Number))) : undefined
}

/** IPv4 as a socket of IPv6 has it, too: to it a connection to 127.0.0.1 is one to ::ffff:127.0.0.1. */
function hexIPv6(address: string): string | undefined {
  const bytes = Buffer.alloc(16)
  const plain = MAPPED.exec(address)?.[1] ?? address
  if (isIPv4(plain)) {
    bytes.writeUInt16BE(0xffff, 10)
    Buffer.from(plain.split('.').map(Number)).copy(bytes, 12)
    return hex(bytes)
  }

  if (!isIPv6(plain)) return undefined
  const [head = '', tail] = plain.replace(/%.*$/, '').split('::')
  const words = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((word) => Number.parseInt(word, 16))
  const before = words(head)
  const after = words(tail ?? '')
  for (const [i, word] of before.entries()) bytes.writeUInt16BE(word, i * 2)
  for (const [i, word] of after.entries()) bytes.writeUInt16BE(word, 16 - (after.length - i) * 2)
  return hex(bytes)
}
