import { randomBytes } from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'

import { expect } from 'chai'

import { transferIn } from '../support/child.js'
import { scratch } from '../support/scratch.js'
import { leftovers, paths, snapshot } from '../support/snapshot.js'
import { transfer } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

const KIB = 1024
const MIB = 1024 * KIB
const GIB = 1024 * MIB

describe('sizes', () => {
  const { at, elsewhere } = scratch()

  it('lands files of every size around the limits between ways to copy', async () => {
    const noise = randomBytes(64 * MIB + 1)
    const sizes = [0, 1, 4095, 4096, 4097, 256 * KIB - 1, 256 * KIB, 256 * KIB + 1]
    const larger = [4 * MIB, 16 * MIB - 1, 16 * MIB, 16 * MIB + 1, 64 * MIB, 64 * MIB + 1]
    for (const size of [...sizes, ...larger])
      makeTree(at('from'), { [`d${size % 3}/f${size}`]: noise.subarray(0, size) })
    const before = snapshot(at('from'))
    for (const to of [at('to'), elsewhere('to')]) {
      const { failures, tally } = await transfer('copy', at('from'), to, { options: { verify: true } })
      expect(failures).to.deep.equal([])
      expect(snapshot(to)).to.deep.equal(before)
      expect(tally.bytesCopied).to.equal([...sizes, ...larger].reduce((sum, size) => sum + size, 0))
    }

    // Over what is there, with one byte of each changed and its time as it was.
    for (const size of [...sizes, ...larger].filter((some) => some > 0)) {
      const path = elsewhere(`to/d${size % 3}/f${size}`)
      const { mtimeMs } = statSync(path)
      const fd = openSync(path, 'r+')
      writeSync(fd, Buffer.from([(noise[size - 1] ?? 0) ^ 1]), 0, 1, size - 1)
      closeSync(fd)
      expect(statSync(path).mtimeMs).not.to.equal(mtimeMs)
    }

    const { tally } = await transfer('mirror', at('from'), elsewhere('to'), {
      options: { compare: { mode: 'checksum', ignoreExisting: false, update: false, modifyWindowNs: 1000n } },
    })
    expect(tally.filesCopied).to.equal(sizes.length + larger.length - 1)
    expect(tally.filesSkipped).to.equal(1)
    expect(snapshot(elsewhere('to'))).to.deep.equal(before)
  })

  it('keeps the holes of a file beyond 4 GiB, and what is between them', async () => {
    mkdirSync(at('from'))
    writeFileSync(at('from', 'sparse'), '')
    truncateSync(at('from', 'sparse'), 9 * GIB + 12_345)
    const marks: ReadonlyArray<readonly [number, string]> = [
      [0, 'first'],
      [16 * MIB - 3, 'across a piece'],
      [4 * GIB - 4, 'across four GiB'],
      [7 * GIB + 777, 'late'],
    ]
    const fd = openSync(at('from', 'sparse'), 'r+')
    for (const [offset, text] of marks) writeSync(fd, text, offset)
    closeSync(fd)
    const { failures } = await transfer('copy', at('from'), at('to'), { archive: true })
    expect(failures).to.deep.equal([])
    const [was, is] = [statSync(at('from', 'sparse')), statSync(at('to', 'sparse'))]
    expect(is.size).to.equal(was.size)
    expect(Math.abs(is.mtimeMs - was.mtimeMs)).to.be.below(0.002)
    expect(is.blocks).to.be.at.most(was.blocks + 64)
    const copy = openSync(at('to', 'sparse'), 'r')
    for (const [offset, text] of marks) {
      const buffer = Buffer.alloc(text.length + 2)
      readSync(copy, buffer, 0, buffer.length, offset)
      expect(buffer.toString('latin1').replaceAll('\0', '')).to.equal(text)
    }

    closeSync(copy)
  })

  it('keeps holes at the beginning, at the end, and of a file that is all hole', async () => {
    makeTree(at('from'), { all: { hole: 3 * MIB }, end: 'data', small: { hole: 100_000 }, tiny: { hole: 1 } })
    truncateSync(at('from', 'end'), 2 * MIB)
    const fd = openSync(at('from', 'begin'), 'w')
    writeSync(fd, 'data', 2 * MIB)
    closeSync(fd)
    for (const inplace of [false, true]) {
      const to = at(`to${inplace}`)
      makeTree(to, { all: Buffer.alloc(3 * MIB, 'x'), end: { file: Buffer.alloc(2 * MIB, 'x'), mtime: 1 } })
      const { failures } = await transfer('copy', at('from'), to, { archive: true, options: { inplace } })
      expect(failures).to.deep.equal([])
      expect(snapshot(to, { archive: true })).to.deep.equal(snapshot(at('from'), { archive: true }))
      for (const name of paths(at('from'))) {
        expect(statSync(`${to}/${name}`).blocks, name).to.be.at.most(statSync(at('from', name)).blocks + 8)
      }
    }

    const solid = await transfer('copy', at('from'), at('solid'))
    expect(solid.failures).to.deep.equal([])
    expect(readFileSync(at('solid', 'all')).equals(Buffer.alloc(3 * MIB))).to.equal(true)
  })

  it('S10: mirrors a flat directory of 100,000 in bounded memory', async function () {
    this.timeout(120_000)
    const count = 100_000
    mkdirSync(elsewhere('from'))
    for (let i = 0; i < count; i++) writeFileSync(elsewhere('from', `f${i}`), i % 100 === 0 ? 'x' : '')
    const request = { from: elsewhere('from'), to: elsewhere('to'), options: { workers: 2 } }
    const first = await transferIn({}, { operation: 'copy', ...request })
    expect(first.failures).to.deep.equal([])
    expect(first.tally).to.include({ filesCopied: count, filesScanned: count })
    const second = await transferIn({}, { operation: 'mirror', ...request })
    expect(second.failures).to.deep.equal([])
    expect(second.tally).to.include({ filesCopied: 0, filesScanned: count, filesSkipped: count })
    expect(leftovers(elsewhere())).to.deep.equal([])

    // All of it to be deleted: what a mirror has to remember longest.
    makeTree(elsewhere('other'), { x: 'x' })
    const third = await transferIn({}, { operation: 'mirror', from: elsewhere('other'), to: elsewhere('to') })
    expect(third.failures).to.deep.equal([])
    expect(third.tally.filesDeleted).to.equal(count)
    expect(paths(elsewhere('to'))).to.deep.equal(['x'])

    // Node itself and its threads take most of this.
    makeTree(elsewhere('little'), { x: 'x' })
    const idle = await transferIn(
      {},
      { operation: 'copy', from: elsewhere('little'), to: elsewhere('little2') },
    )
    for (const { peakKib } of [first, second, third]) {
      expect((peakKib - idle.peakKib) * KIB, `${peakKib} KiB, ${idle.peakKib} idle`).to.be.below(count * 2000)
    }
  })

  it('S10: copies a large file in constant memory', async () => {
    makeTree(elsewhere('from'), { large: { hole: 600 * MIB } })
    makeTree(elsewhere('little'), { x: 'x' })
    const { peakKib } = await transferIn(
      {},
      { operation: 'copy', from: elsewhere('from'), to: elsewhere('to') },
    )
    const idle = await transferIn(
      {},
      { operation: 'copy', from: elsewhere('little'), to: elsewhere('little2') },
    )
    expect(peakKib - idle.peakKib).to.be.below(150 * KIB)
  })
})
