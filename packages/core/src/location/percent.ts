import type { BlitError } from '../errors/blit-error.js'
import { fromBytes, toBytes } from '../paths/byte-string.js'

const PERCENT = 0x25
const HEX_PAIR = /^[0-9A-Fa-f]{2}$/

/**
 * A URL's path, a byte string, percent-decoded once: `%FF` is that byte. What would be a separator or an end
 * only after decoding, `%2F` and `%00`, is refused with what `refuse` makes of the problem (RFC 3986, section 2).
 */
export function decodePercent(path: string, refuse: (problem: string) => BlitError): string {
  if (!path.includes('%')) return path
  const bytes = toBytes(path)
  const decoded: number[] = []
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte !== PERCENT) {
      decoded.push(byte)
      continue
    }

    const digits = bytes.toString('latin1', i + 1, i + 3)
    if (!HEX_PAIR.test(digits))
      throw refuse("a '%' that no two hex digits follow; the character itself is written %25")
    const value = Number.parseInt(digits, 16)
    if (value === 0x2f || value === 0) throw refuse(`%${digits} cannot be part of a name`)
    decoded.push(value)
    i += 2
  }

  return fromBytes(Uint8Array.from(decoded))
}
