import { expect } from 'chai'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { DEFAULT_TRANSFER_OPTIONS, toBytes, type ColumnRow } from '@blit/core'

import { SourceStreams } from '../../dist/session/source-streams.js'
import { PlayedSource, type PlayedStream } from './played-source.js'

const MIB = 1024 * 1024
const SIZE = 20 * MIB

const row = (name: string, sizeBytes: number): ColumnRow => ({
  type: 'file',
  name: toBytes(name),
  directory: 0,
  sizeBytes,
  mtimeSeconds: 1000,
  mtimeNanos: 0,
  mode: 0o644,
  uid: 0,
  gid: 0,
})

describe('a stream that is dialled again', () => {
  let place: string
  let fd: number
  const at = (path: string): string => join(place, path)

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-redial-'))
    mkdirSync(at('to'))
    writeFileSync(at('large'), Buffer.from(Uint32Array.from({ length: SIZE / 4 }, (_, i) => i).buffer))
    fd = openSync(at('large'), 'r')
  })

  afterEach(() => {
    closeSync(fd)
    rmSync(place, { recursive: true, force: true })
  })

  const piece = (offset: number, attempt: number) => ({
    index: 1,
    attempt,
    fd,
    offset,
    length: Math.min(8 * MIB, SIZE - offset),
  })

  /** A small file, and a piece of a large one, have come over a stream that breaks in the next piece. */
  async function broken(): Promise<PlayedSource> {
    const source = new PlayedSource(at('to'))
    source.batch([row('small', 3), row('large', SIZE)], { complete: [0] })
    expect(await source.needs()).to.deep.equal([0, 1])
    const stream = await source.stream(0)
    stream.small(0, 'one')
    stream.frames.nop()
    stream.frames.sendPiece(piece(8 * MIB, 0))
    await source.landed(8 * MIB + 3)
    stream.cutOff(piece(0, 0))
    expect(await source.lost()).to.deep.equal([0, 3])
    return source
  }

  it('S20: brings again what has not come: claims of the connection that broke are released', async () => {
    const source = await broken()
    const next = await source.stream(2)
    for (const offset of [0, 16 * MIB]) next.frames.sendPiece(piece(offset, 1))
    next.frames.fileEnd(1, SIZE, 'ok', 1)
    next.frames.end()
    source.complete()
    source.dataDone(0)
    const { error, streams, tally } = await source.outcome
    expect([error, streams]).to.deep.equal([undefined, 1])
    expect(tally).to.include({ filesCopied: 2, bytesCopied: SIZE + 3 })
    expect(readFileSync(at('to/large')).equals(readFileSync(at('large')))).to.equal(true)
  })

  const lies: ReadonlyArray<readonly [string, (next: PlayedStream) => void]> = [
    ['what has come before', (next) => next.frames.sendPiece(piece(8 * MIB, 1))],
    ['a frame of the first attempt', (next) => next.frames.sendPiece(piece(0, 0))],
    ['a frame of a third attempt', (next) => next.frames.sendPiece(piece(0, 2))],
  ]
  for (const [what, lie] of lies) {
    it(`S13: ends the session with E_PROTOCOL if it brings ${what}`, async () => {
      const source = await broken()
      lie(await source.stream(2))
      expect((await source.outcome).error?.code).to.equal('E_PROTOCOL')
    })
  }

  it('S15: has its number once, and another one is not there for others', async () => {
    const source = await broken()
    const next = await source.stream(2)
    for (const number of [0, 2, 4, 9]) expect(await source.knock(number), String(number)).to.equal(undefined)
    next.socket.resetAndDestroy()
    expect((await source.outcome).error?.code).to.equal('E_UNREACHABLE')
  })

  it('may be the first of its stream to come, and none follows one that has ended', async () => {
    const source = new PlayedSource(at('to'))
    source.batch([row('small', 3), row('other', 3)], { complete: [0] })
    expect(await source.needs()).to.deep.equal([0, 1])
    const stream = await source.stream(0)
    stream.small(0, 'one')
    stream.frames.end()
    const late = await source.stream(3)
    expect(await source.lost()).to.deep.equal([1, 0])
    expect(await source.knock(1)).to.equal(undefined)
    late.small(1, 'two', 1)
    await source.landed(6)
    expect(await source.knock(2)).to.equal(undefined)
    late.frames.end()
    source.complete()
    source.dataDone(0, 1)
    expect((await source.outcome).error).to.equal(undefined)
    expect(readFileSync(at('to/other'), 'utf8')).to.equal('two')
  })

  it('S13: a source hears of each loss once, and of none that cannot be', () => {
    const errors: unknown[] = []
    const streams = new SourceStreams({
      count: () => 2,
      setup: { root: { fd: -1, path: '' }, options: DEFAULT_TRANSFER_OPTIONS },
      seeds: () => ({ a: 0n, b: 0n }),
      hashed: true,
      quietMs: 1000,
      redial: undefined,
      redialMs: 10_000,
      onFailures() {},
      onDiffers() {},
      onError: (error) => errors.push(error),
    })
    streams.lost(1, 0)
    for (const number of [1, 2, 4_000_000_000])
      expect(() => streams.lost(number, 0))
        .to.throw()
        .with.property('code', 'E_PROTOCOL')
    streams.shutdown()
    expect(errors).to.deep.equal([])
  })
})
