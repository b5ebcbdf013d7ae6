import { expect } from 'chai'
import {
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { BlitError, toBytes, type ColumnRow } from '@blit/core'

import { PayloadHash } from '../../dist/data-plane/stream.js'
import type { pb } from '../../dist/protocol/index.js'
import { PlayedSource, SEEDS, type PlayOptions } from './played-source.js'

const MIB = 1024 * 1024
const SIZE = 33 * MIB
const PIECES = 5

describe('the destination of a session, after one that was cut off', () => {
  let place: string
  let content: Buffer
  const at = (path: string): string => join(place, path)
  const row: ColumnRow = {
    type: 'file',
    name: toBytes('large'),
    directory: 0,
    sizeBytes: SIZE,
    mtimeSeconds: 1000,
    mtimeNanos: 0,
    mode: 0o644,
    uid: 0,
    gid: 0,
  }
  const temps = (): string[] => readdirSync(at('to')).filter((name) => /^\.blit-[0-9a-f]{16}-/.test(name))

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-resume-'))
    mkdirSync(at('to'))
    content = Buffer.from(Uint32Array.from({ length: SIZE / 4 }, (_, i) => i).buffer)
    writeFileSync(at('large'), content)
  })

  afterEach(() => {
    rmSync(place, { recursive: true, force: true })
  })

  async function play(options?: PlayOptions): Promise<{ source: PlayedSource; need: pb.Need }> {
    const source = new PlayedSource(at('to'), options)
    source.batch([row], { complete: [0] })
    const need = (await source.need()) as pb.Need
    expect(need.getIndicesList()).to.deep.equal([0])
    return { source, need }
  }

  async function send(source: PlayedSource, pieces: readonly number[]): Promise<void> {
    const stream = await source.stream(0)
    const fd = openSync(at('large'), 'r')
    for (const piece of pieces)
      stream.frames.sendPiece({ index: 0, attempt: 0, fd, offset: piece * 8 * MIB, length: lengthOf(piece) })
    closeSync(fd)
    for (const piece of [0, 1, 2, 3, 4]) if (!pieces.includes(piece)) stream.frames.held(0, piece * 8 * MIB)
    stream.frames.fileEnd(0, SIZE, 'ok')
    stream.frames.end()
    source.complete()
    source.dataDone(0)
  }

  /** A session that has landed these pieces when it is cut off. */
  async function cutOff(pieces: readonly number[], options: PlayOptions['options'] = {}): Promise<void> {
    const cut = new AbortController()
    const { source } = await play({ signal: cut.signal, options })
    const stream = await source.stream(0)
    const fd = openSync(at('large'), 'r')
    for (const piece of pieces)
      stream.frames.sendPiece({ index: 0, attempt: 0, fd, offset: piece * 8 * MIB, length: lengthOf(piece) })
    closeSync(fd)
    await source.landed(pieces.reduce((sum, piece) => sum + lengthOf(piece), 0))
    cut.abort(new BlitError('E_UNREACHABLE', 'the client is gone'))
    expect((await source.outcome).error?.code).to.equal('E_UNREACHABLE')
  }

  const lengthOf = (piece: number): number => Math.min(8 * MIB, SIZE - piece * 8 * MIB)

  function hashes(pieces: readonly number[]): Buffer {
    const hash = new PayloadHash(SEEDS)
    const all = Buffer.alloc(PIECES * 16)
    for (const piece of pieces) {
      hash.update(content.subarray(piece * 8 * MIB, piece * 8 * MIB + lengthOf(piece)))
      hash.digest().copy(all, piece * 16)
    }

    return all
  }

  it('S9: says by hashes what its temp really holds, and takes over what the source finds equal', async () => {
    await cutOff([0, 3])
    expect(temps()).to.have.length(1)
    const { need, source } = await play()
    const held = need.getHeldList()[0] as pb.Held
    expect([held.getIndex(), held.getExisting()]).to.deep.equal([0, false])
    const told = Buffer.from(held.getHashes_asU8())
    for (const piece of [0, 3])
      expect(told.subarray(piece * 16, piece * 16 + 16)).to.deep.equal(
        hashes([piece]).subarray(piece * 16, piece * 16 + 16),
      )
    // Never written: nothing there.
    expect(told.subarray(4 * 16)).to.deep.equal(Buffer.alloc(16))
    await send(source, [1, 2, 4])
    const { error, tally } = await source.outcome
    expect(error).to.equal(undefined)
    expect(tally).to.include({ bytesResumed: 16 * MIB, bytesCopied: 17 * MIB, filesCopied: 1 })
    expect(readFileSync(at('to/large')).equals(content)).to.equal(true)
    expect(readdirSync(at('to'))).to.deep.equal(['large'])
  })

  it('S9: a temp that somebody has changed is hashed as it is', async () => {
    await cutOff([0, 3])
    const fd = openSync(at(`to/${temps()[0]}`), 'r+')
    writeSync(fd, 'changed', 100)
    closeSync(fd)
    const { need, source } = await play()
    const told = Buffer.from((need.getHeldList()[0] as pb.Held).getHashes_asU8())
    expect(told.subarray(0, 16)).not.to.deep.equal(hashes([0]).subarray(0, 16))
    await send(source, [0, 1, 2, 4])
    expect((await source.outcome).error).to.equal(undefined)
    expect(readFileSync(at('to/large')).equals(content)).to.equal(true)
  })

  it('starts anew where that is wanted, and leaves nothing of the old run', async () => {
    await cutOff([0, 3])
    const { need, source } = await play({ options: { resume: false } })
    expect(need.getHeldList()).to.deep.equal([])
    await send(source, [0, 1, 2, 3, 4])
    expect((await source.outcome).tally).to.include({ bytesResumed: 0, bytesCopied: SIZE })
    expect(readdirSync(at('to'))).to.deep.equal(['large'])
    rmSync(at('to/large'))
    await cutOff([0], { resume: false })
    expect(readdirSync(at('to'))).to.deep.equal([])
  })

  it('does not take over a temp that has another name, or that a living session has', async () => {
    await cutOff([0, 3])
    linkSync(at(`to/${temps()[0]}`), at('other'))
    const linked = await play()
    expect(linked.need.getHeldList()).to.deep.equal([])
    const meanwhile = await play()
    expect(meanwhile.need.getHeldList()).to.deep.equal([])
    for (const { source } of [linked, meanwhile]) {
      source.hangUp()
      expect((await source.outcome).error?.code).to.equal('E_UNREACHABLE')
    }

    expect(
      readFileSync(at('other'))
        .subarray(0, 8 * MIB)
        .equals(content.subarray(0, 8 * MIB)),
    ).to.equal(true)
  })

  for (const [what, frames] of [
    ['was never held', [4]],
    ['comes twice', [0, 0]],
  ] as const) {
    it(`S13: a source that calls a piece held which ${what} ends the session`, async () => {
      await cutOff([0, 3])
      const { source } = await play()
      const stream = await source.stream(0)
      for (const piece of frames) stream.frames.held(0, piece * 8 * MIB)
      expect((await source.outcome).error?.code).to.equal('E_PROTOCOL')
      expect(readdirSync(at('to'))).to.deep.equal([])
    })
  }

  it('S13: nothing is held of a file that begins anew', async () => {
    for (const offset of [0, 5, SIZE]) {
      const { source } = await play()
      const stream = await source.stream(0)
      stream.frames.held(0, offset)
      expect((await source.outcome).error?.code).to.equal('E_PROTOCOL')
    }
  })
})
