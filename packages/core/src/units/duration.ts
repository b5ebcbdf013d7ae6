import { badUnit, scaleDecimal } from './size.js'

const UNIT_NS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
  w: 604_800_000_000_000n,
}

/** Up to here times of files go in 64 bits: 292 years. */
const MAX_NS = 2n ** 63n - 1n
const PART = /(\d{1,20})(?:\.(\d{1,20}))?([a-zµ]{1,2})/y

/**
 * Nanoseconds of a duration as a user writes it: `90s`, `1h30m`, `1.5d`, `100ms`, `2us`, `0`. Units are ns us
 * ms s m h d w. Rejects with `E_USAGE`.
 */
export function parseDuration(text: string): bigint {
  return (
    readDuration(text) ??
    reject('duration', text, "write a number and a unit, as in '90s', '5m', '1h30m', '100ms' or '1us'")
  )
}

/** Nanoseconds of an age: a duration in s m h d w. Rejects with `E_USAGE`. */
export function parseAge(text: string): bigint {
  const found = /[nuµ]s|ms/.test(text) ? undefined : readDuration(text)
  return found ?? reject('age', text, "write a number and s, m, h, d or w, as in '90s', '12h', '30d' or '2w'")
}

function reject(what: string, text: string, hint: string): never {
  throw badUnit(what, text, hint)
}

function readDuration(text: string): bigint | undefined {
  if (text === '0') return 0n
  let total = 0n
  let at = 0
  do {
    PART.lastIndex = at
    const match = PART.exec(text)
    if (match === null) return undefined
    const [part, whole = '', fraction = '', unit = ''] = match
    const factor = UNIT_NS[unit === 'µs' ? 'us' : unit]
    if (factor === undefined) return undefined
    total += scaleDecimal(whole, fraction, factor)
    at += part.length
  } while (at < text.length)

  return total > MAX_NS ? undefined : total
}
