import { expect } from 'chai'

import { EntryColumns, type ColumnRow } from '@blit/core'

import { ManifestIndex } from '../../dist/outgoing/index.js'

function row(name: string, directory: number, type: ColumnRow['type'] = 'file'): ColumnRow {
  return {
    type,
    name: Buffer.from(name),
    directory,
    sizeBytes: 0,
    mtimeSeconds: 0,
    mtimeNanos: 0,
    mode: 0,
    uid: 0,
    gid: 0,
  }
}

describe('the index of a manifest', () => {
  it('finds every row, in batches of any size', () => {
    const index = new ManifestIndex()
    let first = 0
    for (const count of [1, 5, 0, 1000, 1, 0, 37]) {
      index.add(
        EntryColumns.of(
          first,
          Array.from({ length: count }, (_, i) => row(`n${first + i}`, 0)),
        ),
      )
      first += count
    }

    expect(index.count).to.equal(1044)
    for (const step of [1, 997]) {
      for (let i = 0; i < 1044; i++) {
        const at = (i * step) % 1044
        const found = index.find(at)
        expect(found?.columns.name(found.row)).to.equal(`n${at}`)
      }
    }

    for (const missing of [-1, 1044, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 32, 0.5])
      expect(index.find(missing), String(missing)).to.equal(undefined)
  })

  it('refuses a gap and a repetition', () => {
    const index = new ManifestIndex()
    index.add(EntryColumns.of(0, [row('a', 0)]))
    expect(() => index.add(EntryColumns.of(2, [row('b', 0)]))).to.throw(RangeError)
    expect(() => index.add(EntryColumns.of(0, [row('a', 0)]))).to.throw(RangeError)
  })

  it('tells the path of a directory, again after it has forgotten it', () => {
    const index = new ManifestIndex()
    const deep = 300
    index.add(
      EntryColumns.of(
        0,
        Array.from({ length: deep }, (_, i) => row('d'.repeat(200), i, 'directory')),
      ),
    )
    index.add(
      EntryColumns.of(
        deep,
        Array.from({ length: 5000 }, (_, i) => row(`e${i}`, deep, 'directory')),
      ),
    )
    const parent = new Array(deep).fill('d'.repeat(200)).join('/')
    expect(index.directoryPath(0)).to.equal('')
    expect(index.directoryPath(1)).to.equal('d'.repeat(200))
    for (const i of [0, 1, 2, 4999, 0, 1])
      expect(index.directoryPath(deep + 1 + i)).to.equal(`${parent}/e${i}`)
    for (let i = 0; i < 5000; i++)
      if (index.directoryPath(deep + 1 + i) !== `${parent}/e${i}`) expect.fail(`e${i} is elsewhere`)
  })

  it('S11: refuses a directory that is none, or that comes before its parent', () => {
    const index = new ManifestIndex()
    index.add(
      EntryColumns.of(0, [
        row('f', 0),
        row('itself', 2, 'directory'),
        row('later', 9, 'directory'),
        row('s', 0, 'skipped'),
      ]),
    )
    for (const directory of [1, 2, 3, 4, 5, 99, -1])
      expect(() => index.directoryPath(directory), String(directory)).to.throw(RangeError)
  })
})
