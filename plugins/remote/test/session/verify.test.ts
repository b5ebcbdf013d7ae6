import { expect } from 'chai'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'

import { DEFAULT_TRANSFER_OPTIONS, toBytes, type ColumnRow } from '@blit/core'

import { PlayedSource } from './played-source.js'

const MIB = 1024 * 1024
const SIZE = 12 * MIB

describe('what has landed, with --verify', () => {
  let place: string
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

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-verify-'))
    mkdirSync(at('to'))
    writeFileSync(at('large'), Buffer.alloc(SIZE, 'large'))
  })

  afterEach(() => {
    rmSync(place, { recursive: true, force: true })
  })

  /** Half of a piece is written when somebody changes what lies on the disk. */

  async function play(verify: boolean, hashed: boolean) {
    const source = new PlayedSource(at('to'), { options: { verify }, hashed })
    source.batch([row], { complete: [0] })
    await source.needs()
    const stream = await source.stream(0, hashed)
    const fd = openSync(at('large'), 'r')
    const piece = (offset: number, length: number): Buffer =>
      stream.bytesOf(() => stream.frames.sendPiece({ index: 0, attempt: 0, fd, offset, length }))
    const first = piece(0, 8 * MIB)
    stream.socket.write(first.subarray(0, 5 * MIB))
    const temp = (): string | undefined => readdirSync(at('to')).find((name) => /-\d+$/.test(name))
    while (statSync(at(`to/${temp() ?? '.'}`)).size < MIB) await setImmediate()
    const written = openSync(at(`to/${temp()}`), 'r+')
    writeSync(written, 'changed', 100)
    closeSync(written)
    stream.socket.write(first.subarray(5 * MIB))
    stream.socket.write(piece(8 * MIB, 4 * MIB))
    closeSync(fd)
    stream.frames.fileEnd(0, SIZE, 'ok')
    stream.frames.end()
    source.complete()
    source.dataDone(0)
    return source.outcome
  }

  for (const hashed of [true, false]) {
    it(`S9: is read back, ${hashed ? 'with' : 'without'} hashes on the wire`, async () => {
      const { error, failures, tally } = await play(true, hashed)
      expect([error, failures.map(({ code, path }) => `${code} ${path}`)]).to.deep.equal([
        undefined,
        ['E_DIFFER large'],
      ])
      expect(tally).to.include({ filesCopied: 0, bytesCopied: 0 })
      expect(readdirSync(at('to'))).to.deep.equal([])
    })
  }

  it('may end in a hole', async () => {
    const content = Buffer.alloc(SIZE)
    content.write('data', 100)
    writeFileSync(at('large'), content)
    const source = new PlayedSource(at('to'), {
      options: { verify: true, preserve: { ...DEFAULT_TRANSFER_OPTIONS.preserve, sparse: true } },
    })
    source.batch([row], { complete: [0] })
    await source.needs()
    const stream = await source.stream(0)
    const fd = openSync(at('large'), 'r')
    for (const offset of [0, 8 * MIB])
      stream.frames.sendPiece({ index: 0, attempt: 0, fd, offset, length: Math.min(8 * MIB, SIZE - offset) })
    closeSync(fd)
    stream.frames.fileEnd(0, SIZE, 'ok')
    stream.frames.end()
    source.complete()
    source.dataDone(0)
    const { error, failures } = await source.outcome
    expect([error, failures]).to.deep.equal([undefined, []])
    expect(readFileSync(at('to/large')).equals(content)).to.equal(true)
  })

  it('would not be noticed otherwise', async () => {
    expect((await play(false, true)).failures).to.deep.equal([])
    expect(existsSync(at('to/large'))).to.equal(true)
    expect(readFileSync(at('to/large')).subarray(100, 107).toString()).to.equal('changed')
  })
})
