import { protocolError } from './protocol-error.js'

const NANOS_PER_SECOND = 1_000_000_000
const MAX_INT64 = 2n ** 63n - 1n
const MIN_INT64 = -(2n ** 63n)

/** A time on the wire. */
export interface WireTime {
  /** Since 1970, rounded down. */
  readonly seconds: number
  /** What is left, below 10^9. */
  readonly nanos: number
}

/** Nanoseconds since 1970, exactly. */
export function encodeTime(ns: bigint): WireTime {
  const rest = ns % 1_000_000_000n
  const nanos = Number(rest < 0n ? rest + 1_000_000_000n : rest)
  return { seconds: Number((ns - BigInt(nanos)) / 1_000_000_000n), nanos }
}

/** Throws `E_PROTOCOL` for what is no time. */
export function decodeTime(seconds: number, nanos: number): bigint {
  if (!Number.isSafeInteger(seconds) || nanos >= NANOS_PER_SECOND) throw protocolError('a time that is none')
  return BigInt(seconds) * 1_000_000_000n + BigInt(nanos)
}

/**
 * `encodeTime` of many: into `seconds` and `nanos`, in doubles, as dividing bigints costs more than everything else that is
 * done with an entry.
 */
export class TimeSplitter {
  private readonly ns = new BigInt64Array(1)
  private readonly words = new Uint32Array(this.ns.buffer)
  private readonly signed = new Int32Array(this.ns.buffer)

  split(time: bigint, i: number, seconds: Float64Array, nanos: Uint32Array): void {
    if (time > MAX_INT64 || time < MIN_INT64) {
      const slow = encodeTime(time)
      seconds[i] = slow.seconds
      nanos[i] = slow.nanos
      return
    }

    // Long division by 10^9 of a signed word of 32 bits and two of 16.
    this.ns[0] = time
    const low = this.words[LOW] as number
    const high = this.signed[HIGH] as number
    const first = Math.floor(high / NANOS_PER_SECOND)
    let rest = (high - first * NANOS_PER_SECOND) * 65_536 + (low >>> 16)
    const second = Math.floor(rest / NANOS_PER_SECOND)
    rest = (rest - second * NANOS_PER_SECOND) * 65_536 + (low & 0xff_ff)
    const third = Math.floor(rest / NANOS_PER_SECOND)
    seconds[i] = first * 4_294_967_296 + second * 65_536 + third
    nanos[i] = rest - third * NANOS_PER_SECOND
  }
}

/** `decodeTime` of many, whose `nanos` are checked. */
export class TimeJoiner {
  private readonly ns = new BigInt64Array(1)
  private readonly words = new Int32Array(this.ns.buffer)

  join(seconds: number, nanos: number): bigint {
    if (Math.abs(seconds) > MAX_SHORT_SECONDS) return decodeTime(seconds, nanos)
    // The product in words: of 16 bits, 16 bits, and the signed rest.
    const upper = Math.floor(seconds / 65_536)
    const lower = (seconds - upper * 65_536) * NANOS_PER_SECOND + nanos
    const carry = Math.floor(lower / 65_536)
    const rest = upper * NANOS_PER_SECOND + carry
    const high = Math.floor(rest / 65_536)
    this.words[LOW] = (rest - high * 65_536) * 65_536 + (lower - carry * 65_536)
    this.words[HIGH] = high
    return this.ns[0] as bigint
  }
}

/** Times this near to 1970 have their nanoseconds in 64 bits. */
const MAX_SHORT_SECONDS = 9_000_000_000

// Which word of 64 bits is which.
const LOW = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1
const HIGH = 1 - LOW
