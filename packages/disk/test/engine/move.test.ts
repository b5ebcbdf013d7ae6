import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

import { expect } from 'chai'

import { DEFAULT_TRANSFER_OPTIONS } from '@blit/core'

import { TransferChild } from '../support/child.js'
import { Random } from '../support/random.js'
import { isRoot, scratch } from '../support/scratch.js'
import { leftovers, paths, snapshot } from '../support/snapshot.js'
import { transfer, WHOLE_TREE } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

const ROUNDS = Math.ceil(Number(process.env['BLIT_TEST_ROUNDS'] ?? 10) / 2)
const MIB = 1024 * 1024

const TREE = {
  'a/b/file': { file: 'content', mode: 0o640, mtime: 1_000_000 },
  'a/link': { link: 'b', mtime: 5 },
  'a/same': { same: 'a/b/file' },
  empty: { dir: true, mode: 0o750, mtime: 77 },
  large: { file: Buffer.alloc(300_000, 'l'), mtime: 9 },
  pipe: { fifo: true },
} as const

describe('a move', () => {
  const { at, elsewhere } = scratch()

  it('S4: into nothing, in one file system, is one rename that keeps every inode', async () => {
    makeTree(at('from'), TREE)
    const before = snapshot(at('from'), { archive: true })
    const inode = lstatSync(at('from')).ino
    const { actions, failures, tally } = await transfer('move', at('from'), at('deep', 'to'))
    expect(failures).to.deep.equal([])
    expect(actions).to.deep.equal([{ kind: 'rename', path: '' }])
    expect(tally).to.include({ filesCopied: 3, linksCreated: 1, bytesCopied: 0, sourcesRemoved: 9 })
    expect(lstatSync(at('deep', 'to')).ino).to.equal(inode)
    expect(snapshot(at('deep', 'to'), { archive: true })).to.deep.equal(before)
    expect(existsSync(at('from'))).to.equal(false)
  })

  for (const other of [false, true]) {
    const where = other ? 'in another file system' : 'in the same file system'

    it(`S4: takes everything with it, ${where}`, async () => {
      const to = (other ? elsewhere : at)('to')
      makeTree(at('from'), TREE)
      const before = snapshot(at('from'), { archive: true })
      mkdirSync(to)
      const { failures, tally } = await transfer('move', at('from'), to, { archive: true })
      expect(failures).to.deep.equal([])
      expect(snapshot(to, { archive: true })).to.deep.equal(before)
      expect(existsSync(at('from'))).to.equal(false)
      expect(tally.sourcesRemoved).to.equal(9)
      expect(leftovers(to)).to.deep.equal([])
    })

    it(`S4: merges into what is there, ${where}`, async () => {
      const to = (other ? elsewhere : at)('to')
      makeTree(at('from'), { 'd/both': { file: 'new', mtime: 5 }, 'd/mine': 'mine', 'e/f': 'f' })
      makeTree(to, { 'd/both': { file: 'old', mtime: 6 }, 'd/theirs': 'theirs', e: 'in the way' })
      const { failures } = await transfer('move', at('from'), to)
      expect(failures).to.deep.equal([])
      expect(paths(to)).to.deep.equal(['d', 'd/both', 'd/mine', 'd/theirs', 'e', 'e/f'])
      expect(readFileSync(`${to}/d/both`, 'utf8')).to.equal('new')
      expect(existsSync(at('from'))).to.equal(false)
    })

    it(`S4: keeps at the source what it was told to pass over, ${where}`, async () => {
      const to = (other ? elsewhere : at)('to')
      makeTree(at('from'), {
        'd/new': 'new',
        'd/old': 'source',
        'gone/x': 'x',
        'hidden.o': 'o',
        'deep/hidden.o': 'o',
      })
      makeTree(to, { 'd/old': 'destination' })
      const { failures } = await transfer('move', at('from'), to, {
        options: {
          compare: { ...DEFAULT_TRANSFER_OPTIONS.compare, ignoreExisting: true },
          filter: { rules: [{ action: 'exclude', pattern: '*.o' }] },
        },
      })
      expect(failures).to.deep.equal([])
      expect(paths(at('from'))).to.deep.equal(['d', 'd/old', 'deep', 'deep/hidden.o', 'hidden.o'])
      expect(readFileSync(`${to}/d/old`, 'utf8')).to.equal('destination')
      expect(paths(to)).to.include.members(['d/new', 'gone/x'])
    })

    it(`S4: keeps at the source what failed, ${where}`, async () => {
      const to = (other ? elsewhere : at)('to')
      makeTree(at('from'), { 'd/x': 'a file', 'd/y': 'y' })
      makeTree(to, { 'd/x/full': 'directory' })
      const { failed } = await transfer('move', at('from'), to)
      expect(failed).to.deep.equal({ 'd/x': 'E_NOT_EMPTY' })
      expect(paths(at('from'))).to.deep.equal(['d', 'd/x'])
      expect(paths(to)).to.deep.equal(['d', 'd/x', 'd/x/full', 'd/y'])
    })

    it(`S4: finishes what an interrupted one has left on both sides, ${where}`, async () => {
      const to = (other ? elsewhere : at)('to')
      makeTree(at('from'), {
        'd/both': { file: 'same', mtime: 5 },
        'd/differs': { file: 'AAAA', mtime: 5 },
        l: { link: 'x', mtime: 1 },
      })
      makeTree(to, {
        'd/both': { file: 'same', mtime: 5 },
        'd/differs': { file: 'BBBB', mtime: 5 },
        l: { link: 'x', mtime: 1 },
      })
      const { failures } = await transfer('move', at('from'), to)
      expect(failures).to.deep.equal([])
      expect(existsSync(at('from'))).to.equal(false)
      expect(readFileSync(`${to}/d/both`, 'utf8')).to.equal('same')
      // Size and time alone are no reason to remove a source.
      expect(readFileSync(`${to}/d/differs`, 'utf8')).to.equal('AAAA')
    })

    it(`keeps the directory itself when only its contents are moved, ${where}`, async () => {
      const to = (other ? elsewhere : at)('to')
      makeTree(at('from'), { 'd/x': 'x', y: 'y' })
      const { failures } = await transfer('move', at('from'), to, {
        jobs: [{ ...WHOLE_TREE, contentsOnly: true }],
      })
      expect(failures).to.deep.equal([])
      expect(paths(at('from'))).to.deep.equal([])
      expect(paths(to)).to.deep.equal(['d', 'd/x', 'y'])
    })

    it(`S4: moves one of several names of a file onto another, ${where}`, async () => {
      const to = (other ? elsewhere : at)('to')
      makeTree(at('from'), { x: 'linked', y: { same: 'x' } })
      mkdirSync(to)
      if (!other) execFileSync('ln', [at('from', 'x'), `${to}/x`])
      const { failures } = await transfer('move', at('from'), to, { archive: true })
      expect(failures).to.deep.equal([])
      expect(existsSync(at('from'))).to.equal(false)
      expect(statSync(`${to}/x`).ino).to.equal(statSync(`${to}/y`).ino)
      expect(statSync(`${to}/x`).nlink).to.equal(2)
    })

    it(`S4: is whole on one side or the other when it is killed, ${where}`, async function () {
      this.timeout(60_000)
      const random = new Random(3)
      for (let round = 0; round < ROUNDS; round++) {
        const from = at(`from${round}`)
        const to = (other ? elsewhere : at)(`to${round}`)
        const nodes: Record<string, Buffer | string> = { large: Buffer.alloc(20 * MIB, 'l') }
        for (let i = 0; i < 200; i++) nodes[`d${i % 5}/f${i}`] = `content ${i} `.repeat(1 + (i % 50))
        makeTree(from, nodes)
        makeTree(to, { 'd1/theirs': 'theirs', 'd2/f2': { file: 'old', mtime: 1 } })
        const child = new TransferChild({ operation: 'move', from, to })
        await child.says(/^begin/)
        await delay(random.below(other ? 150 : 60))
        await child.kill()
        for (const [name, content] of Object.entries(nodes)) {
          const whole = [from, to].some(
            (side) =>
              existsSync(`${side}/${name}`) && readFileSync(`${side}/${name}`).equals(Buffer.from(content)),
          )
          expect(whole, `${name} of round ${round}`).to.equal(true)
        }

        const { failures } = existsSync(from) ? await transfer('move', from, to) : { failures: [] }
        expect(failures).to.deep.equal([])
        expect(existsSync(from)).to.equal(false)
        for (const [name, content] of Object.entries(nodes)) {
          expect(readFileSync(`${to}/${name}`).equals(Buffer.from(content)), name).to.equal(true)
        }

        expect(leftovers(to)).to.deep.equal([])
        rmSync(to, { recursive: true })
      }
    })
  }

  it('S4: keeps a source that changed after it was copied', async () => {
    makeTree(at('from'), { early: 'early', large: Buffer.alloc(2 * MIB, 'z') })
    mkdirSync(elsewhere('to'))
    const options = { bwlimitBytesPerSec: 3 * MIB, workers: 1 }
    const child = new TransferChild({ operation: 'move', from: at('from'), to: elsewhere('to'), options })
    await child.says(/^bytes \d{6}/)
    // The small ones of a directory land before the large ones begin.
    writeFileSync(at('from', 'early'), 'later')
    const { failed } = await child.outcome()
    expect(failed).to.deep.equal({ early: 'E_CHANGED' })
    expect(readFileSync(at('from', 'early'), 'utf8')).to.equal('later')
    expect(readFileSync(elsewhere('to', 'early'), 'utf8')).to.equal('early')
    expect(paths(at('from'))).to.deep.equal(['early'])
  })

  it('S4: between two views of one file system, through which no rename leads, copies', async function () {
    if (!isRoot) this.skip()
    makeTree(at('from'), TREE)
    const before = snapshot(at('from'), { archive: true })
    mkdirSync(at('real'))
    mkdirSync(at('view'))
    execFileSync('mount', ['--bind', at('real'), at('view')])
    try {
      const { failures } = await transfer('move', at('from'), at('view', 'to'), { archive: true })
      expect(failures).to.deep.equal([])
      expect(snapshot(at('real', 'to'), { archive: true })).to.deep.equal(before)
      expect(existsSync(at('from'))).to.equal(false)
    } finally {
      execFileSync('umount', [at('view')])
    }
  })

  it('S4: of a mount point itself empties it', async function () {
    if (!isRoot) this.skip()
    mkdirSync(at('mounted'))
    execFileSync('mount', ['-t', 'tmpfs', 'none', at('mounted')])
    try {
      makeTree(at('mounted'), { 'd/x': 'x' })
      const { error } = await transfer('move', at('mounted'), at('to'))
      expect(error).to.equal(undefined)
      expect(paths(at('mounted'))).to.deep.equal([])
      expect(paths(at('to'))).to.deep.equal(['d', 'd/x'])
    } finally {
      execFileSync('umount', [at('mounted')])
    }
  })

  it('S4: with --copy-links copies what a link leads to, and takes only the link', async () => {
    makeTree(at('outside'), { file: 'outside', 'd/inside': 'inside' })
    makeTree(at('from'), {
      file: { link: at('outside', 'file') },
      d: { link: at('outside', 'd') },
      own: 'own',
    })
    for (const to of [at('to'), elsewhere('to')]) {
      const { failures } = await transfer('move', at('from'), to, { options: { copyLinks: true } })
      expect(failures).to.deep.equal([])
      expect(paths(at('outside'))).to.deep.equal(['d', 'd/inside', 'file'])
      expect(readFileSync(`${to}/d/inside`, 'utf8')).to.equal('inside')
      if (to === at('to')) expect(readFileSync(`${to}/file`, 'utf8')).to.equal('outside')
      expect(paths(at('from'))).not.to.include('own')
    }
  })
})
