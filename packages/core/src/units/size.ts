import { BlitError } from '../errors/blit-error.js'
import { displayPath } from '../paths/display.js'

const FACTORS: Readonly<Record<string, bigint>> = {
  '': 1n,
  k: 1000n,
  m: 1000n ** 2n,
  g: 1000n ** 3n,
  t: 1000n ** 4n,
  ki: 1024n,
  mi: 1024n ** 2n,
  gi: 1024n ** 3n,
  ti: 1024n ** 4n,
}

const SIZE = /^(\d{1,20})(?:\.(\d{1,20}))?([kmgt]i?)?b?$/i

/**
 * Bytes of a size as a user writes it: `4096`, `10K`, `1.5Gi`, `2MB`. K M G T are powers of 1000, Ki Mi Gi Ti of
 * 1024, in any case. Exact; a part of a byte is cut off. Rejects with `E_USAGE`, also above 2^53 - 1.
 */
export function parseSize(text: string): number {
  const bytes = readSize(text)
  if (bytes === undefined)
    throw badUnit('size', text, "write a number and K, M, G, T, Ki, Mi, Gi or Ti, as in '500K' or '1.5Gi'")
  if (bytes > BigInt(Number.MAX_SAFE_INTEGER))
    throw badUnit('size', text, 'it is larger than 9007199254740991 bytes')
  return Number(bytes)
}

/** The `E_USAGE` for a value with a unit. */
export function badUnit(what: string, text: string, hint: string): BlitError {
  return new BlitError('E_USAGE', `'${displayPath(text.slice(0, 80))}' is no ${what}: ${hint}`)
}

/** Bytes of a size of any length, or undefined where the text is none. */
export function readSize(text: string): bigint | undefined {
  const match = SIZE.exec(text)
  if (match === null) return undefined
  const [, whole = '', fraction = '', unit = ''] = match
  return scaleDecimal(whole, fraction, FACTORS[unit.toLowerCase()] ?? 1n)
}

/** `whole.fraction * factor`, exact and then cut off. */
export function scaleDecimal(whole: string, fraction: string, factor: bigint): bigint {
  return (BigInt(whole + fraction) * factor) / 10n ** BigInt(fraction.length)
}
