import { expect } from 'chai'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { toBytes, type ColumnRow } from '@blit/core'

import { pb } from '../../dist/protocol/index.js'
import { PlayedSource } from './played-source.js'
import { runSession } from './run-session.js'

const MIB = 1024 * 1024

const row = (name: string): ColumnRow => ({
  type: 'file',
  name: toBytes(name),
  directory: 0,
  sizeBytes: 3,
  mtimeSeconds: 1000,
  mtimeNanos: 0,
  mode: 0o644,
  uid: 0,
  gid: 0,
})

describe('what a destination needs', () => {
  let place: string
  const at = (path: string): string => join(place, path)

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-needs-'))
    for (const name of ['from', 'to']) mkdirSync(at(name))
  })

  afterEach(() => {
    rmSync(place, { recursive: true, force: true })
  })

  it('S11: is asked for only so far that not too much is on its way', async () => {
    const source = new PlayedSource(at('to'), { maxNeeded: 2 })
    source.batch(['a', 'b', 'c'].map((name) => row(name)))
    source.batch(['d', 'e'].map((name) => row(name)))
    source.complete()
    expect(await source.needs()).to.deep.equal([0, 1])
    const stream = await source.stream(0)
    stream.small(1, 'bbb')
    expect(await source.needs()).to.have.length(1)
    stream.failed(0)
    expect(await source.needs()).to.have.length(1)
    for (const index of [2, 3, 4]) {
      stream.small(index, 'xxx')
      if (index === 2) expect(await source.needs()).to.have.length(1)
    }

    expect(await source.needs()).to.equal(undefined)
    stream.frames.end()
    source.dataDone(0)
    const { error } = await source.outcome
    expect(error).to.equal(undefined)
    expect(readdirSync(at('to'))).to.deep.equal(['b', 'c', 'd', 'e'])
  })

  it('S11: comes in the end, however narrow the way', async () => {
    for (let i = 0; i < 60; i++) {
      mkdirSync(at(`from/d${i}`))
      for (let j = 0; j < 20; j++) writeFileSync(at(`from/d${i}/${j}`), `${i} ${j}`)
    }

    writeFileSync(at('from/large'), Buffer.alloc(9 * MIB))
    const { error, said, tally } = await runSession(at('from'), at('to'), { maxNeeded: 3 })
    expect(error).to.equal(undefined)
    expect(tally.filesCopied).to.equal(1201)
    for (const message of said) expect(message.getNeed()?.getIndicesList().length ?? 0).to.be.below(4)
  })

  const held = (index: number, bytes: number): pb.Held =>
    new pb.Held().setIndex(index).setHashes(new Uint8Array(bytes).fill(1))
  const lies: ReadonlyArray<readonly [string, (need: pb.Need) => void]> = [
    ['an index twice', (need) => need.addIndices(need.getIndicesList()[0] as number)],
    ['what was not listed', (need) => need.addIndices(77)],
    ['hashes of too few pieces', (need) => need.addHeld(held(0, 16))],
    ['hashes of too many pieces', (need) => need.addHeld(held(0, 48))],
    ['half a hash', (need) => need.addHeld(held(0, 24))],
    ['no hashes', (need) => need.addHeld(held(0, 0))],
    ['hashes twice', (need) => need.setHeldList([held(0, 32), held(0, 32)])],
    ['hashes of what it does not need', (need) => need.addHeld(held(5, 32))],
    ['pieces of a small file', (need) => need.addHeld(held(1, 16))],
  ]
  for (const [what, lie] of lies) {
    it(`S13, S20: ends the session with E_PROTOCOL if it is ${what}`, async () => {
      writeFileSync(at('from/large'), Buffer.alloc(9 * MIB))
      writeFileSync(at('from/small'), 'small')
      const { error } = await runSession(at('from'), at('to'), {
        lie(message) {
          const need = message.getNeed()
          if (need !== undefined) lie(need)
          return [message]
        },
      })
      expect(error?.code).to.equal('E_PROTOCOL')
    })
  }

  it('takes nothing over that is not the same, whatever hashes say', async () => {
    writeFileSync(at('from/large'), Buffer.alloc(9 * MIB, 'large'))
    const { error, landed } = await runSession(at('from'), at('to'), {
      lie(message) {
        message.getNeed()?.addHeld(held(0, 32))
        return [message]
      },
    })
    expect([error, landed.tally.bytesCopied, landed.tally.bytesResumed]).to.deep.equal([
      undefined,
      9 * MIB,
      0,
    ])
  })
})
