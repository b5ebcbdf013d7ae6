import { expect } from 'chai'

import { MAX_PIECES, pieceAt, pieceBytes, pieceCount, pieceNumber } from '../../dist/data-plane/piece-grid.js'

const MIB = 1024 * 1024
const GIB = 1024 * MIB

describe('the grid of pieces', () => {
  it('has steps of 8 MiB, doubled until there are at most 65,536', () => {
    const steps = [1, 512 * GIB, 512 * GIB + 1, 1024 * GIB, 1024 * GIB + 1].map(
      (size) => pieceBytes(size) / MIB,
    )
    expect(steps).to.deep.equal([8, 8, 16, 16, 32])
  })

  it('S11: has at most 65,536 pieces whatever the size', () => {
    for (let bits = 1; bits <= 53; bits++)
      for (const size of [2 ** bits - 1, 2 ** bits, 2 ** bits + 1].filter((one) => Number.isSafeInteger(one)))
        expect(pieceCount(size)).to.be.within(1, MAX_PIECES)
  })

  it('covers a file from its first byte to its last', () => {
    for (const size of [1, 8 * MIB - 1, 8 * MIB, 8 * MIB + 1, 100 * MIB + 7]) {
      let end = 0
      for (let piece = 0; piece < pieceCount(size); piece++) {
        const { offset, length } = pieceAt(size, piece)
        expect(offset).to.equal(end)
        expect(length).to.be.greaterThan(0)
        expect(pieceNumber(size, offset, length)).to.equal(piece)
        end += length
      }

      expect(end).to.equal(size)
    }
  })

  it('S13: knows what is no piece', () => {
    const size = 20 * MIB
    const wrong = [
      [1, 8 * MIB],
      [4 * MIB, 8 * MIB],
      [0, 8 * MIB - 1],
      [0, 16 * MIB],
      [16 * MIB, 8 * MIB],
      [24 * MIB, 4 * MIB],
      [-8 * MIB, 8 * MIB],
      [0, 0],
    ] as const
    for (const [offset, length] of wrong) expect(pieceNumber(size, offset, length)).to.equal(undefined)
    expect(pieceNumber(size, 16 * MIB, 4 * MIB)).to.equal(2)
  })
})
