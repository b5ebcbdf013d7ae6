import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Fault } from './faulty-wire.js'
import { runSession, type SessionResult, type SessionRun } from './run-session.js'

const MIB = 1024 * 1024
const FILES = 402
const REFUSED: Fault = { kind: 'refused' }

describe('a session whose data connection breaks', () => {
  let place: string
  let bytes = 0
  const at = (path: string): string => join(place, path)
  const differences = (): string =>
    execFileSync('rsync', ['-nrlpti', '--delete', `${at('from')}/`, at('to')], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => !line.startsWith('.d..t...... ./'))
      .join('\n')

  before(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-broken-'))
    for (const name of ['small', 'other']) {
      mkdirSync(at(`from/${name}`), { recursive: true })
      for (let i = 0; i < 200; i++) {
        const content = `${name} ${i} `.repeat((i * 37) % 900)
        writeFileSync(at(`from/${name}/f${i}`), content)
        bytes += content.length
      }
    }

    bytes += 40 * MIB
    for (const name of ['large', 'wide'])
      writeFileSync(
        at(`from/${name}`),
        Buffer.from(Uint32Array.from({ length: (20 * MIB) / 4 }, (_, i) => i * 3).buffer),
      )
  })

  after(() => {
    rmSync(place, { recursive: true, force: true })
  })

  /** Streams that have come to their fault: which of them sends how much is not known beforehand. */
  const broken = new Set<number>()

  beforeEach(() => {
    broken.clear()
    mkdirSync(at('to'))
  })

  afterEach(() => {
    rmSync(at('to'), { recursive: true, force: true })
  })

  async function run(
    dialler: 'destination' | 'source',
    faults: Readonly<Record<number, Fault>>,
    more: Omit<SessionRun, 'wire'> = {},
  ): Promise<SessionResult> {
    return runSession(at('from'), at('to'), {
      operation: 'mirror',
      ...more,
      wire: { dialler, faultOf: (stream) => faults[stream], onFault: (stream) => broken.add(stream) },
    })
  }

  const cut = (afterBytes: number): Fault => ({ kind: 'cut', afterBytes })
  const late = (until: Promise<void>): Fault => ({ kind: 'late', until })
  const corrupt = (afterBytes: number): Fault => ({ kind: 'corrupt', afterBytes })
  const lost = ({ said }: SessionResult): number[] =>
    said
      .flatMap((message) => (message.hasStreamLost() ? [message.getStreamLost()?.getStream() ?? -1] : []))
      .sort((a, b) => a - b)

  for (const dialler of ['source', 'destination'] as const) {
    for (const [when, faults] of [
      ['before a frame', { 0: cut(0) }],
      ['in the midst of a header', { 0: cut(10) }],
      ['among small files', { 0: cut(5000), 1: cut(150_000) }],
      ['in the midst of a piece', { 0: cut(3 * MIB) }],
      ['on each stream', { 0: cut(9 * MIB + 17), 1: cut(12 * MIB) }],
    ] as const) {
      it(`S20: goes on over another one, dialled by the ${dialler}, when it breaks ${when}`, async () => {
        const result = await run(dialler, faults)
        const { error, failures, landed, tally } = result
        expect([error, failures, landed.error]).to.deep.equal([undefined, [], undefined])
        expect(lost(result))
          .to.have.members([...broken])
          .and.not.to.deep.equal([])
        expect(tally).to.include({ filesCopied: FILES, filesScanned: FILES })
        expect(tally.bytesCopied).to.equal(bytes)
        expect(differences()).to.equal('')
      })
    }

    it(`takes other bytes than were sent for a connection that broke, dialled by the ${dialler}`, async () => {
      const result = await run(dialler, { 0: corrupt(4 * MIB), 1: corrupt(5000) })
      expect(result.error).to.equal(undefined)
      expect(lost(result))
        .to.have.members([...broken])
        .and.not.to.deep.equal([])
      expect(differences()).to.equal('')
    })

    for (const [what, faults] of [
      ['is refused, and again', { 1: REFUSED, 3: REFUSED }],
      ['is under way until the end', { 1: late(new Promise(() => {})) }],
    ] as const) {
      it(`S20: does without a stream that ${what}, dialled by the ${dialler}, as there is another`, async () => {
        const { error, failures, landed, streams } = await run(dialler, faults)
        expect([error, failures, landed.error]).to.deep.equal([undefined, [], undefined])
        expect([streams, landed.streams]).to.deep.equal([1, 1])
        expect(differences()).to.equal('')
      })
    }

    it(`S20: has a stream, dialled by the ${dialler}, whose first connection was never answered`, async () => {
      const { error, failures, landed } = await run(dialler, { 1: { kind: 'no-ack' } })
      expect([error, failures, landed.error]).to.deep.equal([undefined, [], undefined])
      expect(differences()).to.equal('')
    })

    it(`ends with E_UNREACHABLE when no stream, dialled by the ${dialler}, is let in`, async () => {
      const { error, landed } = await run(
        dialler,
        { 0: REFUSED, 1: REFUSED, 2: REFUSED, 3: REFUSED },
        { redialMs: 500 },
      )
      const codes = [error?.code, landed.error?.code]
      expect(codes).to.include('E_UNREACHABLE')
      expect(codes).not.to.include(undefined)
    })

    it(`S2: ends with E_UNREACHABLE when the second one, dialled by the ${dialler}, breaks too`, async () => {
      const { error, landed } = await run(dialler, { 0: cut(MIB), 2: cut(MIB) })
      const codes = [error?.code, landed.error?.code]
      expect(codes).to.include('E_UNREACHABLE')
      expect(codes).not.to.include(undefined)
      expect(readdirSync(at('to')).filter((name) => name === 'large' || name === 'wide').length).to.be.below(
        2,
      )
    })
  }

  it('S20: does without a stream that comes when the source has ended, and is refused', async () => {
    let release = (): void => {}
    let tell = (): void => {}
    const until = new Promise<void>((resolve) => (release = resolve))
    const told = new Promise<void>((resolve) => (tell = resolve))
    const result = await run(
      'destination',
      { 1: late(until) },
      {
        async beforeDone() {
          release()
          await told
        },
        lie(message) {
          if (message.hasStreamLost()) tell()
          return [message]
        },
      },
    )
    expect([result.error, result.failures, result.landed.error]).to.deep.equal([undefined, [], undefined])
    expect(lost(result)).to.deep.equal([1])
    expect([result.streams, result.landed.streams]).to.deep.equal([1, 1])
    expect(differences()).to.equal('')
  })

  it('goes on compressed, too, whatever is cut off or has become something else', async () => {
    const result = await run('source', { 0: cut(MIB), 1: corrupt(MIB) }, { options: { compress: true } })
    expect([result.error, result.failures]).to.deep.equal([undefined, []])
    expect(lost(result))
      .to.have.members([...broken])
      .and.not.to.deep.equal([])
    expect(differences()).to.equal('')
  })

  it('goes on without hashes, too', async () => {
    const result = await run('source', { 0: cut(3 * MIB), 1: cut(14 * MIB) }, { hashed: false })
    expect([result.error, result.failures]).to.deep.equal([undefined, []])
    expect(differences()).to.equal('')
  })
})
