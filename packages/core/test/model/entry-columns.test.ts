import { expect } from 'chai'

import { EntryColumns, toBytes, type ColumnRow } from '../../dist/index.js'

const row = (name: string, more: Partial<ColumnRow> = {}): ColumnRow => ({
  type: 'file',
  name: toBytes(name),
  directory: 0,
  sizeBytes: 0,
  mtimeSeconds: 0,
  mtimeNanos: 0,
  mode: 0o644,
  uid: 0,
  gid: 0,
  ...more,
})

describe('EntryColumns', () => {
  it('gives back what was put in, in another thread too', () => {
    const made = EntryColumns.of(7, [
      row('a', { sizeBytes: 2 ** 53 - 1, mtimeSeconds: -2, mtimeNanos: 999_999_999, uid: 2 ** 32 - 2 }),
      row('', { type: 'directory', directory: 8 }),
      row('link', { type: 'symlink', target: toBytes('there') }),
      row('raw\uDCFF', { type: 'symlink', target: toBytes('\uDC80/x') }),
      row('inode', { device: 5n, inode: 2n ** 63n, ctimeNs: -1n, mode: 0o4755 }),
      row('empty', { type: 'symlink', target: new Uint8Array(0) }),
    ])
    const seen = new EntryColumns(made.buffer, made.layout)
    expect([seen.first, seen.count]).to.deep.equal([7, 6])
    expect(seen.entry(0)).to.deep.include({
      name: 'a',
      type: 'file',
      sizeBytes: 2 ** 53 - 1,
      mtimeNs: -1_000_000_001n,
      uid: 2 ** 32 - 2,
    })
    expect(seen.entry(0)).not.to.have.property('inode')
    expect([seen.name(1), seen.directories[1]]).to.deep.equal(['', 8])
    expect(seen.entry(2).target).to.equal('there')
    expect([seen.name(3), seen.target(3)]).to.deep.equal(['raw\uDCFF', '\uDC80/x'])
    expect(seen.entry(4).inode).to.deep.equal({ dev: 5n, ino: 2n ** 63n, ctimeNs: -1n })
    expect(seen.target(5)).to.equal('')
  })

  it('S10: takes less than 100 bytes an entry beside its name', () => {
    const made = EntryColumns.of(
      0,
      Array.from({ length: 1000 }, () => row('12345678')),
    )
    expect(made.buffer.byteLength / 1000 - 9).to.be.lessThan(100)
  })
})
