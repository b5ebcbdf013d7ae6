import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { DeletePlan } from '@blit/core'

import { runSession as push } from './run-session.js'

const STREAMS = 2
const MIB = 1024 * 1024

describe('a session', () => {
  let place: string
  const at = (path: string): string => join(place, path)
  const differences = (): string =>
    execFileSync('rsync', ['-nrlpti', '--delete', `${at('from')}/`, at('to')], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => !line.startsWith('.d..t...... ./'))
      .join('\n')

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-push-'))
    for (const name of ['from', 'to']) mkdirSync(at(name))
  })

  afterEach(() => {
    rmSync(place, { recursive: true, force: true })
  })

  function plant(): void {
    for (let i = 0; i < 20; i++) {
      mkdirSync(at(`from/d${i}/e`), { recursive: true })
      for (let j = 0; j < 30; j++) writeFileSync(at(`from/d${i}/f${j}`), `${i}:${j}`.repeat(j * 40))
      writeFileSync(at(`from/d${i}/e/deep`), '')
      symlinkSync('../d0', at(`from/d${i}/link`))
    }

    mkdirSync(at('from/empty'))
    writeFileSync(at('from/large'), Buffer.alloc(20 * 1024 * 1024, 'large'))
    writeFileSync(at('from/middle'), Buffer.alloc(300_000, 'middle'))
    writeFileSync(Buffer.from(`${at('from')}/raw\xff`, 'latin1'), 'raw')
  }

  for (const hashed of [true, false]) {
    it(`leaves what the source has, ${hashed ? 'every byte hashed' : 'unhashed'}`, async () => {
      plant()
      const { error, failures, landed, streams, tally } = await push(at('from'), at('to'), { hashed })
      expect([error, failures]).to.deep.equal([undefined, []])
      expect(streams).to.be.within(1, STREAMS).and.to.equal(landed.streams)
      expect(tally).to.include({ filesCopied: 623, dirsCreated: 41, linksCreated: 20 })
      expect(differences()).to.equal('')
      const again = await push(at('from'), at('to'), { hashed })
      expect(again.tally).to.include({ filesCopied: 0, filesSkipped: 623, filesScanned: 623 })
      expect([again.streams, again.error]).to.deep.equal([0, undefined])
    })
  }

  for (const dialler of ['source', 'destination'] as const)
    it(`takes streams that come later, and does without those that come too late: the ${dialler} dials`, async () => {
      plant()
      for (let i = 0; i < 8; i++) writeFileSync(at(`from/large${i}`), Buffer.alloc(9 * MIB, `${i}`))
      const { error, failures, landed, streams } = await push(at('from'), at('to'), {
        growing: true,
        wire: { dialler, faultOf: () => undefined },
      })
      expect([error, failures, landed.error]).to.deep.equal([undefined, [], undefined])
      expect(streams).to.be.within(1, 6).and.to.equal(landed.streams)
      expect(differences()).to.equal('')
      // Nothing large: it is over when most of them come.
      writeFileSync(at('from/another'), 'another')
      const short = await push(at('from'), at('to'), {
        growing: true,
        wire: { dialler, faultOf: () => undefined },
      })
      expect([short.error, short.landed.error, short.tally.filesCopied]).to.deep.equal([
        undefined,
        undefined,
        1,
      ])
      expect(differences()).to.equal('')
    })

  it('S2, S3: mirrors, after it has asked', async () => {
    plant()
    mkdirSync(at('to/d1/extra'), { recursive: true })
    writeFileSync(at('to/d1/extra/file'), 'extra')
    writeFileSync(at('to/empty'), 'a file')
    const plans: DeletePlan[] = []
    const { error, tally } = await push(at('from'), at('to'), {
      operation: 'mirror',
      confirmDeletes: async (plan) => void plans.push(plan),
    })
    expect(error).to.equal(undefined)
    expect(plans.map(({ entries }) => entries)).to.deep.equal([2])
    expect(tally).to.include({ filesDeleted: 1, dirsDeleted: 1 })
    expect(differences()).to.equal('')
  })

  it('S2: a mirror of an empty source deletes nothing, unless it is asked to', async () => {
    writeFileSync(at('to/extra'), '')
    for (const dryRun of [true, false]) {
      const refused = await push(at('from'), at('to'), { operation: 'mirror', options: { dryRun } })
      expect(refused.error).to.include({ code: 'E_EMPTY_SOURCE', exit: 8 })
      expect(refused.tally.filesDeleted).to.equal(0)
      expect(readdirSync(at('to'))).to.deep.equal(['extra'])
    }

    const options = { allowEmptySource: true }
    const allowed = await push(at('from'), at('to'), { operation: 'mirror', options })
    expect(allowed.error).to.equal(undefined)
    expect(readdirSync(at('to'))).to.deep.equal([])
    const again = await push(at('from'), at('to'), { operation: 'mirror' })
    expect(again.error).to.equal(undefined)
  })

  it('S6: what has changed when it is read is looked at, and sent, once more', async () => {
    mkdirSync(at('from/d'))
    for (const name of ['from/d/small', 'from/d/gone', 'from/d/same']) writeFileSync(at(name), 'old')
    utimesSync(at('from/d'), 1000, 1000)
    for (const name of ['from/large', 'from/shrunk']) writeFileSync(at(name), Buffer.alloc(9 * MIB, name))
    const needs: number[][] = []
    const { error, failures, tally } = await push(at('from'), at('to'), {
      onNeed(indices) {
        needs.push(indices)
        if (needs.length > 1) return
        writeFileSync(at('from/d/small'), 'another')
        rmSync(at('from/d/gone'))
        utimesSync(at('from/d'), 1000, 1000)
        writeFileSync(at('from/large'), Buffer.alloc(10 * MIB, 'grown'))
        writeFileSync(at('from/shrunk'), 'shrunk')
      },
    })
    expect(error).to.equal(undefined)
    expect(failures.map(({ code, path }) => [code, path])).to.deep.equal([['E_CHANGED', 'd/gone']])
    expect(tally).to.include({ filesCopied: 4, filesScanned: 5, bytesCopied: 10 * MIB + 16 })
    // The directory has changed, too, since it was listed.
    expect(differences().replace('.d..t...... d/\n', '')).to.equal('')
  })

  it('S6: what changes again and again is a failure by name, and nothing of it lands', async () => {
    writeFileSync(at('from/small'), '')
    writeFileSync(at('from/large'), Buffer.alloc(9 * MIB))
    for (const retries of [0, 1, 3]) {
      let passes = 0
      const { error, failures, tally } = await push(at('from'), at('to'), {
        operation: 'mirror',
        options: { retries },
        onNeed() {
          passes++
          for (const name of ['from/small', 'from/large']) appendFileSync(at(name), 'more')
        },
      })
      expect(passes).to.equal(retries + 1)
      expect(failures.map(({ code, path }) => `${code} ${path}`).sort()).to.deep.equal([
        'E_CHANGED large',
        'E_CHANGED small',
      ])
      expect(error).to.equal(undefined)
      expect(tally).to.include({ filesCopied: 0, bytesCopied: 0 })
      expect(readdirSync(at('to'))).to.deep.equal([])
    }
  })

  it('S2: after a file that has changed for good a mirror deletes nothing', async () => {
    writeFileSync(at('from/small'), '')
    writeFileSync(at('to/extra'), '')
    for (const retries of [0, 1]) {
      let passes = 0
      const { error } = await push(at('from'), at('to'), {
        operation: 'mirror',
        options: { retries: 1 },
        onNeed: () => {
          if (passes++ <= retries) appendFileSync(at('from/small'), 'more')
        },
      })
      expect(error?.exit).to.equal(retries === 1 ? 3 : undefined)
      expect(readdirSync(at('to'))).to.deep.equal(retries === 1 ? ['extra'] : ['small'])
      rmSync(at('to'), { recursive: true })
      mkdirSync(at('to'))
      writeFileSync(at('to/extra'), '')
    }
  })

  it('S4: moves: what has landed is gone from the source, directories too, and nothing else', async () => {
    plant()
    execFileSync('cp', ['-a', at('from'), at('kept')])
    const rehearsed = await push(at('from'), at('to'), { operation: 'move', options: { dryRun: true } })
    expect([rehearsed.error, readdirSync(at('to'))]).to.deep.equal([undefined, []])
    // Hidden by a filter, so it stays; and all above it.
    const options = { filter: { rules: [{ action: 'exclude' as const, pattern: '/d7/f3' }] } }
    const { error, failures, tally } = await push(at('from'), at('to'), { operation: 'move', options })
    expect([error, failures]).to.deep.equal([undefined, []])
    expect(tally).to.include({ filesCopied: 622, linksCreated: 20, sourcesRemoved: 682 })
    expect(rehearsed.tally).to.include({ filesCopied: 623, linksCreated: 20, sourcesRemoved: 684 })
    expect(readdirSync(at('from'))).to.deep.equal(['d7'])
    expect(readdirSync(at('from/d7'))).to.deep.equal(['f3'])
    const rest = await push(at('from'), at('to'), { operation: 'move' })
    expect(rest.tally).to.include({ filesCopied: 1, sourcesRemoved: 2 })
    expect(readdirSync(at('from'))).to.deep.equal([])
    rmSync(at('from'), { recursive: true })
    renameSync(at('kept'), at('from'))
    // Directories were changed by the first move, before the second sent their times.
    const lines = differences().split('\n')
    expect(lines.filter((line) => !line.startsWith('.d..t'))).to.deep.equal([''])
  })

  it('sends nothing of an empty directory', async () => {
    const { error, streams } = await push(at('from'), at('to'))
    expect([error, streams, readdirSync(at('to'))]).to.deep.equal([undefined, 0, []])
  })
})
