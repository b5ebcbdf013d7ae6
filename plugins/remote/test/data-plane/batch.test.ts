import { expect } from 'chai'

import { BatchBuilder } from '../../dist/data-plane/batch-builder.js'
import { decodeBatchRecords } from '../../dist/data-plane/batch-records.js'
import { MAX_BATCH_BYTES, MAX_BATCH_FILES, SMALL_FILE_BYTES } from '../../dist/data-plane/limits.js'
import { thrownBy } from './support/thrown-by.js'

describe('a batch', () => {
  it('is byte for byte what docs/wire.md says', () => {
    const batch = new BatchBuilder()
    put(batch, 1, 'abc')
    batch.add(2, 9, 'failed')
    put(batch, 3, '')
    batch.add(4, 9, 'changed')
    put(batch, 5, 'de')
    const { frame, payload } = batch.frame()
    expect(payload.toString('hex')).to.equal(
      `
      01000000 03000000 00000000
      02000000 09000000 02000000
      03000000 00000000 00000000
      04000000 09000000 01000000
      05000000 02000000 00000000
      6162636465`.replaceAll(/\s/g, ''),
    )
    expect(frame.length).to.equal(24 + payload.length + 24)
    expect(batch.contents).to.deep.equal({ files: 3, bytes: 5 })
  })

  it('comes back as it went, and again after it was cleared', () => {
    const batch = new BatchBuilder()
    for (let round = 0; round < 2; round++) {
      put(batch, 7, 'seven')
      batch.add(8, 100, 'changed')
      put(batch, 9, 'nine')
      const { payload } = batch.frame()
      expect(decodeBatchRecords(payload, 3)).to.deep.equal([
        { index: 7, sizeBytes: 5, status: 'ok', start: 36 },
        { index: 8, sizeBytes: 100, status: 'changed', start: 41 },
        { index: 9, sizeBytes: 4, status: 'ok', start: 41 },
      ])
      expect(payload.toString('latin1', 36)).to.equal('sevennine')
      batch.clear()
      expect(batch.count).to.equal(0)
    }
  })

  it('takes files until it is full to the byte, or has 4,096', () => {
    const batch = new BatchBuilder()
    const last = MAX_BATCH_BYTES - 3 * SMALL_FILE_BYTES - 5 * 12
    for (const [index, size] of [
      ...Array.from({ length: 3 }, () => SMALL_FILE_BYTES),
      last - 2000,
      2000,
    ].entries()) {
      expect(batch.hasRoomFor(size)).to.equal(true)
      expect(batch.tail(size + 1)).to.have.length(size + 1)
      batch.add(index, size)
    }

    expect(batch.frame().payload).to.have.length(MAX_BATCH_BYTES)
    expect(batch.hasRoomFor(0)).to.equal(false)
    expect(() => batch.add(5, 0)).to.throw(RangeError)
    batch.clear()
    for (let index = 0; index < MAX_BATCH_FILES; index++) batch.add(index, 0)
    expect(batch.hasRoomFor(0)).to.equal(false)
  })

  it('S11: is refused with a size, status or index that no file of it has, or with bytes too many or too few', () => {
    const batch = new BatchBuilder()
    put(batch, 1, 'abc')
    put(batch, 2, 'de')
    const good = batch.frame().payload
    decodeBatchRecords(good, 2)
    const wrong: Record<string, [number, number]> = {
      'a longer file': [4, 4],
      'a shorter file': [4, 2],
      'an unknown status': [8, 3],
      'a status that takes the content away': [8, 1],
      'no index': [0, 0xff_ff_ff_fe],
      'a file of half a GiB': [16, 0x20_00_00_00],
    }
    for (const [what, [at, value]] of Object.entries(wrong)) {
      const bytes = Buffer.from(good)
      bytes.writeUInt32LE(value, at)
      expect(thrownBy(() => decodeBatchRecords(bytes, 2)).code, what).to.equal('E_PROTOCOL')
    }

    for (const bytes of [good.subarray(0, -1), Buffer.concat([good, Buffer.alloc(1)])])
      expect(thrownBy(() => decodeBatchRecords(bytes, 2)).code).to.equal('E_PROTOCOL')
    const large = Buffer.alloc(12 + SMALL_FILE_BYTES + 1)
    large.writeUInt32LE(SMALL_FILE_BYTES + 1, 4)
    expect(thrownBy(() => decodeBatchRecords(large, 1)).code).to.equal('E_PROTOCOL')
  })

  function put(batch: BatchBuilder, index: number, content: string): void {
    const bytes = Buffer.from(content)
    bytes.copy(batch.tail(bytes.length + 1))
    batch.add(index, bytes.length)
  }
})
