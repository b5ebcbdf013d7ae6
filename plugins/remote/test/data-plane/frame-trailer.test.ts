import { expect } from 'chai'

import { decodeTrailer, encodeTrailer, STATUSES, TRAILER_BYTES } from '../../dist/data-plane/frame-trailer.js'
import { thrownBy } from './support/thrown-by.js'

const HASH = Buffer.from('0123456789abcdef')

describe('the frame trailer', () => {
  it('is byte for byte what docs/wire.md says', () => {
    expect(encode(2, HASH).toString('hex')).to.equal(`0200000000000000${HASH.toString('hex')}`)
    expect(encode(1).toString('hex')).to.equal('01000000' + '00'.repeat(20))
  })

  it('comes back as it went', () => {
    for (const [number, status] of STATUSES.entries()) {
      expect(decodeTrailer(encode(number, HASH), true)).to.deep.equal({ status, hash: HASH })
      expect(decodeTrailer(encode(number), false).status).to.equal(status)
    }
  })

  it('is refused with another status, with unknown bits, or with a hash that was not announced', () => {
    for (const at of [0, 3, 4, 7]) {
      const bytes = encode(0, HASH)
      bytes[at] = STATUSES.length
      expect(thrownBy(() => decodeTrailer(bytes, true)).code).to.equal('E_PROTOCOL')
    }

    expect(thrownBy(() => decodeTrailer(encode(0, HASH), false)).code).to.equal('E_PROTOCOL')
  })

  function encode(status: number, hash?: Buffer): Buffer {
    const bytes = Buffer.alloc(TRAILER_BYTES, 0xff)
    encodeTrailer(bytes, 0, STATUSES[status] ?? 'ok', hash)
    return bytes
  }
})
