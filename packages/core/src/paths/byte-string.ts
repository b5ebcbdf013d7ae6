/**
 * Byte strings: names of any bytes in a JavaScript string. Bytes that are not valid UTF-8 are lone
 * surrogates U+DC80..U+DCFF (the scheme of Python's `surrogateescape`, PEP 383); everything else is itself.
 */

const ESCAPED = /[\uDC80-\uDCFF]/
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The byte string of raw bytes. Never fails; `toBytes` gives the same bytes back. */
export function fromBytes(bytes: Uint8Array): string {
  try {
    return strictDecoder.decode(bytes)
  } catch {
    return decodeLeniently(bytes)
  }
}

/** The bytes of a byte string. */
export function toBytes(text: string): Buffer {
  if (!hasEscapes(text)) return Buffer.from(text, 'utf8')
  const parts: Buffer[] = []
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd8_00 && unit <= 0xdb_ff && isLow(text.charCodeAt(i + 1))) i++
    else if (unit >= 0xdc_80 && unit <= 0xdc_ff) {
      parts.push(Buffer.from(text.slice(start, i), 'utf8'), Buffer.of(unit - 0xdc_00))
      start = i + 1
    }
  }

  parts.push(Buffer.from(text.slice(start), 'utf8'))
  return Buffer.concat(parts)
}

/** What `fs` takes for this path: the string itself, or its bytes where a string could not carry them. */
export function toFsPath(text: string): Buffer | string {
  return ESCAPED.test(text) && hasEscapes(text) ? toBytes(text) : text
}

/** Length in bytes. */
export function byteLength(text: string): number {
  return hasEscapes(text) ? toBytes(text).length : Buffer.byteLength(text, 'utf8')
}

/** Whether any byte of it is not UTF-8 (a lone low surrogate in U+DC80..U+DCFF). */
export function hasEscapes(text: string): boolean {
  if (!ESCAPED.test(text)) return false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd8_00 && unit <= 0xdb_ff && isLow(text.charCodeAt(i + 1))) i++
    else if (unit >= 0xdc_80 && unit <= 0xdc_ff) return true
  }

  return false
}

function isLow(unit: number): boolean {
  return unit >= 0xdc_00 && unit <= 0xdf_ff
}

function decodeLeniently(bytes: Uint8Array): string {
  let out = ''
  let i = 0
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i)
    if (length === 0) {
      out += String.fromCharCode(0xdc_00 + (bytes[i] ?? 0))
      i++
    } else {
      out += strictDecoder.decode(bytes.subarray(i, i + length))
      i += length
    }
  }

  return out
}

/** Length of the valid UTF-8 sequence at `i`, or 0 (Unicode 15, table 3-7). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i] ?? 0
  if (first < 0x80) return 1
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0
  if (length === 0 || i + length > bytes.length) return 0
  try {
    strictDecoder.decode(bytes.subarray(i, i + length))
    return length
  } catch {
    return 0
  }
}
