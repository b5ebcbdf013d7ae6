import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'

import { expect } from 'chai'

import { BlitError } from '@blit/core'

import { scratch } from '../support/scratch.js'
import { paths, snapshot } from '../support/snapshot.js'
import { transfer } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

describe('what a mirror deletes', () => {
  const { elsewhere: at } = scratch()

  it('S3: is what the source does not have, with the whole plan asked for once before', async () => {
    makeTree(at('from'), { keep: 'keep', 'd/keep': 'keep' })
    makeTree(at('to'), {
      keep: 'keep',
      'd/gone': '12345',
      'gone/a/b': '123',
      'gone/empty': { dir: true },
      out: '1',
    })
    const { plans, tally, actions } = await transfer('mirror', at('from'), at('to'))
    expect(plans).to.deep.equal([
      { entries: 6, bytes: 9, sample: ['d/gone', 'gone', 'gone/a', 'gone/a/b', 'gone/empty', 'out'] },
    ])
    expect(actions.filter(({ kind }) => kind === 'delete').length).to.equal(6)
    expect([tally.filesDeleted, tally.dirsDeleted]).to.deep.equal([3, 3])
    expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
  })

  it('S2: is nothing when the plan is refused, and everything else has been copied', async () => {
    makeTree(at('from'), { 'new/file': 'new' })
    makeTree(at('to'), { out: 'out' })
    const refusal = new BlitError('E_MAX_DELETE', 'too many')
    const { error, tally } = await transfer('mirror', at('from'), at('to'), {
      async confirmDeletes() {
        throw refusal
      },
    })
    expect(error).to.equal(refusal)
    expect(tally.filesDeleted).to.equal(0)
    expect(paths(at('to'))).to.deep.equal(['new', 'new/file', 'out'])
  })

  it('S3: is only the very inode that was listed', async () => {
    makeTree(at('from'), { keep: 'keep' })
    makeTree(at('to'), { a: 'listed', 'd/inside': 'listed', 'e/inside': 'listed', f: 'listed', z: 'listed' })
    const { failed, tally } = await transfer('mirror', at('from'), at('to'), {
      async confirmDeletes() {
        // Between the listing and the delete.
        writeFileSync(at('to', 'a.new'), 'precious')
        renameSync(at('to', 'a.new'), at('to', 'a'))
        renameSync(at('to', 'd'), at('to', 'd.away'))
        makeTree(at('to'), { 'd/precious': 'precious', 'e/precious': 'precious' })
        unlinkSync(at('to', 'f'))
        mkdirSync(at('to', 'f'))
      },
    })
    expect(failed).to.deep.include({ a: 'E_DELETE', d: 'E_DELETE', e: 'E_NOT_EMPTY', f: 'E_DELETE' })
    expect(tally.filesDeleted).to.be.at.least(2)
    for (const name of ['a', 'd/precious', 'e/precious'])
      expect(readFileSync(at('to', name), 'utf8')).to.equal('precious')
    expect(statSync(at('to', 'f')).isDirectory()).to.equal(true)
    expect(paths(at('to'))).not.to.include('z')
  })

  it('S3: is nothing that a filter hides in the source, unless --delete-excluded', async () => {
    const rules = ['*.o', 'cache/'].map((pattern) => ({ action: 'exclude' as const, pattern }))
    makeTree(at('from'), { 'd/a.c': 'a', 'd/a.o': 'a', 'cache/x': 'x' })
    for (const deleteExcluded of [false, true]) {
      const to = at(`to-${deleteExcluded}`)
      makeTree(to, {
        'd/a.o': 'old',
        'd/b.o': 'old',
        'd/c.c': 'old',
        'cache/y': 'y',
        'gone/z.o': 'z',
        'gone/z.c': 'z',
      })
      const { failures } = await transfer('mirror', at('from'), to, {
        options: { filter: { rules }, deleteExcluded },
      })
      expect(failures).to.deep.equal([])
      const kept = deleteExcluded
        ? ['d', 'd/a.c']
        : ['cache', 'cache/y', 'd', 'd/a.c', 'd/a.o', 'd/b.o', 'gone', 'gone/z.o']
      expect(paths(to)).to.deep.equal(kept)
    }
  })

  it('S3: is nothing that limits of size or age leave out', async () => {
    makeTree(at('from'), { large: 'x'.repeat(100), small: 'x' })
    makeTree(at('to'), { large: 'old', small: 'old', gone: 'gone' })
    const { failures } = await transfer('mirror', at('from'), at('to'), {
      options: { filter: { rules: [], maxSizeBytes: 10 } },
    })
    expect(failures).to.deep.equal([])
    expect(paths(at('to'))).to.deep.equal(['large', 'small'])
    expect(readFileSync(at('to', 'large'), 'utf8')).to.equal('old')
  })

  it('S2: is nothing when the source is empty and the destination is not', async () => {
    makeTree(at('from'), {})
    makeTree(at('to'), { precious: 'precious' })
    const { error, plans } = await transfer('mirror', at('from'), at('to'))
    expect(error?.code).to.equal('E_EMPTY_SOURCE')
    expect(error?.exit).to.equal(8)
    expect(plans).to.deep.equal([])
    expect(paths(at('to'))).to.deep.equal(['precious'])
    const allowed = await transfer('mirror', at('from'), at('to'), { options: { allowEmptySource: true } })
    expect(allowed.error).to.equal(undefined)
    expect(paths(at('to'))).to.deep.equal([])
  })

  it('S2: is nothing when the source is missing', async () => {
    makeTree(at('to'), { precious: 'precious' })
    const { error } = await transfer('mirror', at('from'), at('to'))
    expect(error?.exit).to.equal(4)
    expect(paths(at('to'))).to.deep.equal(['precious'])
  })

  it('S2: S8: is nothing when a name cannot be held at the destination', async () => {
    makeTree(at('from'), { 'a:b': 'x', good: 'x' })
    makeTree(at('to'), { out: 'out' })
    const limits = {
      caseInsensitive: true,
      normalizes: false,
      windowsNames: true,
      maxNameBytes: 255,
      mtimeGrainNs: 1n,
    }
    const { error, failed } = await transfer('mirror', at('from'), at('to'), { limits })
    expect(failed).to.deep.equal({ 'a:b': 'E_BAD_NAME' })
    expect(error?.code).to.equal('E_INCOMPLETE')
    expect(paths(at('to'))).to.deep.equal(['good', 'out'])
  })

  it('S8: is not the name that a case-insensitive destination takes for the source’s', async () => {
    makeTree(at('from'), { README: 'new', 'Dir/File': 'new' })
    makeTree(at('to'), { gone: 'gone' })
    const limits = {
      caseInsensitive: true,
      normalizes: true,
      windowsNames: false,
      maxNameBytes: 255,
      mtimeGrainNs: 1n,
    }
    makeTree(at('to'), { readme: 'of old' })
    const { failures } = await transfer('mirror', at('from'), at('to'), { limits })
    expect(failures).to.deep.equal([])
    expect(paths(at('to'))).to.include.members(['Dir/File', 'README', 'readme'])
    expect(paths(at('to'))).not.to.include('gone')
  })

  it('goes deeper than handles are kept, with files on every level', async () => {
    makeTree(at('from'), { keep: 'keep' })
    makeTree(at('to'), { keep: 'keep' })
    const deep = Array.from({ length: 300 }, (_, level) => `d${level % 10}`)
    const nodes: Record<string, string> = {}
    for (let level = 1; level <= deep.length; level += 7)
      nodes[[...deep.slice(0, level), 'z'].join('/')] = 'x'
    makeTree(at('to'), nodes)
    const { failures, tally } = await transfer('mirror', at('from'), at('to'))
    expect(failures).to.deep.equal([])
    expect(tally.filesDeleted).to.equal(Object.keys(nodes).length)
    expect(paths(at('to'))).to.deep.equal(['keep'])
  })

  it('leaves a directory whose mode shuts out everybody as it is in the source', async () => {
    makeTree(at('from'), { 'closed/keep': 'keep', closed: { dir: true, mode: 0o500 } })
    makeTree(at('to'), { 'closed/keep': 'keep', 'closed/gone': 'gone', closed: { dir: true, mode: 0o500 } })
    const { failures } = await transfer('mirror', at('from'), at('to'))
    expect(failures).to.deep.equal([])
    expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
    for (const side of ['from', 'to']) chmodSync(at(side, 'closed'), 0o700)
    rmSync(at('to'), { recursive: true })
  })
})
