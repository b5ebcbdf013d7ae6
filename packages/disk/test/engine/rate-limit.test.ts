import { expect } from 'chai'

import { RateLimit } from '../../dist/engine/rate-limit.js'

const MIB = 1024 * 1024
const RATE = 200 * MIB
const FILE_BYTES = 4096
const SECOND_NS = 1e9

describe('a limit of the rate', () => {
  let clockNs: number
  let sleeps: number

  /** Moves so much in so many files by threads in turn, on a machine whose sleeps are that much too long. */
  function move(bytes: number, { threads = 1, lateNs = 0 } = {}): number {
    clockNs = SECOND_NS
    sleeps = 0
    const words = new BigInt64Array(new SharedArrayBuffer(8))
    const limits = Array.from({ length: threads }, () => new RateLimit(words, RATE, () => BigInt(clockNs)))
    for (let moved = 0; moved < bytes; moved += FILE_BYTES) {
      const limit = limits[(moved / FILE_BYTES) % threads] as RateLimit
      const waitMs = limit.take(FILE_BYTES)
      if (waitMs === 0) continue
      sleeps++
      clockNs += Math.ceil(waitMs * 1e6) + lateNs
    }

    return (clockNs - SECOND_NS) / SECOND_NS
  }

  it('is kept to', () => {
    expect(move(10 * RATE)).to.be.within(9.9, 10.1)
  })

  it('is reached with small files though sleeps are too long, and with few sleeps', () => {
    expect(move(10 * RATE, { lateNs: 100_000 })).to.be.within(9.9, 10.1)
    // A sleep a file would be half a million.
    expect(sleeps).to.be.below(10_100)
  })

  it('is kept to by all threads together', () => {
    expect(move(10 * RATE, { threads: 4 })).to.be.within(9.9, 10.1)
  })

  it('gives no credit for a long time without work', () => {
    const words = new BigInt64Array(new SharedArrayBuffer(8))
    clockNs = 3600 * SECOND_NS
    expect(new RateLimit(words, RATE, () => BigInt(clockNs)).take(RATE)).to.be.within(900, 1000)
  })

  it('is in steps of a tenth of a second, of a byte at least', () => {
    const words = new BigInt64Array(new SharedArrayBuffer(8))
    expect(new RateLimit(words, RATE).stepBytes).to.equal(20 * MIB)
    expect(new RateLimit(words, 1).stepBytes).to.equal(1)
  })
})
