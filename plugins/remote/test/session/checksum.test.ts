import { expect } from 'chai'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { DEFAULT_TRANSFER_OPTIONS, toBytes, type ColumnRow, type TransferOptions } from '@blit/core'

import type { pb } from '../../dist/protocol/index.js'
import { PlayedSource, type PlayedStream } from './played-source.js'
import { runSession } from './run-session.js'

const MIB = 1024 * 1024
const CHECKSUM: Partial<TransferOptions> = {
  compare: { ...DEFAULT_TRANSFER_OPTIONS.compare, mode: 'checksum' },
}

describe('a session that compares contents', () => {
  let place: string
  const at = (path: string): string => join(place, path)

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-checksum-'))
    for (const name of ['from', 'to']) mkdirSync(at(name))
  })

  afterEach(() => {
    rmSync(place, { recursive: true, force: true })
  })

  function both(name: string, content: Buffer | string, other = content): void {
    writeFileSync(at(`from/${name}`), content)
    writeFileSync(at(`to/${name}`), other)
    utimesSync(at(`from/${name}`), 1000, 1000)
    utimesSync(at(`to/${name}`), 2000, 2000)
  }

  for (const hashed of [true, false]) {
    it(`sends only what is different, ${hashed ? 'hashed' : 'unhashed'}, small files as well as large`, async () => {
      const large = Buffer.from(Uint32Array.from({ length: (20 * MIB) / 4 }, (_, i) => i).buffer)
      const changed = Buffer.from(large)
      changed[19 * MIB] = 99
      both('same', 'same')
      both('empty', '')
      both('different', 'one', 'two')
      both('longer', 'longer', 'long')
      both('large', large)
      both('changed', changed, large)
      for (let i = 0; i < 300; i++) both(`f${i}`, `content ${i}`)
      chmodSync(at('from/same'), 0o600)
      const inode = lstatSync(at('to/large')).ino
      const { error, failures, tally } = await runSession(at('from'), at('to'), { options: CHECKSUM, hashed })
      expect([error, failures]).to.deep.equal([undefined, []])
      expect(tally).to.include({
        filesScanned: 306,
        filesSkipped: 303,
        filesCopied: 3,
        bytesCopied: 20 * MIB + 9,
      })
      for (const name of ['same', 'different', 'longer', 'large', 'changed', 'f7'])
        expect(readFileSync(at(`to/${name}`)).equals(readFileSync(at(`from/${name}`))), name).to.equal(true)
      expect(lstatSync(at('to/large')).ino).to.equal(inode)
      for (const name of ['same', 'large'])
        expect(statSync(at(`to/${name}`)).mtimeMs, name).to.equal(1_000_000)
      expect(statSync(at('to/same')).mode & 0o777).to.equal(0o600)
      const again = await runSession(at('from'), at('to'), { options: CHECKSUM, hashed })
      expect(again.tally).to.include({ filesSkipped: 306, filesCopied: 0, bytesCopied: 0 })
    })
  }

  it('never changes an inode that has other names', async () => {
    both('linked', 'same')
    linkSync(at('to/linked'), at('other'))
    const { error } = await runSession(at('from'), at('to'), { options: CHECKSUM })
    expect(error).to.equal(undefined)
    expect(statSync(at('other')).mtimeMs).to.equal(2_000_000)
    expect(statSync(at('to/linked')).mtimeMs).to.equal(1_000_000)
  })

  it('finds what changed while connections break', async () => {
    for (let i = 0; i < 400; i++) both(`f${i}`, `content ${i}`.repeat(300), i % 2 === 0 ? undefined : `x${i}`)
    both('large', Buffer.alloc(9 * MIB, 'one'), Buffer.alloc(9 * MIB, 'two'))
    const { error, tally } = await runSession(at('from'), at('to'), {
      options: CHECKSUM,
      wire: {
        dialler: 'source',
        faultOf: (stream) => ({ kind: 'cut', afterBytes: stream < 2 ? 3000 : 2 ** 40 }),
      },
    })
    expect([error, tally.filesSkipped + tally.filesCopied]).to.deep.equal([undefined, 401])
    for (const name of [...readdirSync(at('from'))])
      expect(readFileSync(at(`to/${name}`)).equals(readFileSync(at(`from/${name}`))), name).to.equal(true)
  })

  describe('with a source that lies', () => {
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

    const lies: ReadonlyArray<readonly [string, (stream: PlayedStream) => void]> = [
      ['a small file that is not there is the same', (stream) => stream.failed(0, 'same', 3)],
      ['a file is the same twice', (stream) => [1, 1].map((index) => stream.failed(index, 'same', 3))],
      ['a file of another size is the same', (stream) => stream.failed(1, 'same', 4)],
      ['a large file that is not there is the same', (stream) => stream.frames.fileEnd(2, 9 * MIB, 'same')],
      [
        'a large file is the same after it was sent',
        (stream) => {
          stream.frames.sendPiece({ index: 3, attempt: 0, fd: -1, offset: 8 * MIB, length: MIB })
          stream.frames.fileEnd(3, 9 * MIB, 'same')
        },
      ],
      ['a piece is held of a file that is compared', (stream) => stream.frames.held(3, 0)],
    ]
    for (const [what, lie] of lies) {
      it(`S13: says that ${what}: the session ends`, async () => {
        writeFileSync(at('to/small'), 'old')
        writeFileSync(at('to/large'), Buffer.alloc(9 * MIB))
        const source = new PlayedSource(at('to'), { options: CHECKSUM })
        source.batch([row('new', 3), row('small', 3), row('big', 9 * MIB), row('large', 9 * MIB)])
        const plain = (await source.need()) as pb.Need
        const compared = (await source.need()) as pb.Need
        expect([plain.getIndicesList(), compared.getIndicesList()]).to.deep.equal([
          [0, 2],
          [1, 3],
        ])
        expect(compared.getHeldList().map((held) => held.getExisting())).to.deep.equal([true, true])
        lie(await source.stream(0))
        expect((await source.outcome).error?.code).to.equal('E_PROTOCOL')
        expect(readdirSync(at('to'))).to.deep.equal(['large', 'small'])
      })
    }
  })
})
