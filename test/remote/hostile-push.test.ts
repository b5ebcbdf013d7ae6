import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { toBytes } from '@blit/core'
import { pb } from '@blit/remote/protocol'
import { expect } from 'chai'
import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { checkRun } from './support/check-run.js'
import { DataPort, hostileDaemon, RawPush, type HostileDaemon } from './support/hostile-daemon.js'

interface Case {
  readonly name: string
  /** What the daemon does, once it has welcomed the client. */
  readonly play: (push: RawPush) => Promise<void> | void
  readonly operation?: 'copy' | 'mirror' | 'move'
  readonly flags?: readonly string[]
  /** 11 by default; -1 where more than one is right. */
  readonly exit?: number
  readonly says?: RegExp
}

const FAILURE = (path: string, code: string, message: string): pb.Failure =>
  new pb.Failure().setPath(Buffer.from(path)).setCode(code).setMessage(message)

/** The manifest is `d`, `d/g` and `f`: an index is one of the three, in any order. */
const bad: Case[] = [
  {
    name: 'S13: a need beyond the end',
    play: async (p) => {
      await p.listed()
      p.negotiate().need(77)
    },
  },
  {
    name: 'S13: a need for all of them, a directory too',
    play: async (p) => {
      await p.listed()
      p.negotiate().need(0, 1, 2)
    },
  },
  { name: 'S13: a need before it was listed', play: (p) => void p.negotiate().need(4_000_000_000) },
  {
    name: 'S13: a need twice',
    play: async (p) => {
      await p.listed()
      p.negotiate().need(1, 1)
    },
  },
  {
    name: 'a need before the data plane was offered',
    play: async (p) => {
      await p.listed()
      p.need(2)
    },
  },
  {
    name: 'an end in the middle',
    play: async (p) => {
      await p.listed()
      p.call.end()
    },
  },
  { name: 'an end at once', play: (p) => void p.call.end() },
  { name: 'a summary before anything was needed', play: (p) => void p.summary(), exit: -1 },
  {
    name: 'an end of needs that were not said',
    play: async (p) => {
      await p.listed()
      p.needComplete(9)
    },
  },
  {
    name: 'two ends of needs',
    play: async (p) => {
      await p.listed()
      p.needComplete(0).needComplete(0)
    },
  },
  {
    name: 'hashes of what is not needed',
    play: async (p) => {
      await p.listed()
      p.negotiate().destination((m) =>
        m.setNeed(new pb.Need().setHeldList([new pb.Held().setIndex(2).setHashes(Buffer.alloc(16))])),
      )
    },
  },
  { name: 'a second welcome', play: (p) => void p.begin() },
  { name: 'a message with nothing in it', play: (p) => void p.destination(() => {}) },
  {
    name: 'S2: a plan of deletes in a copy',
    play: async (p) => {
      await p.listed()
      p.destination((m) => m.setDeletePlan(new pb.DeletePlan().setEntries(1).setId(1)))
    },
  },
  {
    name: 'S21: a plan of deletes with names that move the cursor',
    operation: 'mirror',
    play: async (p) => {
      await p.listed()
      p.destination((m) =>
        m.setDeletePlan(
          new pb.DeletePlan()
            .setEntries(1)
            .setId(1)
            .setSampleList([Buffer.from('\u001B[2J')]),
        ),
      )
      await p.until((heard) => heard.getSource()?.hasDeleteConfirm() === true)
      p.call.end()
    },
    exit: -1,
  },
  {
    name: 'S4: a move of what was never sent',
    operation: 'move',
    play: (p) => void p.committed(true, 0, 4_000_000_000),
  },
  {
    name: 'S4: a copy, of which the source shall go',
    play: async (p) => {
      await p.listed()
      p.committed(true, 0, 3)
    },
  },
  {
    name: 'S4: a move whose runs are not pairs',
    operation: 'move',
    play: async (p) => {
      await p.listed()
      p.committed(true, 0)
    },
  },
  {
    name: 'a stream lost, which is not there',
    play: async (p) => {
      await p.listed()
      p.destination((m) => m.setStreamLost(new pb.StreamLost().setStream(9).setFrames(1)))
    },
  },
  {
    name: 'a port that is none',
    play: async (p) => {
      await p.listed()
      p.negotiate((o) => o.setDataPort(70_000)).need(0, 1, 2)
    },
  },
  {
    name: 'a negotiation with no token',
    play: async (p) => {
      await p.listed()
      p.negotiate((o) => o.setOneTimeToken(Buffer.alloc(3)))
      needFiles(p)
    },
    says: /offers/,
  },
  {
    name: 'a port where nobody listens',
    play: async (p) => {
      await p.listed()
      p.negotiate((o) => o.setDataPort(1))
      needFiles(p)
    },
    says: /data connection/,
  },
  {
    name: 'an ack of somebody else',
    play: async (p) => {
      await p.listed()
      p.negotiate()
      needFiles(p)
    },
    flags: ['ack'],
  },
  {
    name: 'S21: an error full of control characters',
    play: (p) => void p.call.emit('error', { code: 9, details: `\u001B[2J\u202E${'x'.repeat(3000)}` }),
  },
  {
    name: 'S21: failures full of control characters',
    play: async (p) => {
      await p.listed()
      p.destination((m) =>
        m.setFailures(
          new pb.Failures().setFailuresList([
            FAILURE('a\u001B[2J\u202E', 'E_\u001B', `\u001B]0;x\u0007${'y'.repeat(100_000)}`),
          ]),
        ),
      )
      p.needComplete(0)
      await p.dataDone()
      p.summary()
    },
    exit: 3,
    says: /x1b/,
  },
  {
    name: 'S12: a failure of a path outside',
    play: async (p) => {
      await p.listed()
      p.destination((m) =>
        m.setFailures(new pb.Failures().setFailuresList([FAILURE('../../x', 'E_WRITE', 'm')])),
      )
    },
  },
  {
    name: 'S21: a warning full of control characters',
    play: async (p) => {
      await p.listed()
      p.destination((m) =>
        m.setWarning(
          new pb.Warning()
            .setPath(toBytes('a\u001B[2J'))
            .setMessage(`\u001B]0;x\u0007${'y'.repeat(100_000)}`),
        ),
      )
      p.needComplete(0)
      await p.dataDone()
      p.summary()
    },
    exit: 0,
    says: /warning: .*x1b.*x1b/,
  },
  {
    name: 'S12: a warning of a path outside',
    play: async (p) => {
      await p.listed()
      p.destination((m) => m.setWarning(new pb.Warning().setPath(toBytes('../../x')).setMessage('m')))
    },
  },
  {
    name: 'S21: a summary with an error full of control characters',
    play: async (p) => {
      await p.listed()
      p.summary((s) => s.setError(FAILURE('', 'E_\u001B', '\u001B[2J\u202E')))
    },
    exit: -1,
  },
  {
    name: 'S21: a code of another kind in a summary',
    play: async (p) => {
      await p.listed()
      p.summary((s) => s.setError(FAILURE('', 'E_NO_SPACE', 'full').setExit(77)))
    },
    exit: -1,
  },
]

function needFiles(push: RawPush): void {
  push.need(...push.files())
}

describe('S20: a push to a hostile daemon', function () {
  this.timeout(60_000)
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('from/d'), { recursive: true })
    writeFileSync(sandbox.at('from/f'), 'abc')
    writeFileSync(sandbox.at('from/d/g'), 'def')
  })

  afterEach(() => sandbox.remove())

  for (const { exit = 11, flags = [], name, operation = 'copy', play, says } of bad) {
    it(name, async () => {
      const data = await DataPort.open(flags.includes('ack') ? Buffer.from('HTTP/1.1') : undefined)
      const daemon: HostileDaemon = await hostileDaemon({
        push: (call) => void play(new RawPush(call, data).begin()),
      })
      try {
        const run = await sandbox.run([operation, 'from/', `blit://127.0.0.1:${daemon.port}/m/dir/`, '--yes'])
        checkRun(run)
        if (exit === -1) expect(run.code, run.stderr).to.not.equal(0)
        else expect(run.code, run.stderr).to.equal(exit)
        if (says !== undefined) expect(run.stderr).to.match(says)
        expect(readFileSync(sandbox.at('from/f'), 'utf8')).to.equal('abc')
        expect(readFileSync(sandbox.at('from/d/g'), 'utf8')).to.equal('def')
        expect(readdirSync(sandbox.path).sort()).to.deep.equal(['.home', 'from'])
      } finally {
        daemon.close()
        data.close()
      }
    })
  }
})
