import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import type { BigIntStats } from 'node:fs'

import { expect } from 'chai'

import { directLooking, plainLooking, StatWords, type Looking } from '../../dist/directory/stat-words.js'
import { scratch } from '../support/scratch.js'

function seenBy(seen: StatWords | undefined): Record<string, unknown> | undefined {
  if (seen === undefined) return undefined
  const { blocks, ctimeNs, dev, gid, ino, mode, mtimeNs, nlink, rdev, size, type, uid } = seen
  return { blocks, ctimeNs, dev, gid, ino, mode, mtimeNs, nlink, rdev, size, type, uid }
}

function toldBy(stats: BigIntStats, type: string): Record<string, unknown> {
  const { ctimeNs, dev, ino, mtimeNs } = stats
  const [blocks, gid, mode, nlink, rdev, size, uid] = [
    stats.blocks,
    stats.gid,
    stats.mode,
    stats.nlink,
    stats.rdev,
    stats.size,
    stats.uid,
  ].map(Number)
  return { blocks, ctimeNs, dev, gid, ino, mode, mtimeNs, nlink, rdev, size, type, uid }
}

function identityOf(seen: StatWords): bigint[] {
  const columns = [1, 2, 3].map(() => new Uint32Array(6))
  const [devices, inodes, ctimes] = columns as [Uint32Array, Uint32Array, Uint32Array]
  seen.writeIdentity(1, devices, inodes, ctimes)
  return columns.map(({ buffer }) => new BigInt64Array(buffer)[1] as bigint)
}

describe('looking at files without objects', () => {
  const { at } = scratch()
  const ways: Array<[string, () => Looking | undefined]> = [
    ['by fs', plainLooking],
    ['by its table', directLooking],
  ]

  it('is possible on the releases of Node that were tried', () => {
    const isTried = ['20', '22', '24'].includes(process.versions.node.split('.')[0] ?? '')
    expect(directLooking() !== undefined).to.equal(isTried && process.platform !== 'win32')
  })

  for (const [name, make] of ways)
    describe(name, () => {
      let looking: Looking

      beforeEach(function () {
        const made = make()
        if (made === undefined) this.skip()
        looking = made
      })

      it('sees what fs tells', () => {
        writeFileSync(at('small'), 'content')
        writeFileSync(at('large'), '')
        truncateSync(at('large'), 2 ** 40 + 1)
        mkdirSync(at('directory'))
        symlinkSync('nowhere', at('link'))
        utimesSync(at('small'), 0, -1.5)
        utimesSync(at('large'), 0, 2 ** 33 + 0.25)
        for (const [file, type] of [
          ['small', 'file'],
          ['large', 'file'],
          ['directory', 'directory'],
          ['link', 'symlink'],
        ] as const) {
          const stats = lstatSync(at(file), { bigint: true })
          expect(seenBy(looking.lstat(at(file))), file).to.deep.equal(toldBy(stats, type))
          const seen = looking.lstat(Buffer.from(at(file)))
          expect(seen && identityOf(seen)).to.deep.equal([stats.dev, stats.ino, stats.ctimeNs])
        }

        const fd = openSync(at('large'), 'r')
        expect(seenBy(looking.fstat(fd))).to.deep.equal(
          toldBy(lstatSync(at('large'), { bigint: true }), 'file'),
        )
        closeSync(fd)
      })

      it('finds nothing where there is nothing, and goes on', () => {
        writeFileSync(at('small'), 'content')
        expect(looking.lstat(at('none'))).to.equal(undefined)
        expect(looking.lstat(at('small'))?.size).to.equal(7)
      })

      it('throws as fs does', () => {
        writeFileSync(at('small'), 'content')
        expect(() => looking.lstat(`${at('small')}/below`))
          .to.throw()
          .with.property('code', 'ENOTDIR')
        expect(() => looking.fstat(2 ** 30))
          .to.throw()
          .with.property('code', 'EBADF')
        expect(looking.lstat(at('small'))?.size).to.equal(7)
      })
    })

  it('writes times of any century as one number', () => {
    const stats = lstatSync('/', { bigint: true })
    for (const ctimeNs of [
      0n,
      1n,
      -1n,
      -1_500_000_000n,
      1_700_000_000_123_456_789n,
      (2n ** 33n - 1n) * 1_000_000_000n + 999_999_999n,
      2n ** 33n * 1_000_000_000n,
      65_536n * 1_000_000_000n - 1n,
    ]) {
      const seen = new StatWords().set({ ...stats, ctimeNs } as BigIntStats)
      expect(identityOf(seen)[2]).to.equal(ctimeNs)
    }
  })
})
