import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'

import { expect } from 'chai'

import { POSIX_LIMITS, type EndpointLimits } from '@blit/core'

import { scratch } from '../support/scratch.js'
import { leftovers, paths, snapshot } from '../support/snapshot.js'
import { transfer } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

/** Names as bytes, which not every path of Node can carry. */
const NAMES = [
  Buffer.from([0xff]),
  Buffer.from([0x61, 0xc3, 0x28, 0x62]),
  Buffer.from([0xed, 0xb2, 0x80]),
  Buffer.from([0xc0, 0xaf]),
  Buffer.from([0xf0, 0x9f, 0x98]),
  Buffer.from('replaced \uFFFD'),
  Buffer.from('\u{1F600} smile'),
  Buffer.from('e\u0301'),
  Buffer.from('\u00E9'),
  Buffer.from('new\nline'),
  Buffer.from('tab\tand\rreturn\u001B[31m'),
  Buffer.from('-rf'),
  Buffer.from('--'),
  Buffer.from(' '),
  Buffer.from('   '),
  Buffer.from('...'),
  Buffer.from('.. '),
  Buffer.from('a\\b'),
  Buffer.from('c:'),
  Buffer.from('*?[a]{b,c}'),
  Buffer.from('"quoted\' $HOME `x`'),
  Buffer.from('\u202Egnp.exe'),
  Buffer.from('n'.repeat(255)),
  Buffer.from('é'.repeat(127)),
  Buffer.alloc(255, 0xfe),
  Buffer.from('con'),
  Buffer.from('.blit'),
  Buffer.from('%2F'),
]

describe('names', () => {
  const { at, elsewhere } = scratch()

  function makeNames(root: string): void {
    mkdirSync(root, { recursive: true })
    const inRoot = (...parts: Buffer[]): Buffer => Buffer.concat([Buffer.from(`${root}/`), ...parts])
    const slash = Buffer.from('/')
    for (const [i, name] of NAMES.entries()) {
      // Each as a directory, with each as a file, a link and a link's target in it.
      mkdirSync(inRoot(name))
      for (const inner of [NAMES[(i + 3) % NAMES.length], NAMES[(i + 7) % NAMES.length]] as Buffer[]) {
        writeFileSync(inRoot(name, slash, inner), inner)
      }

      const link = NAMES[(i + 11) % NAMES.length] as Buffer
      symlinkSync(NAMES[(i + 5) % NAMES.length] as Buffer, inRoot(name, slash, link))
    }
  }

  for (const workers of [1, 4]) {
    it(`S8: survive as bytes, whatever they are (${workers} workers)`, async () => {
      makeNames(at('from'))
      for (const archive of [false, true]) {
        const to = elsewhere(`to-${archive}`)
        const copied = await transfer('copy', at('from'), to, { archive, options: { workers } })
        expect(copied.failures).to.deep.equal([])
        expect(snapshot(to)).to.deep.equal(snapshot(at('from')))
        const again = await transfer('mirror', at('from'), to, { archive, options: { workers } })
        expect(again.actions).to.deep.equal([])
        expect(again.tally.filesCopied).to.equal(0)
      }

      makeTree(at('empty'), { x: 'x' })
      const emptied = await transfer('mirror', at('empty'), elsewhere('to-true'))
      expect(emptied.failures).to.deep.equal([])
      expect(paths(elsewhere('to-true'))).to.deep.equal(['x'])
      const moved = await transfer('move', elsewhere('to-false'), at('moved'))
      expect(moved.failures).to.deep.equal([])
      expect(snapshot(at('moved'))).to.deep.equal(snapshot(at('from')))
    })
  }

  it('S8: of the root, too, may be any bytes', async () => {
    const root = Buffer.concat([Buffer.from(at('ro')), Buffer.from([0xff, 0x0a])])
    mkdirSync(root)
    writeFileSync(Buffer.concat([root, Buffer.from('/file')]), 'x')
    const path = `${at('ro')}\uDCFF\n`
    for (const operation of ['copy', 'mirror'] as const) {
      const { failures } = await transfer(operation, path, `${at('to')}\uDCFE`)
      expect(failures).to.deep.equal([])
    }

    const { failures } = await transfer('move', path, `${at('moved')}\uDCFE`)
    expect(failures).to.deep.equal([])
    expect(paths(at())).to.deep.equal([`moved\u00FE`, `moved\u00FE/file`, `to\u00FE`, `to\u00FE/file`])
  })

  it('S21: are shown with control characters escaped', async () => {
    makeTree(at('from'), { 'a\n\u001B[2Jb\u202Ec': 'x' })
    makeTree(at('to'), { 'a\n\u001B[2Jb\u202Ec/full': 'x' })
    const { failures } = await transfer('copy', at('from'), at('to'))
    expect(failures.map(({ path }) => path)).to.deep.equal(['a\n\u001B[2Jb\u202Ec'])
    const message = failures[0]?.message ?? ''
    expect(message).to.include('a directory that is not empty')

    expect(message).not.to.match(/[\u0000-\u001F\u007F\u202E]/)
  })

  it('S8: make paths of more than 4096 bytes and 1000 levels', async function () {
    this.timeout(60_000)
    const name = 'deep-and-deeper'
    // Step by step, because no call takes the whole path.
    const script = `import os,sys
os.makedirs(sys.argv[1]); os.chdir(sys.argv[1])
for level in range(1000):
    open('file','w').write(str(level)) if level % 50 == 0 else None
    os.mkdir('${name}'); os.chdir('${name}')
open('bottom','w').write('bottom'); os.symlink('x'*3000,'link')`
    try {
      execFileSync('python3', ['-c', script, at('from')])
    } catch {
      this.skip()
    }

    const before = snapshot(at('from'))
    expect(Object.keys(before).length).to.equal(1 + 1000 + 20 + 2)
    for (const options of [{ workers: 1 }, { workers: 3 }]) {
      const copied = await transfer('copy', at('from'), elsewhere('to'), { archive: true, options })
      expect(copied.failures).to.deep.equal([])
      expect(snapshot(elsewhere('to'))).to.deep.equal(before)
    }

    const again = await transfer('mirror', at('from'), elsewhere('to'), { archive: true })
    expect(again.actions).to.deep.equal([])
    const moved = await transfer('move', at('from'), elsewhere('to'), { archive: true })
    expect(moved.failures).to.deep.equal([])
    expect(snapshot(elsewhere('to'))).to.deep.equal(before)
    expect(paths(at())).to.deep.equal([])

    makeTree(at('empty'), { x: 'x' })
    const emptied = await transfer('mirror', at('empty'), elsewhere('to'))
    expect(emptied.failures).to.deep.equal([])
    expect(paths(elsewhere('to'))).to.deep.equal(['x'])
    expect(leftovers(elsewhere())).to.deep.equal([])
  })

  describe('that the destination cannot hold', () => {
    const limits = (some: Partial<EndpointLimits>): EndpointLimits => ({ ...POSIX_LIMITS, ...some })

    for (const state of ['new', 'existing']) {
      it(`S8: because of its rules are failures by name (${state})`, async () => {
        const bad = { 'a:b': 'x', 'd/con.txt': 'x', 'd/dot.': 'x', 'nul/inside': 'x' }
        makeTree(at('from'), { ...bad, 'd/good': 'x', good: 'x' })
        if (state === 'existing') mkdirSync(at('to'))
        const { failed } = await transfer('copy', at('from'), at('to'), {
          limits: limits({ windowsNames: true }),
        })
        expect(failed).to.deep.equal({
          'a:b': 'E_BAD_NAME',
          'd/con.txt': 'E_BAD_NAME',
          'd/dot.': 'E_BAD_NAME',
          nul: 'E_BAD_NAME',
        })
        expect(paths(at('to'))).to.deep.equal(['d', 'd/good', 'good'])
      })

      it(`S8: because of their length are failures by name (${state})`, async () => {
        makeTree(at('from'), {
          [`d/${'l'.repeat(101)}`]: 'x',
          [`d/${'s'.repeat(100)}`]: 'x',
          [`${'é'.repeat(51)}/x`]: 'x',
        })
        if (state === 'existing') mkdirSync(at('to'))
        const { failed } = await transfer('copy', at('from'), at('to'), {
          limits: limits({ maxNameBytes: 100 }),
        })
        expect(failed).to.deep.equal({
          [`d/${'l'.repeat(101)}`]: 'E_NAME_TOO_LONG',
          ['é'.repeat(51)]: 'E_NAME_TOO_LONG',
        })
        expect(paths(at('to'))).to.deep.equal(['d', `d/${'s'.repeat(100)}`])
      })

      it(`S8: because they are one there are failures by name, and nothing is overwritten (${state})`, async () => {
        makeTree(at('from'), {
          A: 'first',
          a: 'second',
          'd/\u00E9': 'nfc',
          'd/e\u0301': 'nfd',
          'B/x': 'x',
          'b/y': 'y',
        })
        if (state === 'existing') mkdirSync(at('to'))
        const { failures } = await transfer('copy', at('from'), at('to'), {
          limits: limits({ caseInsensitive: true, normalizes: true }),
        })
        expect(failures.length).to.equal(3)
        for (const { code, message } of failures) {
          expect(code).to.equal('E_NAME_COLLISION')
          expect(message).to.include('is the same name as')
        }

        const there = paths(at('to'))
        expect(there.filter((path) => path.toLowerCase() === 'a').length).to.equal(1)
        expect(there.filter((path) => path.startsWith('d/')).length).to.equal(1)
        expect(there.filter((path) => path.toLowerCase() === 'b').length).to.equal(1)
      })
    }

    it('S8: in a directory of thousands collide as well', async () => {
      const nodes: Record<string, string> = {}
      for (let i = 0; i < 1500; i++) nodes[`name${i}`] = 'x'
      makeTree(at('from'), { ...nodes, ZZZ: 'upper', zzz: 'lower' })
      const { failures, tally } = await transfer('copy', at('from'), at('to'), {
        limits: limits({ caseInsensitive: true }),
      })
      expect(failures.length).to.equal(1)
      expect(tally.filesCopied).to.equal(1501)
    })
  })
})
