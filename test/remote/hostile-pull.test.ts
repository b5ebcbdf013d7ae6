import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { pb } from '@blit/remote/protocol'
import { expect } from 'chai'
import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { checkRun } from './support/check-run.js'
import {
  DataPort,
  DIRECTORY,
  hostileDaemon,
  RawPull,
  SYMLINK,
  type HostileDaemon,
  type RawStream,
} from './support/hostile-daemon.js'

const MIB = 1024 * 1024
const PIECE_FILE = 9 * MIB

interface Case {
  readonly name: string
  /** What the daemon does. */
  readonly play: (pull: RawPull, at: (...names: string[]) => string) => Promise<void> | void
  readonly operation?: 'copy' | 'mirror' | 'move'
  readonly flags?: readonly string[]
  /** 11 by default; -1 where more than one is right. */
  readonly exit?: number
  readonly says?: RegExp
  /** What may be at the destination beside what was there. */
  readonly lands?: readonly string[]
  readonly ack?: Buffer
}

/** One file of three bytes is listed; it and its stream are asked for. */
async function wanted(pull: RawPull, size = 3): Promise<RawStream> {
  pull.begin().entries([{ name: 'f', size }])
  return pull.stream()
}

const named =
  (name: Buffer | string): Case['play'] =>
  (pull) => {
    pull.begin().entries([{ name, size: 3 }])
    pull.complete()
  }

const bad: Case[] = [
  ...['..', '.', '', '/etc/passwd', 'a/b', '../x'].map((name) => ({
    name: `S12: a name that is ${JSON.stringify(name)}`,
    play: named(name),
  })),
  { name: 'S12: a name with a NUL', play: named('a\0b') },
  { name: 'S11: a name of 70,000 bytes', play: named('n'.repeat(70_000)) },
  {
    name: 'a name of 300 bytes',
    play: (pull) =>
      void pull
        .begin()
        .entries([{ name: 'n'.repeat(300), size: 3 }])
        .complete()
        .done(),
    exit: 3,
  },
  {
    name: 'a name twice',
    play: (pull) =>
      void pull
        .begin()
        .entries([
          { name: 'd', type: SYMLINK, target: 'x' },
          { name: 'd', type: SYMLINK, target: 'y' },
        ])
        .complete()
        .done(),
    exit: -1,
    lands: ['d'],
  },
  {
    name: 'S12: entries below a symlink',
    play: (pull) =>
      void pull
        .begin()
        .entries([{ name: 'l', type: SYMLINK, target: '../outside' }])
        .entries([{ name: 'x', size: 0 }], 1)
        .complete(2, 0)
        .done(),
    lands: ['l'],
  },
  {
    name: 'S12: entries below a symlink in the same batch',
    play(pull) {
      pull.begin().entries(
        [
          { name: 'l', type: SYMLINK, target: '../outside' },
          { name: 'x', size: 0 },
        ],
        0,
        (batch) => batch.setDirectoriesList([0, 1]).setCountsList([1, 1]),
      )
      pull.complete(2, 0).done()
    },
    lands: ['l'],
  },
  {
    name: 'S12: a directory that was listed as a symlink later on',
    play: (pull) =>
      void pull
        .begin()
        .entries([{ name: 'l', type: DIRECTORY }])
        .entries([{ name: 'l', type: SYMLINK, target: '../outside' }])
        .entries([{ name: 'x', type: SYMLINK, target: 'y' }], 1)
        .complete(3, 1)
        .done(),
    lands: ['l', 'l/x'],
    exit: -1,
  },
  {
    name: 'S12: a directory in which a symlink was planted before',
    play: (pull, at) => {
      symlinkSync(at('outside'), at('to/d'))
      pull
        .begin()
        .entries([{ name: 'd', type: DIRECTORY }])
        .entries([{ name: 'x', type: SYMLINK, target: 'y' }], 1)
        .complete(2, 1)
        .done()
    },
    lands: ['d', 'd/x'],
    exit: 0,
  },
  {
    name: 'S12: a directory that becomes a symlink meanwhile',
    async play(pull, at) {
      pull
        .begin()
        .entries([{ name: 'd', type: DIRECTORY }])
        .entries([{ name: 'f', size: 3 }], 1)
      const stream = await pull.stream()
      renameSync(at('to/d'), at('to/e'))
      symlinkSync(at('outside'), at('to/d'))
      stream.batch([{ index: 1, content: 'abc' }]).end()
      pull.complete(2, 1).done(0)
    },
    lands: ['d', 'e', 'e/f', 'd/f'],
    exit: -1,
  },
  {
    name: 'entries whose first index is wrong',
    play: (p) => void p.begin().entries([{ name: 'f' }], 0, (b) => b.setFirstIndex(7)),
  },
  {
    name: 'an entry of a directory that comes later',
    play: (p) => void p.begin().entries([{ name: 'f' }], 5),
  },
  {
    name: 'entries of no directory',
    play: (p) =>
      void p.begin().entries([{ name: 'f' }], 0, (b) => b.setCountsList([]).setDirectoriesList([])),
  },
  {
    name: 'runs longer than there are entries',
    play: (p) => void p.begin().entries([{ name: 'f' }], 0, (b) => b.setCountsList([4_294_967_295])),
  },
  {
    name: 'columns that are garbage',
    play: (p) => void p.begin().entries([{ name: 'f' }], 0, (b) => b.setColumns(Buffer.alloc(500, 0xa7))),
  },
  {
    name: 'a mark on a directory that was not sent',
    play: (p) => void p.begin().entries([{ name: 'f' }], 0, (b) => b.setCompleteList([9])),
  },
  {
    name: 'a hard link to what is not there',
    play: (p) => void p.begin().entries([{ name: 'f' }], 0, (b) => b.setLinksList([0]).setLeadersList([5])),
  },
  {
    name: 'attributes of an entry that is not there',
    play: (p) =>
      void p.begin().entries([{ name: 'f' }], 0, (b) =>
        b.addXattrs(
          new pb.Xattrs()
            .setIndex(77)
            .setNamesList([Buffer.from('user.a')])
            .setValuesList([Buffer.from('a')]),
        ),
      ),
  },
  {
    name: 'an entry that supersedes what was not sent',
    play: (p) => void p.begin().entries([{ name: 'f' }], 0, (b) => b.setSupersedesList([4])),
  },
  { name: 'a type that is none', play: (p) => void p.begin().entries([{ name: 'f', type: 77 }]) },
  { name: 'a mode that is none', play: (p) => void p.begin().entries([{ name: 'f', mode: 0o7777777 }]) },
  { name: 'a symlink without a target', play: (p) => void p.begin().entries([{ name: 'f', type: SYMLINK }]) },
  {
    name: 'S11: a file of 2^53 bytes',
    play: (p) => void p.begin().entries([{ name: 'f', size: Number.MAX_SAFE_INTEGER + 1 }]),
  },
  {
    name: 'more entries than it has sent',
    play: (p) =>
      void p
        .begin()
        .entries([{ name: 'f' }])
        .complete(9),
  },
  { name: 'more directories than it has sent', play: (p) => void p.begin().complete(0, 9) },
  { name: 'two ends of one manifest', play: (p) => void p.begin().complete().complete() },
  {
    name: 'entries after the end',
    play: (p) =>
      void p
        .begin()
        .complete()
        .entries([{ name: 'g' }]),
    lands: ['g'],
  },
  { name: 'an end of data before that of the manifest', play: (p) => void p.begin().done() },
  { name: 'an end of streams that there are not', play: (p) => void p.begin().complete().done(0, 1, 2) },
  {
    name: 'nothing of a file that was asked for',
    play: async (p) => {
      ;(await wanted(p)).end()
      p.complete().done(0)
    },
  },
  {
    name: 'S13: data that nobody asked for',
    play: async (p) => {
      ;(await wanted(p)).batch([{ index: 5, content: 'abc' }])
    },
  },
  {
    name: 'S13: data twice',
    play: async (p) => {
      ;(await wanted(p)).batch([{ index: 0, content: 'abc' }]).batch([{ index: 0, content: 'abc' }])
    },
  },
  {
    name: 'S13: a file twice in one batch',
    play: async (p) => {
      ;(await wanted(p)).batch([
        { index: 0, content: 'abc' },
        { index: 0, content: 'abc' },
      ])
    },
  },
  {
    name: 'S13: data of another size',
    play: async (p) => {
      ;(await wanted(p)).batch([{ index: 0, content: 'abcdef' }])
    },
  },
  {
    name: 'a batch whose records say more than it has',
    play: async (p) => {
      ;(await wanted(p)).batch([{ index: 0, content: 'abc', size: 500 }])
    },
  },
  {
    name: 'S11: a batch of 2^62 bytes',
    play: async (p) => {
      ;(await wanted(p)).frame({ type: 1, index: 1, length: 2n ** 62n })
    },
  },
  {
    name: 'S11: a batch of 2^32 files',
    play: async (p) => {
      ;(await wanted(p)).frame({ type: 1, index: 0xffffffff, length: 100n })
    },
  },
  {
    name: 'S11: a piece of 2^62 bytes',
    play: async (p) => {
      ;(await wanted(p, PIECE_FILE)).frame({ type: 2, index: 0, length: 2n ** 62n })
    },
  },
  {
    name: 'a piece off the grid',
    play: async (p) => {
      ;(await wanted(p, PIECE_FILE)).frame({ type: 2, index: 0, offset: 17, payload: Buffer.alloc(100) })
    },
  },
  {
    name: 'a piece beyond the file',
    play: async (p) => {
      ;(await wanted(p, PIECE_FILE)).frame({
        type: 2,
        index: 0,
        offset: 64 * MIB,
        payload: Buffer.alloc(MIB),
      })
    },
  },
  {
    name: 'a piece of the wrong length',
    play: async (p) => {
      ;(await wanted(p, PIECE_FILE)).frame({ type: 2, index: 0, offset: 8 * MIB, payload: Buffer.alloc(7) })
    },
  },
  {
    name: 'a piece of a small file',
    play: async (p) => {
      ;(await wanted(p)).frame({ type: 2, index: 0, payload: Buffer.from('abc') })
    },
  },
  {
    name: 'a piece twice',
    play: async (p) => {
      const s = await wanted(p, PIECE_FILE)
      for (let i = 0; i < 2; i++) s.frame({ type: 2, index: 0, offset: 8 * MIB, payload: Buffer.alloc(MIB) })
    },
  },
  {
    name: 'a piece that is said to be held',
    play: async (p) => {
      ;(await wanted(p, PIECE_FILE)).frame({ type: 6, index: 0, offset: 0 })
    },
  },
  {
    name: 'the end of a file that has not come',
    play: async (p) => {
      ;(await wanted(p, PIECE_FILE)).frame({ type: 3, index: 0, offset: PIECE_FILE }).end()
      p.complete().done(0)
    },
  },
  {
    name: 'the end of a file, which is not the one',
    play: async (p) => {
      ;(await wanted(p, PIECE_FILE)).frame({ type: 3, index: 9, offset: PIECE_FILE })
    },
  },
  {
    name: 'a file that is said to be the same',
    play: async (p) => {
      ;(await wanted(p, PIECE_FILE)).frame({ type: 3, index: 0, offset: PIECE_FILE, status: 3 }).end()
      p.complete().done(0)
    },
  },
  {
    name: 'another attempt',
    play: async (p) => {
      ;(await wanted(p)).frame({ type: 4, attempt: 9 })
    },
  },
  {
    name: 'frames of a type that is none',
    play: async (p) => {
      ;(await wanted(p)).frame({ type: 99 })
    },
  },
  {
    name: 'flags that are none',
    play: async (p) => {
      ;(await wanted(p)).frame({ type: 4, flags: 0xff })
    },
  },
  {
    name: 'counts that are wrong',
    play: async (p) => {
      ;(await wanted(p)).batch([{ index: 0, content: 'abc' }]).end([9n, 9n, 9n])
      p.complete().done(0)
    },
  },
  {
    name: 'frames after the last',
    play: async (p) => {
      ;(await wanted(p))
        .batch([{ index: 0, content: 'abc' }])
        .end()
        .frame({ type: 4 })
      p.complete().done(0)
    },
    exit: -1,
    lands: ['f'],
  },
  {
    name: 'garbage on the data connection',
    play: async (p) => {
      ;(await wanted(p)).raw(Buffer.alloc(5000, 0x5a))
    },
  },
  {
    name: 'an ack that is none',
    play: async (p) => {
      await wanted(p)
    },
    ack: Buffer.from('HTTP/1.1'),
  },
  {
    name: 'no welcome',
    play: (p) => void p.source((m) => m.setDataDone(new pb.DataDone())),
    says: /does not welcome/,
  },
  { name: 'a message with nothing in it', play: (p) => void p.begin().source(() => {}) },
  {
    name: 'a message of the other side',
    play: (p) => void p.begin().source((m) => m.setDeleteConfirm(new pb.DeleteConfirm())),
  },
  {
    name: 'S4: what it has removed, in a copy',
    play: (p) => void p.begin().source((m) => m.setRemoved(new pb.Removed())),
  },
  { name: 'S11: 1,000 streams', play: (p) => void p.begin((o) => o.setMaxStreams(1000)) },
  { name: 'S11: no streams at all', play: (p) => void p.begin((o) => o.setMaxStreams(0)) },
  {
    name: 'a port that is none',
    play: async (p) => {
      p.begin((o) => o.setDataPort(70_000)).entries([{ name: 'f', size: 3 }])
      await p.until(() => false)
    },
    says: /offers/,
  },
  {
    name: 'a session without an id',
    play: async (p) => {
      p.begin((o) => o.setSessionId(Buffer.alloc(3))).entries([{ name: 'f', size: 3 }])
      await p.until(() => false)
    },
    says: /offers/,
  },
  {
    name: 'a port where nobody listens',
    play: async (p) => {
      p.begin((o) => o.setDataPort(1)).entries([{ name: 'f', size: 3 }])
      await p.until(() => false)
    },
    says: /data connection cannot be made|ended before its/,
  },
  {
    name: 'an end in the middle',
    play: (p) =>
      void p
        .begin()
        .entries([{ name: 'd', type: DIRECTORY }])
        .call.end(),
    says: /data connection cannot be made|ended before its/,
    lands: ['d'],
  },
  {
    name: 'an error full of control characters',
    play: (p) =>
      void p.begin().call.emit('error', { code: 9, details: `\u001B[2J\u202E${'x'.repeat(3000)}` }),
  },
  {
    name: 'S21: failures full of control characters',
    play: (p) =>
      void p
        .begin()
        .source((m) =>
          m.setFailures(
            new pb.Failures().setFailuresList([
              new pb.Failure()
                .setPath(Buffer.from('a\u001B[2J\u202E'))
                .setCode('E_\u001B')
                .setMessage(`\u001B]0;x\u0007${'y'.repeat(100_000)}`),
            ]),
          ),
        )
        .complete()
        .done(),
    exit: 3,
    says: /x1b/,
  },
  {
    name: 'S12: a failure of a path outside',
    play: (p) =>
      void p
        .begin()
        .source((m) =>
          m.setFailures(
            new pb.Failures().setFailuresList([
              new pb.Failure().setPath(Buffer.from('../../x')).setCode('E_READ').setMessage('m'),
            ]),
          ),
        ),
  },
  {
    name: 'S2: a mirror of what was not scanned in full',
    operation: 'mirror',
    flags: ['--yes'],
    play: (p) =>
      void p
        .begin()
        .entries([], 0, (b) => b.setCompleteList([0]))
        .entries([{ name: 'd', type: DIRECTORY }])
        .complete(1, 1, false)
        .done(),
    exit: 8,
    says: /nothing was deleted/,
    lands: ['d'],
  },
  {
    name: 'S2: a mirror whose root was never complete',
    operation: 'mirror',
    flags: ['--yes'],
    play: (p) =>
      void p
        .begin()
        .entries([{ name: 'd', type: DIRECTORY }])
        .complete(1, 1)
        .done(),
    exit: -1,
    lands: ['d'],
  },
  {
    name: 'S2: a mirror of nothing',
    operation: 'mirror',
    flags: ['--yes'],
    play: (p) =>
      void p
        .begin()
        .entries([], 0, (b) => b.setCompleteList([0]))
        .complete(0, 0)
        .done(),
    exit: 8,
  },
  {
    name: 'S2: a mirror that ends before its data was done',
    operation: 'mirror',
    flags: ['--yes'],
    play: (p) =>
      void p
        .begin()
        .entries([{ name: 'd', type: DIRECTORY }], 0, (b) => b.setCompleteList([0, 1]))
        .complete(1, 1)
        .call.end(),
    says: /data connection cannot be made|ended before its/,
    lands: ['d'],
  },
  {
    name: 'S4: a move that says it has removed what it was not told to',
    operation: 'move',
    play: async (p) => {
      p.begin()
        .entries([{ name: 'd', type: DIRECTORY }])
        .complete(1, 1)
        .done()
      await p.until((heard) => heard.getDestination()?.hasCommitted() === true)
      p.source((m) => m.setRemoved(new pb.Removed().setRunsList([0, 4_000_000_000])))
    },
    lands: ['d'],
  },
]

describe('S20: a pull from a hostile daemon', function () {
  this.timeout(60_000)
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('to'))
    mkdirSync(sandbox.at('outside'))
    writeFileSync(sandbox.at('to/kept'), 'kept')
    writeFileSync(sandbox.at('outside/kept'), 'kept')
  })

  afterEach(() => sandbox.remove())

  for (const { ack, exit = 11, flags = [], lands = [], name, operation = 'copy', play, says } of bad) {
    it(name, async () => {
      const data = await DataPort.open(ack)
      const daemon: HostileDaemon = await hostileDaemon({
        pullSession: (call) => void play(new RawPull(call, data), sandbox.at.bind(sandbox)),
      })
      try {
        const from = `blit://127.0.0.1:${daemon.port}/m/dir/`
        const run = await sandbox.run([operation, from, 'to/', ...flags])
        checkRun(run)
        if (exit === -1) expect(run.code, run.stderr).to.be.oneOf([0, 3, 8, 11])
        else expect(run.code, run.stderr).to.equal(exit)
        if (exit === 11) expect(run.stderr).to.match(/^blit: /m)
        if (says !== undefined) expect(run.stderr).to.match(says)
        const there = namesBelow(sandbox.at('to'))
        expect(['kept', ...lands]).to.include.members(there)
        expect(readFileSync(sandbox.at('to/kept'), 'utf8')).to.equal('kept')
        expect(readdirSync(sandbox.at('outside'))).to.deep.equal(['kept'])
        expect(readdirSync(sandbox.path).sort()).to.deep.equal(['.home', 'outside', 'to'])
      } finally {
        daemon.close()
        data.close()
      }
    })
  }
})

/** What there is, links not followed. */
function namesBelow(directory: string, prefix = ''): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => [
    prefix + entry.name,
    ...(entry.isDirectory() ? namesBelow(`${directory}/${entry.name}`, `${prefix}${entry.name}/`) : []),
  ])
}
