import { expect } from 'chai'
import { xxh3 } from '@node-rs/xxhash'

import { PayloadHash } from '../../dist/data-plane/payload-hash.js'

describe('the hash of a payload', () => {
  const seeds = { a: 1n, b: 0xffff_ffff_ffff_fffen }
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7919) & 0xff))

  it('is XXH3 of 64 bits by the one seed, then by the other', () => {
    const expected = Buffer.alloc(16)
    expected.writeBigUInt64LE(xxh3.xxh64(bytes, seeds.a), 0)
    expected.writeBigUInt64LE(xxh3.xxh64(bytes, seeds.b), 8)
    const hash = new PayloadHash(seeds)
    hash.update(bytes)
    expect(hash.digest()).to.deep.equal(expected)
  })

  it('starts anew after each digest and does not mind parts', () => {
    const hash = new PayloadHash(seeds)
    hash.update(bytes)
    const whole = Buffer.from(hash.digest())
    for (let at = 0; at < bytes.length; at += 10_007) hash.update(bytes.subarray(at, at + 10_007))
    expect(hash.digest()).to.deep.equal(whole)
    expect(hash.digest()).not.to.deep.equal(whole)
  })
})
