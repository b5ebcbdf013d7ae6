import { expect } from 'chai'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { pb } from '@blit/remote/protocol'
import { makeSandbox, until, type RunningDaemon, type Sandbox } from '../support/sandbox.js'
import { dial, hungUp } from '../support/raw-socket.js'
import { TestClient } from '../support/client.js'
import { PlanStream } from '../support/plan-client.js'
import { RawPush, type RawEntry } from '../support/raw-push.js'

const MIB = 1024 * 1024
const DIRECTORY = 2
const SYMLINK = 3
/** Of each of five kinds, as many as a session has streams. */
const KEPT_THREADS = 10
const linux = process.platform === 'linux'

describe('S20: a daemon among sessions of hostile clients', () => {
  let sandbox: Sandbox
  let daemon: RunningDaemon
  let client: TestClient
  let bystander: { readonly push: RawPush; readonly stream: PlanStream }
  let place = ''
  let tests = 0
  let quiet = { fds: 0, threads: 0 }

  /** What it has open beside what its threads need for themselves. */
  const open = (): number => {
    if (!linux) return 0
    const links = readdirSync(`/proc/${daemon.pid}/fd`).map((fd) => {
      try {
        return readlinkSync(`/proc/${daemon.pid}/fd/${fd}`)
      } catch {
        return '' // Closed meanwhile.
      }
    })
    return links.filter((link) => /^\/|^socket:/.test(link)).length
  }
  const threads = (): number => (linux ? readdirSync(`/proc/${daemon.pid}/task`).length : 0)
  const pushes: RawPush[] = []
  const begin = (): RawPush => {
    const push = new RawPush(client)
    pushes.push(push)
    return push
  }

  /** A push of one file of three bytes at index 0, which is asked for. */
  const wanted = async (more: readonly RawEntry[] = []): Promise<RawPush> => {
    const push = begin()
      .header(place)
      .entries([{ name: 'f', size: 3 }, ...more])
    await push.negotiation()
    await push.needs(1)
    return push
  }

  /** A push that is under way while something else goes wrong. */
  async function decent(): Promise<typeof bystander> {
    const push = begin()
      .header('decent')
      .entries([{ name: 'f', size: 6 }])
    return { push, stream: await push.stream(0) }
  }

  before(async () => {
    sandbox = makeSandbox()
    sandbox.fill({
      'data/kept/file': 'kept',
      outside: null,
      'c.toml': `
[daemon]
port = 0
handshake_seconds = 1
[[module]]
name = "data"
path = "data"
[[module]]
name = "ro"
path = "data"
read_only = true
`,
    })
    daemon = await sandbox.daemon('--config', 'c.toml')
    client = new TestClient(daemon.port)
  })

  beforeEach(async () => {
    if (quiet.fds === 0) {
      // What it makes once is made now.
      const { push, stream } = await decent()
      stream.batch([{ index: 0, content: Buffer.from('decent') }])
      stream.end()
      expect(await push.complete().dataDone(0).outcome()).to.equal('OK')
      await until('its threads are gone', () => readdirSync(sandbox.at('data/decent')).length === 1)
      quiet = await settled()
    }

    sandbox.fill({ 'data/decent/f': 'before' })
    place = `hostile-${tests++}`
    bystander = await decent()
  })

  /** Its descriptors and threads, once they do not become fewer any more. */
  async function settled(): Promise<{ fds: number; threads: number }> {
    let seen = { fds: open(), threads: threads() }
    let same = 0
    await until('nothing changes any more', () => {
      const now = { fds: open(), threads: threads() }
      same = now.fds === seen.fds && now.threads === seen.threads ? same + 1 : 0
      seen = now
      return same > 20
    })
    return seen
  }

  afterEach(async () => {
    expect(await client.codeOf('ping', new pb.PingRequest())).to.equal('OK')
    const { push, stream } = bystander
    stream.batch([{ index: 0, content: Buffer.from('decent') }])
    stream.end()
    expect(await push.complete().dataDone(0).outcome()).to.equal('OK')
    expect(readFileSync(sandbox.at('data/decent/f'), 'utf8')).to.equal('decent')
    for (const one of pushes.splice(0)) one.cancel()
    await until('its descriptors are back', () => open() <= quiet.fds)
    // Some wait for the next session.
    await until('its threads are back', () => threads() <= quiet.threads + KEPT_THREADS)
    const temps = readdirSync(sandbox.at('data'), { recursive: true }).filter((name) =>
      `${name}`.includes('.blit-'),
    )
    expect(temps).to.deep.equal([])
    expect(readFileSync(sandbox.at('data/kept/file'), 'utf8')).to.equal('kept')
    expect(readdirSync(sandbox.at('outside'))).to.deep.equal([])
    expect(
      daemon
        .stderr()
        .split('\n')
        .filter((line) => /error|ERR_|at .*[.]js/.test(line)),
    ).to.deep.equal([])
  })

  after(async () => {
    client.close()
    await sandbox.remove()
  })

  const headers: Array<[what: string, begin: (push: RawPush) => void, code: string]> = [
    ['a place outside', (push) => push.header('../outside'), 'E_PROTOCOL'],
    ['an absolute place', (push) => push.header('/etc'), 'E_PROTOCOL'],
    ['a place with NUL', (push) => push.header('a\0b'), 'E_PROTOCOL'],
    ['an unknown module', (push) => push.header('x', { module: 'nobody' }), 'E_NO_MODULE'],
    ['a read-only module', (push) => push.header('x', { module: 'ro' }), 'E_READ_ONLY'],
    ['no payload', (push) => push.say(new pb.ClientPushRequest()), 'E_PROTOCOL'],
    ['entries before the header', (push) => push.entries([{ name: 'f' }]), 'E_PROTOCOL'],
    [
      '1,001 rules',
      (push) => push.header('x', { options: (o) => o.setRulesList(rules(1001, 'x')) }),
      'E_PROTOCOL',
    ],
    [
      'a long rule',
      (push) => push.header('x', { options: (o) => o.setRulesList(rules(1, 'x'.repeat(1025))) }),
      'E_PROTOCOL',
    ],
    ['101 retries', (push) => push.header('x', { options: (o) => o.setRetries(101) }), 'E_PROTOCOL'],
    ['17 streams', (push) => push.header('x', { options: (o) => o.setMaxStreams(17) }), 'E_PROTOCOL'],
    [
      'a way to compare that is none',
      (push) => push.header('x', { options: (o) => o.setCompare('perhaps') }),
      'E_PROTOCOL',
    ],
    [
      'a backup directory outside',
      (push) => push.header('x', { options: (o) => o.setBackupDir(Buffer.from('../b')) }),
      'E_PROTOCOL',
    ],
  ]

  it('S16: ends a push whose header does not come', async () => {
    expect(await begin().outcome()).to.equal('E_UNREACHABLE')
  })

  for (const [what, say, code] of headers) {
    it(`S11, S12, S19: refuses a header with ${what}`, async () => {
      const push = begin()
      say(push)
      expect(await push.outcome()).to.equal(code)
      expect(existsSync(sandbox.at('data/x'))).to.equal(false)
    })
  }

  const long = Buffer.alloc(65_537, 'x')
  const manifests: Array<[what: string, say: (push: RawPush) => void]> = [
    ...['..', '.', '', 'a/b', '/etc'].map((name): [string, (push: RawPush) => void] => [
      `an entry named ${JSON.stringify(name)}`,
      (push) => push.entries([{ name }]),
    ]),
    ['a directory named ..', (push) => push.entries([{ name: '..', type: DIRECTORY }])],
    ['a name of more than 64 KiB', (push) => push.entries([{ name: long }])],
    [
      'a target of more than 64 KiB',
      (push) => push.entries([{ name: 'l', type: SYMLINK, target: `${long}` }]),
    ],
    ['a symlink without a target', (push) => push.entries([{ name: 'l', type: SYMLINK }])],
    ['a type that is none', (push) => push.entries([{ name: 'f', type: 77 }])],
    ['a mode beyond 07777', (push) => push.entries([{ name: 'f', mode: 0o100_644 }])],
    ['a second and more of nanoseconds', (push) => push.entries([{ name: 'f', nanos: 1e9 }])],
    [
      'columns that are cut off',
      (push) =>
        push.entries([{ name: 'f' }], { set: (b) => b.setColumns(b.getColumns_asU8().subarray(0, 5)) }),
    ],
    [
      'columns of other lengths',
      (push) =>
        push.entries([{ name: 'f' }], {
          set: (b) =>
            b.setColumns(
              new pb.EntryColumns()
                .setTypes(Buffer.alloc(9, 1))
                .setNames(Buffer.from('f\0'))
                .serializeBinary(),
            ),
        }),
    ],
    [
      'an index that is not the next',
      (push) => push.entries([{ name: 'f' }], { set: (b) => b.setFirstIndex(7) }),
    ],
    ['entries of a directory that was not sent', (push) => push.entries([{ name: 'f' }], { directory: 9 })],
    [
      'entries of a directory that is a file',
      (push) => push.entries([{ name: 'f' }]).entries([{ name: 'g' }], { directory: 1 }),
    ],
    ['entries of themselves', (push) => push.entries([{ name: 'd', type: DIRECTORY }], { directory: 1 })],
    ['runs of other lengths', (push) => push.entries([{ name: 'f' }], { set: (b) => b.setCountsList([2]) })],
    [
      'runs without end',
      (push) => push.entries([{ name: 'f' }], { set: (b) => b.setCountsList([2 ** 32 - 1]) }),
    ],
    [
      'the end of a directory that was not sent',
      (push) => push.entries([], { set: (b) => b.setCompleteList([99]) }),
    ],
    [
      'a hard link to what comes later',
      (push) => push.entries([{ name: 'f' }], { set: (b) => b.setLinksList([0]).setLeadersList([1]) }),
    ],
    [
      'an entry that supersedes nothing',
      (push) => push.entries([{ name: 'f' }], { set: (b) => b.setSupersedesList([5]) }),
    ],
    ['wrong counts', (push) => push.entries([{ name: 'f' }]).complete(2)],
    ['wrong counts of directories', (push) => push.entries([{ name: 'f' }]).complete(1, 1)],
    ['two ends of its manifest', (push) => push.complete().complete()],
    ['entries after the end', (push) => push.complete().entries([{ name: 'f' }])],
    ['the end of data before that of the manifest', (push) => push.dataDone()],
    ['the end of streams it has not opened', (push) => push.complete().dataDone(0)],
    ['a message without payload', (push) => push.source(() => {})],
    ['a request without payload', (push) => push.say(new pb.ClientPushRequest())],
    ['a second header', (push) => push.header(place)],
    [
      'a file of the first plan',
      (push) =>
        push.say(new pb.ClientPushRequest().setFileManifest(new pb.FileHeader().setRelativePath('x'))),
    ],
    [
      'leave to delete what nobody wants to',
      (push) => push.source((m) => m.setDeleteConfirm(new pb.DeleteConfirm().setId(1))),
    ],
    [
      'what it has removed, in a copy',
      (push) => push.source((m) => m.setRemoved(new pb.Removed().setRunsList([0, 1]))),
    ],
    [
      'files of more pieces than it may',
      (push) => push.entries(Array.from({ length: 1100 }, (_, i) => ({ name: `f${i}`, size: 2 ** 53 - 1 }))),
    ],
  ]
  for (const [what, say] of manifests) {
    it(`S11, S12, S13: ends a session that sends ${what}`, async () => {
      const push = begin().header(place)
      say(push)
      expect(await push.outcome()).to.equal('E_PROTOCOL')
    })
  }

  it('ends a session that closes its side before its data was done', async () => {
    const push = await wanted()
    push.cancel()
    expect(await push.outcome()).to.match(/E_INTERRUPTED|E_UNREACHABLE/)
  })

  const three = Buffer.from('abc')
  const data: Array<[what: string, send: (stream: PlanStream) => void]> = [
    ['a file that was not asked for', (stream) => stream.batch([{ index: 1, content: Buffer.from('kept') }])],
    ['an index nobody has sent', (stream) => stream.batch([{ index: 99, content: three }])],
    ['the largest index there is', (stream) => stream.batch([{ index: 2 ** 32 - 1, content: three }])],
    ['the index of a directory', (stream) => stream.batch([{ index: 2, content: Buffer.alloc(0) }])],
    [
      'a file twice',
      (stream) =>
        stream.batch([
          { index: 0, content: three },
          { index: 0, content: three },
        ]),
    ],
    ['a file longer than it said', (stream) => stream.batch([{ index: 0, content: Buffer.alloc(4) }])],
    ['a small file in pieces', (stream) => stream.piece(0, 0, three)],
    ['the end of a small file', (stream) => stream.fileEnd(0, 3)],
    ['a piece off the grid', (stream) => stream.piece(3, 1, Buffer.alloc(100))],
    ['a piece that is too short', (stream) => stream.piece(3, 0, Buffer.alloc(100))],
    ['a piece beyond the end', (stream) => stream.piece(3, 64 * MIB, Buffer.alloc(MIB))],
    [
      'a piece twice',
      (stream) => {
        for (let i = 0; i < 2; i++) stream.piece(3, 8 * MIB, Buffer.alloc(MIB))
      },
    ],
    [
      'the end of a large file twice',
      (stream) => {
        for (let i = 0; i < 2; i++) stream.fileEnd(3, 9 * MIB)
      },
    ],
    ['a large file of another size', (stream) => stream.fileEnd(3, 10 * MIB)],
    ['a type of frame that is none', (stream) => stream.frame(99, 0, 0, Buffer.alloc(0))],
    ['a batch that is too long', (stream) => stream.frame(1, 1, 0, Buffer.alloc(2 * MIB))],
    ['a batch of more files than it holds', (stream) => stream.frame(1, 4096, 0, Buffer.alloc(100))],
    ['a length of 2^53', (stream) => stream.socket.write(header(2, 3, 0n, 2n ** 53n))],
    ['a length of 2^64 - 1', (stream) => stream.socket.write(header(2, 3, 0n, 2n ** 64n - 1n))],
    ['garbage', (stream) => stream.socket.write(Buffer.alloc(4096, 0xa5))],
    ['an end with wrong counts', (stream) => stream.frame(5, 0, 0, Buffer.alloc(24, 1))],
  ]
  for (const [what, send] of data) {
    it(`S13: ends a session that sends ${what}`, async () => {
      sandbox.fill({ [`data/${place}/same`]: 'kept' })
      const push = await wanted([
        { name: 'skipped', type: 8 },
        { name: 'd', type: DIRECTORY },
        { name: 'large', size: 9 * MIB },
      ])
      await push.needs(2)
      const stream = await push.stream(0)
      send(stream)
      expect(await push.outcome()).to.equal('E_PROTOCOL')
      expect(existsSync(sandbox.at('data', place, 'large'))).to.equal(false)
    })
  }

  it('S13: ends a session that names other streams, or has not sent all it was asked for', async () => {
    for (const named of [[], [0, 1], [1], [0, 0]]) {
      place += '+'
      const push = await wanted()
      const stream = await push.stream(0)
      stream.batch([{ index: 0, content: three }])
      stream.end()
      expect(
        await push
          .complete()
          .dataDone(...named)
          .outcome(),
        `${named}`,
      ).to.equal('E_PROTOCOL')
    }

    place += '+'
    const push = await wanted([{ name: 'g', size: 1 }])
    const stream = await push.stream(0)
    stream.batch([{ index: 1, content: Buffer.from('g') }])
    stream.end()
    expect(await push.complete().dataDone(0).outcome()).to.equal('E_PROTOCOL')
  })

  it('S15: admits no wrong token, no stream twice, none beyond its number, none with more than a preface, none afterwards', async () => {
    const push = await wanted()
    const negotiation = await push.negotiation()
    const refusal = async (stream: number, change: Partial<typeof negotiation> = {}): Promise<string> => {
      try {
        await PlanStream.open(daemon.port, { ...negotiation, ...change }, stream)
        return 'admitted'
      } catch (error) {
        return (error as Error).message
      }
    }

    expect(await refusal(0, { one_time_token: Buffer.alloc(32) })).to.equal('not an ack: ')
    expect(await refusal(0, { session_id: Buffer.alloc(16) })).to.equal('not an ack: ')
    expect(await refusal(2 * negotiation.max_streams)).to.equal('not an ack: ')
    const other = await begin()
      .header('other')
      .entries([{ name: 'f', size: 1 }])
    expect(await refusal(0, { one_time_token: (await other.negotiation()).one_time_token })).to.equal(
      'not an ack: ',
    )
    other.cancel()
    const stream = await push.stream(0)
    expect(await refusal(0)).to.equal('not an ack: ')
    stream.batch([{ index: 0, content: three }])
    stream.end()
    expect(await push.complete().dataDone(0).outcome()).to.equal('OK')
    expect(await refusal(1)).to.equal('not an ack: ')
    expect(readFileSync(sandbox.at('data', place, 'f'), 'utf8')).to.equal('abc')
    await other.outcome()
  })

  it('S16: hangs up on a preface that comes a byte at a time, and the session goes on', async () => {
    sandbox.fill({ [`data/${place}/f`]: 'old' })
    const push = await wanted()
    await push.negotiation()
    const socket = await dial(daemon.port)
    socket.write('BLT2')
    const drip = setInterval(() => socket.write('\x01'), 100)
    await hungUp(socket)
    clearInterval(drip)
    const stream = await push.stream(0)
    stream.batch([{ index: 0, content: three }])
    stream.end()
    expect(await push.complete().dataDone(0).outcome()).to.equal('OK')
  })

  it('lets data connections be reset or closed in the middle of a frame, with the call or without', async () => {
    for (const end of ['reset', 'closed'] as const) {
      const push = await wanted([{ name: 'large', size: 9 * MIB }])
      await push.needs(2)
      const stream = await push.stream(0)
      const half = Buffer.concat([header(2, 1, 0n, BigInt(8 * MIB)), Buffer.alloc(3 * MIB, 'x')])
      await new Promise((resolve) => stream.socket.write(half, resolve))
      if (end === 'reset') stream.socket.resetAndDestroy()
      else stream.socket.destroy()
      push.cancel()
      expect(await push.outcome(), end).to.match(/E_INTERRUPTED|E_UNREACHABLE/)
      expect(existsSync(sandbox.at('data', place, 'large'))).to.equal(false)
      await until('its temps are gone', () => !`${readdirSync(sandbox.at('data', place))}`.includes('.blit-'))
    }
  })

  it('forgets sessions whose client is gone, at whichever point', async () => {
    const given = [
      begin(),
      begin().header(place),
      begin()
        .header(place)
        .entries([{ name: 'f', size: 3 }]),
      await wanted(),
      (await wanted()).complete(),
    ]
    const streams = [await given[3]?.stream(0), await given[4]?.stream(1)]
    for (const push of given) push.cancel()
    await Promise.all(given.map(async (push) => push.outcome()))
    for (const stream of streams) if (stream !== undefined) await hungUp(stream.socket)
  })

  it('S12: lands nothing through a symlink that is in its way', async () => {
    mkdirSync(sandbox.at('data/linked'))
    symlinkSync(sandbox.at('outside'), sandbox.at('data/linked/d'))
    symlinkSync(sandbox.at('outside/new'), sandbox.at('data/linked/f'))
    expect(await begin().header('linked/d').outcome()).not.to.equal('OK')
    const push = begin()
      .header('linked')
      .entries([
        { name: 'd', type: DIRECTORY },
        { name: 'f', size: 3 },
      ])
      .entries([{ name: 'g', size: 3 }], { directory: 1 })
    await push.needs(2)
    const stream = await push.stream(0)
    stream.batch([{ index: 1, content: three }])
    stream.batch([{ index: 2, content: three }])
    stream.end()
    expect(await push.complete(3, 1).dataDone(0).outcome()).to.equal('OK')
    expect(readFileSync(sandbox.at('data/linked/d/g'), 'utf8')).to.equal('abc')
    writeFileSync(sandbox.at('data/linked/d/g'), '')
  })
})

function rules(count: number, pattern: string): pb.FilterRule[] {
  return Array.from({ length: count }, () => new pb.FilterRule().setPattern(Buffer.from(pattern)))
}

function header(type: number, index: number, offset: bigint, length: bigint): Buffer {
  const bytes = Buffer.alloc(24)
  bytes.writeUInt8(type, 0)
  bytes.writeUInt32LE(index, 4)
  bytes.writeBigUInt64LE(offset, 8)
  bytes.writeBigUInt64LE(length, 16)
  return bytes
}
