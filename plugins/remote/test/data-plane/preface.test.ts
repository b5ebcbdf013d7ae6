import { expect } from 'chai'

import { ACK_BYTES, checkAck, encodeAck } from '../../dist/data-plane/ack.js'
import { decodePreface, encodePreface, PREFACE_BYTES, provesToken } from '../../dist/data-plane/preface.js'
import { thrownBy } from './support/thrown-by.js'

const SESSION = Buffer.from('0123456789abcdef')
const TOKEN = Buffer.alloc(32, 7)

describe('the preface', () => {
  it('is byte for byte what docs/wire.md says', () => {
    const bytes = encodePreface(SESSION, TOKEN, 0x1_02)
    expect(bytes.toString('hex')).to.equal(
      `${'424c5432 01 00 0201'.replaceAll(' ', '')}${SESSION.toString('hex')}${MAC_OF_STREAM_258}`,
    )
  })

  it('S15: proves the token for its own session and stream, and does not show it', () => {
    const bytes = encodePreface(SESSION, TOKEN, 3)
    const preface = decodePreface(bytes)
    expect(preface).to.deep.include({ stream: 3, sessionId: SESSION })
    expect(provesToken(preface, TOKEN)).to.equal(true)
    expect(provesToken(preface, Buffer.alloc(32, 8))).to.equal(false)
    expect(provesToken({ ...preface, stream: 4 }, TOKEN)).to.equal(false)
    expect(provesToken({ ...preface, sessionId: Buffer.alloc(16) }, TOKEN)).to.equal(false)
    expect(bytes.includes(TOKEN.subarray(0, 4))).to.equal(false)
  })

  it('S15: is refused with any one bit turned', () => {
    const good = encodePreface(SESSION, TOKEN, 3)
    for (let bit = 0; bit < PREFACE_BYTES * 8; bit++) {
      const bytes = Buffer.from(good)
      bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7))
      expect(isAccepted(bytes), `bit ${bit}`).to.equal(false)
    }

    expect(isAccepted(good)).to.equal(true)
  })

  it('is refused in any other length', () => {
    const good = encodePreface(SESSION, TOKEN, 0)
    for (const bytes of [good.subarray(1), good.subarray(0, -1), Buffer.concat([good, Buffer.alloc(1)])])
      expect(thrownBy(() => decodePreface(bytes)).code).to.equal('E_PROTOCOL')
  })

  function isAccepted(bytes: Buffer): boolean {
    try {
      const preface = decodePreface(bytes)
      return preface.sessionId.equals(SESSION) && provesToken(preface, TOKEN)
    } catch (error) {
      expect((error as { code: string }).code).to.equal('E_PROTOCOL')
      return false
    }
  }
})

describe('the ack', () => {
  it('is byte for byte what docs/wire.md says', () => {
    expect(encodeAck().toString('hex')).to.equal('424c5441 01 000000'.replaceAll(' ', ''))
    checkAck(encodeAck())
  })

  it('is nothing else', () => {
    for (let at = 0; at < ACK_BYTES; at++) {
      const bytes = encodeAck()
      bytes[at] = (bytes[at] as number) ^ 1
      expect(thrownBy(() => checkAck(bytes)).code).to.equal('E_PROTOCOL')
    }

    expect(thrownBy(() => checkAck(encodeAck().subarray(1))).code).to.equal('E_PROTOCOL')
  })
})

// HMAC-SHA256 with 32 bytes of 7 over '0123456789abcdef' and 02 01, by openssl
const MAC_OF_STREAM_258 = '60ca60769f773a239e0bea8e91cce57270f7cd6a53742ef60bf2a5d0039988da'
