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
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { BlitError, toBytes, type ColumnRow } from '@blit/core'

import { pb } from '../../dist/protocol/index.js'
import { PlayedSource, type PlayOptions } from './played-source.js'

const MIB = 1024 * 1024

const row = (name: string, more: Partial<ColumnRow> = {}): ColumnRow => ({
  type: 'file',
  name: toBytes(name),
  directory: 0,
  sizeBytes: 0,
  mtimeSeconds: 1000,
  mtimeNanos: 0,
  mode: more.type === 'directory' ? 0o755 : 0o644,
  uid: 0,
  gid: 0,
  ...more,
})

describe('the destination of a session', () => {
  let place: string
  const at = (path: string): string => join(place, path)
  const play = (options?: PlayOptions): PlayedSource => new PlayedSource(at('to'), options)

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-session-'))
    mkdirSync(at('to'))
  })

  afterEach(() => {
    rmSync(place, { recursive: true, force: true })
  })

  it('lands a tree over two streams, while the manifest is still coming', async () => {
    const source = play()
    source.batch([row('d', { type: 'directory' }), row('f', { directory: 1, sizeBytes: 3 })])
    expect(await source.needs()).to.deep.equal([1])
    const first = await source.stream(0)
    first.small(1, 'one')
    source.batch(
      [row('g', { directory: 1, sizeBytes: 3 }), row('big', { directory: 1, sizeBytes: 9 * MIB })],
      {
        complete: [0, 1],
      },
    )
    expect(await source.needs()).to.deep.equal([2, 3])
    const second = await source.stream(1)
    second.small(2, 'two')
    writeFileSync(at('big'), Buffer.alloc(9 * MIB, 'xyz'))
    const fd = openSync(at('big'), 'r')
    second.frames.sendPiece({ index: 3, attempt: 0, fd, offset: 8 * MIB, length: MIB })
    first.frames.sendPiece({ index: 3, attempt: 0, fd, offset: 0, length: 8 * MIB })
    closeSync(fd)
    first.frames.fileEnd(3, 9 * MIB, 'ok')
    source.complete()
    expect(await source.needs()).to.equal(undefined)
    first.frames.end()
    second.frames.end()
    source.dataDone(0, 1)
    const { error, failures, streams, tally } = await source.outcome
    expect([error, failures, streams]).to.deep.equal([undefined, [], 2])
    expect(tally).to.include({ filesCopied: 3, bytesCopied: 9 * MIB + 6, dirsCreated: 1 })
    expect(readFileSync(at('to/d/f'), 'utf8')).to.equal('one')
    expect(readFileSync(at('to/d/big')).equals(readFileSync(at('big')))).to.equal(true)
    // Node 24 rounds to less than a microsecond, not to one.
    expect(statSync(at('to/d')).mtimeMs).to.be.closeTo(1_000_000, 0.001)
    expect(readdirSync(at('to'))).to.deep.equal(['d'])
  })

  it('opens no stream where nothing is needed', async () => {
    writeFileSync(at('to/f'), 'one')
    utimesSync(at('to/f'), 1000, 1000)
    const source = play()
    source.batch([row('f', { sizeBytes: 3 })], { complete: [0] })
    source.complete()
    expect(await source.needs()).to.equal(undefined)
    source.dataDone()
    const { error, streams, tally } = await source.outcome
    expect([error, streams, tally.filesSkipped]).to.deep.equal([undefined, 0, 1])
  })

  it('S3: a mirror asks before it deletes, and deletes only if it may', async () => {
    for (const allowed of [false, true]) {
      writeFileSync(at('to/extra'), 'extra')
      const source = play({
        operation: 'mirror',
        confirmDeletes: async () => {
          if (!allowed) throw new BlitError('E_MAX_DELETE', 'too many')
        },
      })
      source.batch([row('hidden', { type: 'skipped' })], { complete: [0] })
      source.complete()
      source.dataDone()
      const { error, tally } = await source.outcome
      expect(source.plans).to.have.length(1)
      expect(source.plans[0]).to.include({ entries: 1, bytes: 5 })
      expect([error?.code, tally.filesDeleted]).to.deep.equal(allowed ? [undefined, 1] : ['E_MAX_DELETE', 0])
      expect(existsSync(at('to/extra'))).to.equal(!allowed)
    }
  })

  it('S2: deletes nothing when the scan was not complete, or a file failed', async () => {
    writeFileSync(at('to/extra'), 'extra')
    const unread = play({ operation: 'mirror' })
    unread.batch([], { complete: [0] })
    unread.complete(false)
    unread.dataDone()
    expect((await unread.outcome).error).to.include({ code: 'E_INCOMPLETE', exit: 8 })

    const failing = play({ operation: 'mirror' })
    failing.batch([row('f', { sizeBytes: 3 })], { complete: [0] })
    failing.complete()
    expect(await failing.needs()).to.deep.equal([0])
    const stream = await failing.stream(0)
    stream.failed(0)
    stream.frames.end()
    const failures = new pb.Failures()
    const failure = new pb.Failure()
    failure.setPath(Buffer.from('f'))
    failure.setCode('E_READ')
    failure.setMessage('f: cannot be read')
    failures.addFailures(failure)
    const message = new pb.SourceMessage()
    message.setFailures(failures)
    failing.say(message)
    failing.dataDone(0)
    const outcome = await failing.outcome
    expect(outcome.error).to.include({ code: 'E_INCOMPLETE', exit: 3 })
    expect(outcome.failures).to.deep.equal([{ path: 'f', code: 'E_READ', message: 'f: cannot be read' }])
    expect(readdirSync(at('to'))).to.deep.equal(['extra'])
  })

  const wrongs: Record<string, (source: PlayedSource) => Promise<void> | void> = {
    'an index that was not asked for': async (source) => {
      source.batch([row('f', { sizeBytes: 3 })])
      await source.needs()
      ;(await source.stream(0)).small(1, 'one')
    },
    'a file twice': async (source) => {
      source.batch([row('f', { sizeBytes: 3 })])
      await source.needs()
      const stream = await source.stream(0)
      stream.small(0, 'one')
      stream.small(0, 'two')
    },
    'a file of another size': async (source) => {
      source.batch([row('f', { sizeBytes: 3 })])
      await source.needs()
      ;(await source.stream(0)).small(0, 'four')
    },
    'a number of entries that is not true': (source) => {
      source.batch([row('f')])
      source.complete(true, 2)
    },
    'entries after the last one': (source) => {
      source.complete()
      source.batch([row('f')])
    },
    'entries of what is no directory': (source) => {
      source.batch([row('f')])
      source.batch([row('g', { directory: 1 })])
    },
    'a message without a meaning': (source) => {
      source.say(new pb.SourceMessage())
    },
    'the end of its data before all has come': async (source) => {
      source.batch([row('f', { sizeBytes: 3 })], { complete: [0] })
      source.complete()
      await source.needs()
      ;(await source.stream(0)).frames.end()
      source.dataDone(0)
    },
    'the end of a stream that there is not': (source) => {
      source.complete()
      source.dataDone(1)
    },
  }
  for (const [what, play_] of Object.entries(wrongs)) {
    it(`S13, S20: ends with E_PROTOCOL when the source sends ${what}`, async () => {
      const source = play()
      await play_(source)
      expect((await source.outcome).error).to.include({ code: 'E_PROTOCOL' })
      expect(readdirSync(at('to')).filter((name) => name !== 'f' && name !== 'g')).to.deep.equal([])
    })
  }

  it('S20: a stream that breaks, and is not dialled again, ends it, and leaves no temp', async () => {
    const source = play({ redialMs: 1 })
    source.batch([row('big', { sizeBytes: 9 * MIB })])
    await source.needs()
    const stream = await source.stream(0)
    writeFileSync(at('big'), Buffer.alloc(MIB))
    const fd = openSync(at('big'), 'r')
    stream.frames.sendPiece({ index: 0, attempt: 0, fd, offset: 8 * MIB, length: MIB })
    closeSync(fd)
    stream.socket.end()
    expect((await source.outcome).error).to.include({ code: 'E_UNREACHABLE' })
    expect(readdirSync(at('to'))).to.deep.equal([])
  })

  it('S9, S20: ends as one that was lost when the source hangs up', async () => {
    const source = play()
    source.hangUp()
    expect((await source.outcome).error).to.include({ code: 'E_UNREACHABLE' })
    expect(readdirSync(at('to'))).to.deep.equal([])
  })

  it('ends when it is told to, also while a stream is silent', async () => {
    const controller = new AbortController()
    const source = play({ signal: controller.signal })
    source.batch([row('f', { sizeBytes: 3 })])
    await source.needs()
    await source.stream(0)
    controller.abort(new BlitError('E_INTERRUPTED', 'interrupted'))
    expect((await source.outcome).error).to.include({ code: 'E_INTERRUPTED' })
    expect(readdirSync(at('to'))).to.deep.equal([])
  })
})
