import { expect } from 'chai'

import {
  decodeFrameHeader,
  encodeFrameHeader,
  END_BYTES,
  FRAME,
  FRAME_HEADER_BYTES,
  type FrameHeader,
} from '../../dist/data-plane/frame-header.js'
import { thrownBy } from './support/thrown-by.js'

const BARE = { hashed: false, attempt: 0, index: 0, offset: 0, length: 0 }
const PIECE = { type: FRAME.piece, hashed: true, attempt: 2, index: 9, offset: 2 ** 40, length: 2 ** 33 + 5 }

describe('the frame header', () => {
  it('is byte for byte what docs/wire.md says', () => {
    expect(encode(PIECE).toString('hex')).to.equal(
      '02 01 0200 09000000 0000000000010000 0500000002000000'.replaceAll(' ', ''),
    )
  })

  it('comes back as it went', () => {
    const good: FrameHeader[] = [
      PIECE,
      { ...BARE, type: FRAME.piece, index: 2 ** 32 - 3, attempt: 65_535, length: 2 ** 53 - 1 },
      { ...BARE, type: FRAME.batch, hashed: true, index: 4096, length: 4096 * 12 },
      { ...BARE, type: FRAME.batch, index: 1, length: 1024 * 1024 + 1024 },
      { ...BARE, type: FRAME.fileEnd, attempt: 1, index: 7, offset: 2 ** 53 - 1 },
      { ...BARE, type: FRAME.held, attempt: 1, index: 7, offset: 2 ** 40 },
      { ...BARE, type: FRAME.nop },
      { ...BARE, type: FRAME.end, length: END_BYTES },
    ]
    for (const header of good) expect(decodeFrameHeader(encode(header))).to.deep.equal(header)
  })

  it('S11: is refused with a type, flag, count or length that no frame has', () => {
    const batch = { ...BARE, type: FRAME.batch, index: 1, length: 12 }
    const fileEnd = { ...BARE, type: FRAME.fileEnd }
    const held = { ...BARE, type: FRAME.held }
    const nop = { ...BARE, type: FRAME.nop }
    const end = { ...BARE, type: FRAME.end, length: END_BYTES }
    const wrong: Record<string, FrameHeader> = {
      'type 0': { ...BARE, type: 0 },
      'type 7': { ...BARE, type: 7 },
      'type 255': { ...BARE, type: 255 },
      'a batch of nothing': { ...batch, index: 0 },
      'a batch of too many': { ...batch, index: 4097, length: 4097 * 12 },
      'a batch shorter than its records': { ...batch, index: 2, length: 23 },
      'a batch that is too long': { ...batch, length: 1024 * 1024 + 1025 },
      'a batch somewhere': { ...batch, offset: 1 },
      'an empty piece': { ...PIECE, length: 0 },
      'a piece of no index': { ...PIECE, index: 2 ** 32 - 2 },
      'a piece beyond all files': { ...PIECE, offset: 2 ** 53 - 1, length: 1 },
      'a file end with payload': { ...fileEnd, length: 1 },
      'a file end with a hash': { ...fileEnd, hashed: true },
      'a held piece with payload': { ...held, length: 1 },
      'a held piece with a hash': { ...held, hashed: true },
      'a held piece of no index': { ...held, index: 2 ** 32 - 2 },
      'a nop with payload': { ...nop, length: 1 },
      'a nop of something': { ...nop, index: 1 },
      'a nop somewhere': { ...nop, offset: 1 },
      'a second nop': { ...nop, attempt: 1 },
      'an end with a hash': { ...end, hashed: true },
      'an end without counts': { ...end, length: 0 },
      'an end with more': { ...end, length: END_BYTES + 1 },
    }
    for (const [what, header] of Object.entries(wrong))
      expect(thrownBy(() => decodeFrameHeader(encode(header))).code, what).to.equal('E_PROTOCOL')
    for (let flag = 1; flag < 8; flag++) {
      const bytes = encode(PIECE)
      bytes[1] = 1 | (1 << flag)
      expect(thrownBy(() => decodeFrameHeader(bytes)).code, `flag ${flag}`).to.equal('E_PROTOCOL')
    }
  })

  it('S11: is refused with a number above 2^53', () => {
    for (const at of [8, 16])
      for (const byte of [6, 7]) {
        const bytes = encode(PIECE)
        bytes[at + byte] = 0x20
        expect(thrownBy(() => decodeFrameHeader(bytes)).code).to.equal('E_PROTOCOL')
      }
  })

  function encode(header: FrameHeader): Buffer {
    const bytes = Buffer.alloc(FRAME_HEADER_BYTES, 0xff)
    encodeFrameHeader(bytes, 0, header)
    return bytes
  }
})
