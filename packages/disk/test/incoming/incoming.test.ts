import { expect } from 'chai'
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'

import { DEFAULT_TRANSFER_OPTIONS, toBytes, type ColumnRow } from '@blit/core'

import { pieceBytes, pieceCount, pieceLength } from '../../dist/incoming/index.js'
import { scratch } from '../support/scratch.js'
import { leftovers } from '../support/snapshot.js'
import { Receiver } from './receiver.js'

const MIB = 1024 * 1024

const row = (name: string, more: Partial<ColumnRow> = {}): ColumnRow => ({
  type: 'file',
  name: toBytes(name),
  directory: 0,
  sizeBytes: 0,
  mtimeSeconds: 1000,
  mtimeNanos: 0,
  mode: more.type === 'directory' ? 0o755 : 0o644,
  uid: process.getuid?.() ?? 0,
  gid: process.getgid?.() ?? 0,
  ...more,
})

const indices = (needs: ReadonlyArray<{ readonly index: number }>): number[] =>
  needs.map(({ index }) => index)

describe('the destination of a session', () => {
  const { at } = scratch()
  let receiver: Receiver | undefined

  beforeEach(() => {
    mkdirSync(at('to'))
  })

  function receive(options?: ConstructorParameters<typeof Receiver>[1]): Receiver {
    receiver = new Receiver(at('to'), options)
    return receiver
  }

  it('asks for files that are not there, and lands them with what the manifest says', async () => {
    const to = receive({ streams: 2 })
    const needs = await to.add(
      [
        row('d', { type: 'directory', mode: 0o750 }),
        row('e', { type: 'directory' }),
        row('link', { type: 'symlink', target: toBytes('d/f') }),
        row('d/f'.slice(2), { directory: 1, sizeBytes: 5, mode: 0o640, mtimeNanos: 123_000 }),
        row('raw\uDCFF', { directory: 1, sizeBytes: 3 }),
      ],
      { complete: [0, 1, 2] },
    )
    expect(indices(needs)).to.deep.equal([3, 4])
    await to.small(3, 'hello')
    await to.small(4, 'raw', 2)
    expect(to.transfer.progress.tally).to.include({
      filesCopied: 2,
      bytesCopied: 8,
      dirsCreated: 2,
      linksCreated: 1,
    })
    await to.finish()
    expect(to.failures).to.deep.equal([])
    expect(readFileSync(at('to/d/f'), 'utf8')).to.equal('hello')
    const { mode, mtimeMs } = statSync(at('to/d/f'))
    expect(mode & 0o777).to.equal(0o640)
    // To the microsecond: Node 24 does not round to it.
    expect(mtimeMs).to.be.closeTo(1_000_000.123, 0.001)
    expect(statSync(at('to/d')).mode & 0o777).to.equal(0o750)
    for (const name of ['to/d', 'to/e']) expect(statSync(at(name)).mtimeMs).to.be.closeTo(1_000_000, 0.001)
    expect(readlinkSync(at('to/link'))).to.equal('d/f')
    expect(leftovers(at('to'))).to.deep.equal([])
  })

  it('asks for nothing where everything is the same', async () => {
    mkdirSync(at('to/d'))
    writeFileSync(at('to/d/f'), 'hello')
    utimesSync(at('to/d/f'), 1000, 1000)
    utimesSync(at('to/d'), 1000, 1000)
    const to = receive()
    const needs = await to.add([row('d', { type: 'directory' }), row('f', { directory: 1, sizeBytes: 5 })], {
      complete: [0, 1],
    })
    expect(needs).to.deep.equal([])
    expect(to.transfer.progress.tally).to.include({ filesScanned: 1, filesSkipped: 1, filesCopied: 0 })
    await to.finish()
    expect(to.actions).to.deep.equal([])
  })

  it('S13: what was not asked for, or comes twice, ends the session and changes nothing', async () => {
    writeFileSync(at('to/same'), 'same')
    utimesSync(at('to/same'), 1000, 1000)
    const to = receive()
    await to.add([row('f', { sizeBytes: 1 }), row('same', { sizeBytes: 4 })])
    await to.small(0, 'x')
    for (const index of [0, 1, 2, 2 ** 31]) {
      const error = await to.small(index, 'y').catch((error_: unknown) => error_)
      expect(error, String(index)).to.include({ code: 'E_PROTOCOL' })
    }

    await to.close()
    expect(readFileSync(at('to/f'), 'utf8')).to.equal('x')
    expect(readFileSync(at('to/same'), 'utf8')).to.equal('same')
  })

  it('lands a large file from pieces that come in any order, over several streams', async () => {
    const to = receive({ streams: 2 })
    const size = 17 * MIB
    const content = Buffer.alloc(size, 'abcdefg')
    const needs = await to.add([row('big', { sizeBytes: size })], { complete: [0] })
    expect(indices(needs)).to.deep.equal([0])
    const send = (offset: number, stream: number): Promise<unknown> =>
      to.tell(
        { kind: 'piece', index: 0, offset, content: content.subarray(offset, offset + 8 * MIB), ok: true },
        stream,
      )
    await send(16 * MIB, 1)
    await to.tell({ kind: 'file-end', index: 0, sizeBytes: size, ok: true }, 2)
    await send(0, 2)
    expect(existsSync(at('to/big'))).to.equal(false)
    const again = await send(0, 1).catch((error: unknown) => error)
    expect(again).to.include({ code: 'E_PROTOCOL' })
    await send(8 * MIB, 1)
    expect(readFileSync(at('to/big')).equals(content)).to.equal(true)
    await to.finish()
    expect(leftovers(at('to'))).to.deep.equal([])
    expect(to.transfer.progress.tally).to.include({ filesCopied: 1, bytesCopied: size })
  })

  it('S6, S9: a large file whose source changed, or of which a piece is wrong, never gets its name', async () => {
    const to = receive()
    const size = 9 * MIB
    await to.add([row('changed', { sizeBytes: size }), row('wrong', { sizeBytes: size })], { complete: [0] })
    for (const index of [0, 1]) {
      for (const [offset, length] of [
        [0, 8 * MIB],
        [8 * MIB, MIB],
      ] as const)
        await to.tell({ kind: 'piece', index, offset, content: Buffer.alloc(length), ok: index === 0 }, 1)
      await to.tell({ kind: 'file-end', index, sizeBytes: size, ok: index === 1 }, 1)
    }

    await to.finish()
    expect(readdirSync(at('to'))).to.deep.equal([])
  })

  it('S1: temps of what has not come are gone when the session ends', async () => {
    const to = receive()
    await to.add([row('big', { sizeBytes: 9 * MIB })])
    await to.tell({ kind: 'piece', index: 0, offset: 8 * MIB, content: Buffer.alloc(MIB), ok: true }, 1)
    expect(readdirSync(at('to'))).to.have.length(2)
    await to.close()
    expect(readdirSync(at('to'))).to.deep.equal([])
  })

  it('S3: a mirror deletes what the source does not have, only where all of it is known', async () => {
    for (const path of ['known', 'unknown', 'hidden']) {
      mkdirSync(at(`to/${path}`))
      writeFileSync(at(`to/${path}/extra`), 'extra')
    }

    const to = receive({ operation: 'mirror' })
    await to.add(
      [
        row('known', { type: 'directory' }),
        row('unknown', { type: 'directory' }),
        row('hidden', { type: 'skipped' }),
        row('f', { directory: 1, sizeBytes: 1 }),
      ],
      { complete: [0, 1] },
    )
    expect(await to.tell({ kind: 'plan' })).to.include({ entries: 1, bytes: 5 })
    await to.small(3, 'x')
    await to.finish()
    expect(readdirSync(at('to/known'))).to.deep.equal(['f'])
    expect(existsSync(at('to/unknown/extra'))).to.equal(true)
    expect(existsSync(at('to/hidden/extra'))).to.equal(true)
  })

  it('S2: nothing may be deleted when a directory of the source could not be read', async () => {
    const to = receive({ operation: 'mirror' })
    await to.add([row('d', { type: 'directory' })], { complete: [0, 1], incomplete: [1] })
    expect(await to.tell({ kind: 'refusal' })).to.equal('E_INCOMPLETE')
    await to.close()
  })

  it('S5: a file takes the place of a full directory after the mirror has deleted that', async () => {
    mkdirSync(at('to/x'))
    writeFileSync(at('to/x/y'), 'old')
    const to = receive({ operation: 'mirror' })
    const needs = await to.add([row('x', { sizeBytes: 3 })], { complete: [0] })
    expect(indices(needs)).to.deep.equal([0])
    await to.small(0, 'new')
    expect(statSync(at('to/x')).isDirectory()).to.equal(true)
    await to.finish()
    expect(readFileSync(at('to/x'), 'utf8')).to.equal('new')
  })

  it('S5: files, symlinks and directories take each other’s place', async () => {
    writeFileSync(at('to/file'), 'old')
    symlinkSync('nowhere', at('to/link'))
    mkdirSync(at('to/empty'))
    const to = receive()
    const needs = await to.add(
      [
        row('empty', { sizeBytes: 1 }),
        row('file', { type: 'directory' }),
        row('link', { type: 'directory' }),
        row('f', { directory: 2, sizeBytes: 1 }),
        row('g', { directory: 3, sizeBytes: 1 }),
      ],
      { complete: [0, 2, 3] },
    )
    expect(indices(needs)).to.deep.equal([0, 3, 4])
    for (const index of indices(needs)) await to.small(index, 'n')
    await to.finish()
    for (const path of ['empty', 'file/f', 'link/g'])
      expect(readFileSync(at(`to/${path}`), 'utf8')).to.equal('n')
  })

  it('S12: never lands through a symlink that appears in its way', async () => {
    mkdirSync(at('outside'))
    const to = receive()
    await to.add([row('d', { type: 'directory' }), row('f', { directory: 1, sizeBytes: 1 })], {
      complete: [0, 1],
    })
    const { renameSync } = await import('node:fs')
    renameSync(at('to/d'), at('to/moved'))
    symlinkSync(at('outside'), at('to/d'))
    await to.small(1, 'x')
    expect(to.failures.map(({ path }) => path)).to.deep.equal(['d/f'])
    await to.close()
    expect(readdirSync(at('outside'))).to.deep.equal([])
    expect(lstatSync(at('to/d')).isSymbolicLink()).to.equal(true)
  })

  it('links names of one inode', async () => {
    writeFileSync(at('to/other'), 'old')
    linkSync(at('to/other'), at('to/kept'))
    const preserve = { ...DEFAULT_TRANSFER_OPTIONS.preserve, hardLinks: true }
    const to = receive({ options: { preserve } })
    const needs = await to.add([row('first', { sizeBytes: 1 }), row('other', { sizeBytes: 1 })], {
      complete: [0],
      links: [
        [0, 0],
        [1, 0],
      ],
    })
    expect(indices(needs)).to.deep.equal([])
    expect(indices(await to.lead())).to.deep.equal([0])
    await to.small(0, 'n')
    expect(await to.lead()).to.deep.equal([])
    await to.finish()
    expect(statSync(at('to/other')).ino).to.equal(statSync(at('to/first')).ino)
    expect(readFileSync(at('to/kept'), 'utf8')).to.equal('old')
  })

  it('has the next name of an inode when the first one fails', async () => {
    const preserve = { ...DEFAULT_TRANSFER_OPTIONS.preserve, hardLinks: true }
    const to = receive({ options: { preserve } })
    const names = ['one', 'three', 'two'].map((name) => row(name, { sizeBytes: 1 }))
    await to.add(names, {
      complete: [0],
      links: [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    })
    expect(indices(await to.lead())).to.deep.equal([0])
    await to.tell({ kind: 'give-up', index: 0 }, 1)
    expect(indices(await to.lead())).to.deep.equal([1])
    await to.small(1, 'x')
    expect(await to.lead()).to.deep.equal([])
    await to.finish()
    expect(readdirSync(at('to')).sort()).to.deep.equal(['three', 'two'])
    expect(statSync(at('to/two')).ino).to.equal(statSync(at('to/three')).ino)
    expect(to.transfer.progress.tally).to.include({ filesScanned: 3, filesCopied: 1, linksCreated: 1 })
  })

  it('S12: names a large file whose directory was swapped for a link while it was to come', async () => {
    mkdirSync(at('elsewhere'))
    mkdirSync(at('to/d'))
    const size = 9 * MIB
    const to = receive()
    const needs = await to.add(
      [row('d', { type: 'directory' }), row('large', { directory: 1, sizeBytes: size })],
      { complete: [0, 1] },
    )
    expect(indices(needs)).to.deep.equal([1])
    rmSync(at('to/d'), { recursive: true })
    symlinkSync(at('elsewhere'), at('to/d'))
    for (const [offset, length] of [
      [0, 8 * MIB],
      [8 * MIB, MIB],
    ] as const)
      await to.tell({ kind: 'piece', index: 1, offset, content: Buffer.alloc(length), ok: true }, 1)
    await to.tell({ kind: 'file-end', index: 1, sizeBytes: size, ok: true }, 1)
    expect(to.failures.map(({ code, path }) => `${code} ${path}`)).to.deep.equal(['E_WRITE d/large'])
    expect(to.transfer.progress.tally).to.include({ filesCopied: 0, bytesCopied: 0 })
    await to.close()
    expect(readdirSync(at('elsewhere'))).to.deep.equal([])
  })

  it('asks for no link to what was not said to have several names', async () => {
    const preserve = { ...DEFAULT_TRANSFER_OPTIONS.preserve, hardLinks: true }
    const to = receive({ options: { preserve } })
    const rows = [row('one'), row('two')]
    const refused = await to.add(rows, { links: [[1, 0]] }).catch(({ code }: { code: string }) => code)
    expect(refused).to.equal('E_PROTOCOL')
    await to.close()
  })

  it('changes nothing in a dry run, and says what it would do', async () => {
    writeFileSync(at('to/extra'), 'extra')
    writeFileSync(at('to/f'), 'old')
    const to = receive({ operation: 'mirror', options: { dryRun: true } })
    const needs = await to.add(
      [row('d', { type: 'directory' }), row('f', { sizeBytes: 1 }), row('g', { directory: 1, sizeBytes: 2 })],
      { complete: [0, 1] },
    )
    expect(needs).to.deep.equal([])
    expect(to.transfer.progress.tally).to.include({ filesCopied: 2, dirsCreated: 1, bytesCopied: 3 })
    await to.close()
    expect(to.actions).to.include.members(['mkdir d', 'update f', 'copy d/g'])
    expect(readdirSync(at('to')).sort()).to.deep.equal(['extra', 'f'])
  })
})

describe('the destination of a session whose root is not there', () => {
  const { at } = scratch()

  beforeEach(() => {
    mkdirSync(at('to'))
  })

  /** One file in a directory, landed; the root has no name yet. */
  async function landed(): Promise<Receiver> {
    const to = new Receiver(at('to'), { name: 'tree' })
    await to.add([row('d', { type: 'directory' }), row('f', { directory: 1, sizeBytes: 5 })], {
      complete: [0, 1],
    })
    await to.small(1, 'hello')
    return to
  }

  it('S1: builds it under a temp name, files under their own, and names it when all is there', async () => {
    const to = await landed()
    const [temp = '', ...others] = readdirSync(at('to')).filter((name) => name !== '.blit-sessions')
    expect(temp).to.match(/^\.blit-[\da-f]{16}-\d+$/)
    expect(others).to.deep.equal([])
    expect(readdirSync(at(`to/${temp}/d`))).to.deep.equal(['f'])
    await to.finish()
    expect(readdirSync(at('to'))).to.deep.equal(['tree'])
    expect(readFileSync(at('to/tree/d/f'), 'utf8')).to.equal('hello')
    expect(statSync(at('to/tree/d')).mtimeMs).to.be.closeTo(1_000_000, 0.001)
  })

  it('S1: lands with temps again once it has its name', async () => {
    const to = await landed()
    await to.transfer.reveal()
    const [, ...needs] = indices(await to.add([row('g', { sizeBytes: 1 }), row('h', { sizeBytes: 1 })]))
    expect(needs).to.deep.equal([3])
    await to.small(2, 'g')
    // h is not sent: its temp would be all that is seen of it.
    expect(readdirSync(at('to/tree')).sort()).to.deep.equal(['d', 'g'])
    await to.close()
  })

  it('holds up nothing for a root that has got its name', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
    const to = await landed()
    await to.transfer.reveal()
    const before = timers()
    to.transfer.begin()
    expect(timers()).to.equal(before)
    await to.close()
  })

  it('S1: what else has got its name stays, and nothing is left beside it', async () => {
    const to = await landed()
    mkdirSync(at('to/tree'))
    writeFileSync(at('to/tree/own'), '')
    const error = await to.transfer.reveal().catch((error_: unknown) => error_)
    expect(error).to.include({ code: 'E_DESTINATION' })
    expect(to.transfer.progress.tally).to.include({ filesCopied: 0, bytesCopied: 0, dirsCreated: -1 })
    await to.close()
    expect(readdirSync(at('to/tree'))).to.deep.equal(['own'])
    expect(readdirSync(at('to'))).to.deep.equal(['tree'])
  })

  it('S1: is removed where a thread has crashed: there may be half a file in it', async () => {
    const to = await landed()
    to.transfer.abandon()
    await to.close()
    expect(readdirSync(at('to'))).to.deep.equal([])
  })
})

describe('the grid of pieces', () => {
  it('has steps of 8 MiB, doubled until a file has at most 65,536 pieces', () => {
    expect(pieceBytes(1)).to.equal(8 * MIB)
    expect(pieceBytes(65_536 * 8 * MIB)).to.equal(8 * MIB)
    expect(pieceBytes(65_536 * 8 * MIB + 1)).to.equal(16 * MIB)
    expect(pieceCount(65_536 * 8 * MIB + 1)).to.equal(32_769)
    expect(pieceCount(2 ** 53 - 1)).to.be.at.most(65_536)
  })

  it('knows which pieces there are', () => {
    const size = 17 * MIB
    expect([0, 8 * MIB, 16 * MIB].map((offset) => pieceLength(size, offset))).to.deep.equal([
      8 * MIB,
      8 * MIB,
      MIB,
    ])
    expect([1, -8 * MIB, 24 * MIB, 17 * MIB].map((offset) => pieceLength(size, offset))).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
