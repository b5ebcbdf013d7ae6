import { chmodSync, existsSync, linkSync, readFileSync, statSync, writeFileSync } from 'node:fs'

import { expect } from 'chai'

import { DEFAULT_TRANSFER_OPTIONS, type CompareRules, type TransferOptions } from '@blit/core'

import { scratch } from '../support/scratch.js'
import { leftovers, paths, snapshot } from '../support/snapshot.js'
import { transfer } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

const MIB = 1024 * 1024

describe('options of a transfer', () => {
  const { at, elsewhere } = scratch()

  describe('that say what is equal', () => {
    /** What of these names is copied over an older version of each. */
    async function copied(rules: Partial<CompareRules>): Promise<string[]> {
      makeTree(at('from'), {
        content: { file: 'AAAA', mtime: 1000 },
        'newer-here': { file: 'source', mtime: 1000 },
        'newer-there': { file: 'source', mtime: 3000 },
        same: { file: 'same', mtime: 1000 },
        size: { file: 'longer', mtime: 1000 },
        time: { file: 'same', mtime: 1000 },
        'time-little': { file: 'little', mtime: 1000 },
        new: { file: 'new', mtime: 1000 },
      })
      makeTree(at('to'), {
        content: { file: 'BBBB', mtime: 1000 },
        'newer-here': { file: 'destination', mtime: 2000 },
        'newer-there': { file: 'destination', mtime: 2000 },
        same: { file: 'same', mtime: 1000 },
        size: { file: 'long', mtime: 1000 },
        time: { file: 'same', mtime: 2000 },
        'time-little': { file: 'Little', mtime: 1000.5 },
      })
      const compare = { ...DEFAULT_TRANSFER_OPTIONS.compare, ...rules }
      const { actions, failures, tally } = await transfer('copy', at('from'), at('to'), {
        options: { compare },
      })
      expect(failures).to.deep.equal([])
      expect(tally.filesCopied + tally.filesSkipped).to.equal(tally.filesScanned)
      const names = actions.filter(({ kind }) => kind === 'copy' || kind === 'update').map(({ path }) => path)
      for (const name of names)
        expect(readFileSync(at('to', name))).to.deep.equal(readFileSync(at('from', name)))
      return names.sort()
    }

    it('are size and time', async () => {
      expect(await copied({})).to.deep.equal([
        'new',
        'newer-here',
        'newer-there',
        'size',
        'time',
        'time-little',
      ])
      expect(snapshot(at('to'))['same']).to.equal(snapshot(at('from'))['same'])
    })

    it('are size and content with --checksum; times follow', async () => {
      expect(await copied({ mode: 'checksum' })).to.deep.equal([
        'content',
        'new',
        'newer-here',
        'newer-there',
        'size',
        'time-little',
      ])
      expect(statSync(at('to', 'time')).mtimeMs).to.be.closeTo(1_000_000, 0.001)
    })

    it('is the size with --size-only', async () => {
      expect(await copied({ mode: 'size' })).to.deep.equal(['new', 'newer-here', 'newer-there', 'size'])
    })

    it('is nothing with --ignore-times', async () => {
      expect((await copied({ mode: 'never' })).length).to.equal(8)
    })

    it('is whatever exists with --ignore-existing', async () => {
      expect(await copied({ ignoreExisting: true })).to.deep.equal(['new'])
      expect(statSync(at('to', 'time')).mtimeMs).to.equal(2_000_000)
    })

    it('is what is newer with --update', async () => {
      expect(await copied({ update: true })).to.deep.equal(['new', 'newer-there', 'size'])
    })

    it('are times within --modify-window', async () => {
      expect(await copied({ modifyWindowNs: 600_000_000n })).to.deep.equal([
        'new',
        'newer-here',
        'newer-there',
        'size',
        'time',
      ])
    })
  })

  describe('--copy-links', () => {
    const copyLinks = { copyLinks: true }

    it('copies what links lead to, and reports loops and links to nothing', async () => {
      makeTree(at('outside'), { 'd/deep': 'deep', file: { file: 'outside', mode: 0o600, mtime: 5 } })
      makeTree(at('from'), {
        broken: { link: 'nowhere' },
        d: { link: '../outside/d' },
        file: { link: '../outside/file' },
        'loop/up': { link: '..' },
        self: { link: 'self' },
        chain: { link: 'file' },
      })
      const { error, failed } = await transfer('copy', at('from'), at('to'), { options: copyLinks })
      expect(error).to.equal(undefined)
      expect(failed).to.deep.equal({ broken: 'E_READ', 'loop/up': 'E_SCAN', self: 'E_READ' })
      expect(paths(at('to'))).to.deep.equal(['chain', 'd', 'd/deep', 'file', 'loop'])
      expect(snapshot(at('to'))['file']).to.equal(snapshot(at('outside'))['file'])
    })

    it('meets a directory twice, which is no loop', async () => {
      makeTree(at('from'), { 'a/x': 'x', b: { link: 'a' }, 'c/d': { link: '../a' } })
      const { failures } = await transfer('copy', at('from'), at('to'), { options: copyLinks })
      expect(failures).to.deep.equal([])
      expect(paths(at('to'))).to.deep.equal(['a', 'a/x', 'b', 'b/x', 'c', 'c/d', 'c/d/x'])
    })

    it('S2: deletes nothing in a mirror with a link to nothing', async () => {
      makeTree(at('from'), { broken: { link: 'nowhere' }, x: 'x' })
      makeTree(at('to'), { broken: 'of better times', extra: 'extra' })
      const { error, failed } = await transfer('mirror', at('from'), at('to'), { options: copyLinks })
      expect(failed).to.deep.equal({ broken: 'E_READ' })
      expect(error?.code).to.equal('E_INCOMPLETE')
      expect(paths(at('to'))).to.deep.equal(['broken', 'extra', 'x'])
    })
  })

  describe('--files-from', () => {
    it('takes what is listed, with what leads to it, and names what is missing', async () => {
      makeTree(at('from'), {
        'a/b/c': 'c',
        'a/b/d': 'd',
        'a/x': 'x',
        'e/f/g': 'g',
        h: 'h',
        link: { link: 'a' },
      })
      const filesFrom = ['a/b/c', 'e', 'link', 'missing', 'a/missing/x', 'h/below-a-file']
      const { failed, tally } = await transfer('copy', at('from'), at('to'), { options: { filesFrom } })
      expect(failed).to.deep.equal({
        'a/missing/x': 'E_NOT_FOUND',
        'h/below-a-file': 'E_NOT_FOUND',
        missing: 'E_NOT_FOUND',
      })
      expect(paths(at('to'))).to.deep.equal(['a', 'a/b', 'a/b/c', 'e', 'e/f', 'e/f/g', 'link'])
      expect(tally.filesCopied).to.equal(2)
    })

    it('S4: moves only what is listed', async () => {
      for (const to of [at('to'), elsewhere('to')]) {
        makeTree(at('from'), { 'a/b': 'b', 'a/c': 'c', d: 'd' })
        const { failures } = await transfer('move', at('from'), to, { options: { filesFrom: ['a/b'] } })
        expect(failures).to.deep.equal([])
        expect(paths(at('from'))).to.deep.equal(['a', 'a/c', 'd'])
        expect(paths(to)).to.deep.equal(['a', 'a/b'])
      }
    })
  })

  describe('--inplace', () => {
    const sizes: Record<string, number> = { small: 10_000, large: 3 * MIB }
    for (const [size, bytes] of Object.entries(sizes)) {
      it(`writes into the file that is there, longer or shorter (${size})`, async () => {
        makeTree(at('from'), {
          long: Buffer.alloc(bytes, 'n'),
          short: Buffer.alloc(bytes / 2, 'n'),
          new: 'new',
        })
        makeTree(at('to'), { long: Buffer.alloc(bytes / 2, 'o'), short: Buffer.alloc(bytes, 'o') })
        const inodes = ['long', 'short'].map((name) => statSync(at('to', name)).ino)
        const { failures } = await transfer('copy', at('from'), at('to'), { options: { inplace: true } })
        expect(failures).to.deep.equal([])
        expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
        expect(['long', 'short'].map((name) => statSync(at('to', name)).ino)).to.deep.equal(inodes)
      })
    }

    it('replaces what has other names, or is to be backed up', async () => {
      makeTree(at('from'), { linked: 'new', saved: 'newer' })
      makeTree(at('to'), { linked: { file: 'old', mtime: 1 }, saved: { file: 'old', mtime: 1 } })
      makeTree(at('other'), {})
      linkSync(at('to', 'linked'), at('other', 'name'))
      const options: Partial<TransferOptions> = { inplace: true }
      await transfer('copy', at('from'), at('to'), { options })
      expect(readFileSync(at('other', 'name'), 'utf8')).to.equal('old')
      writeFileSync(at('from', 'saved'), 'newest of all')
      await transfer('copy', at('from'), at('to'), { options: { ...options, backupDir: at('backup') } })
      expect(readFileSync(at('backup', 'saved'), 'utf8')).to.equal('newer')
    })
  })

  for (const option of ['fsync', 'verify'] as const) {
    it(`--${option} lands the same`, async () => {
      makeTree(at('from'), { 'a/b': 'b', empty: '', large: Buffer.alloc(3 * MIB, 'l'), link: { link: 'a' } })
      for (const to of [at('to'), elsewhere('to')]) {
        for (let round = 0; round < 2; round++) {
          const { failures } = await transfer('copy', at('from'), to, {
            options: { [option]: true, compare: { ...DEFAULT_TRANSFER_OPTIONS.compare, mode: 'never' } },
          })
          expect(failures).to.deep.equal([])
          expect(snapshot(to)).to.deep.equal(snapshot(at('from')))
        }
      }
    })
  }

  it('--bwlimit moves every byte, in steps that progress sees', async () => {
    makeTree(at('from'), { 'd/a': Buffer.alloc(200_000, 'a'), large: Buffer.alloc(700_000, 'l') })
    let seen = 0
    const { tally } = await transfer('copy', at('from'), at('to'), {
      options: { bwlimitBytesPerSec: 3_000_000 },
      onProgress: () => seen++,
    })
    expect(tally.bytesCopied).to.equal(900_000)
    expect(seen).to.be.above(1)
    expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
  })

  it('--workers of any number lands the same', async () => {
    const nodes: Record<string, string> = {}
    for (let i = 0; i < 500; i++) nodes[`d${i % 13}/e${i % 3}/f${i}`] = `content ${i}`
    makeTree(at('from'), nodes)
    for (const workers of [1, 2, 3, 16]) {
      const { failures } = await transfer('copy', at('from'), at(`to${workers}`), { options: { workers } })
      expect(failures).to.deep.equal([])
      expect(snapshot(at(`to${workers}`))).to.deep.equal(snapshot(at('from')))
    }
  })

  it('a single file, and several of one directory, land where the jobs say', async () => {
    makeTree(at('from'), { 'a/one': 'one', 'a/two': 'two', three: { link: 'x' } })
    makeTree(at('to'), { 'sub/ONE': 'old' })
    const entry = (sourcePath: string, destinationPath: string) => ({
      kind: 'entry' as const,
      sourcePath,
      destinationPath,
      prefix: sourcePath,
    })
    const jobs = [
      entry('a/one', 'sub/ONE'),
      entry('a/two', 'sub/two'),
      entry('three', 'three'),
      entry('gone', 'gone'),
    ]
    const { failed } = await transfer('copy', at('from'), at('to'), { jobs })
    expect(failed).to.deep.equal({ gone: 'E_CHANGED' })
    expect(paths(at('to'))).to.deep.equal(['sub', 'sub/ONE', 'sub/two', 'three'])
    expect(readFileSync(at('to', 'sub/ONE'), 'utf8')).to.equal('one')
  })

  it('a second run has nothing to do, and touches nothing', async () => {
    makeTree(at('from'), {
      'a/b/c': 'c',
      d: { dir: true, mode: 0o700 },
      link: { link: 'a' },
      large: Buffer.alloc(MIB),
    })
    await transfer('copy', at('from'), at('to'))
    chmodSync(at('to'), statSync(at('from')).mode)
    await transfer('copy', at('from'), at('to'))
    const before = snapshot(at('to'), { untouched: true })
    for (const operation of ['copy', 'mirror'] as const) {
      const { actions, tally } = await transfer(operation, at('from'), at('to'))
      expect(actions).to.deep.equal([])
      expect(tally.bytesCopied).to.equal(0)
      expect(snapshot(at('to'), { untouched: true })).to.deep.equal(before)
    }

    expect(leftovers(at())).to.deep.equal([])
    expect(existsSync(at('.blit-sessions'))).to.equal(false)
  })
})
