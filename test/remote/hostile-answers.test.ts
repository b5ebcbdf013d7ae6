import { mkdirSync, readdirSync } from 'node:fs'
import { expect } from 'chai'
import { Metadata, type ServerWritableStream } from '@grpc/grpc-js'
import { pb, type BlitHandlers } from '@blit/remote/protocol'
import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { checkRun } from './support/check-run.js'
import {
  columns,
  DIRECTORY,
  hostileDaemon,
  protocol,
  SYMLINK,
  type HostileDaemon,
  type RawEntry,
} from './support/hostile-daemon.js'

type ScanCall = ServerWritableStream<pb.ScanRequest, pb.ScanResponse>

const NASTY = 'a\u001B[2J\u202Eb\u0007'
const TREE_COMMANDS = ['list -r', 'find', 'du', 'check here']

interface Case {
  readonly name: string
  readonly handlers: Partial<BlitHandlers>
  /** What is asked, and of which place; each command in turn. */
  readonly commands: readonly string[]
  readonly place?: string
  /** 11 by default. */
  readonly exit?: number
  readonly says?: RegExp
}

function batch(directory: string, entries: readonly RawEntry[], complete = true): pb.ScanResponse {
  return raw(directory, columns(entries), complete)
}

function raw(directory: string, bytes: Uint8Array, complete = true): pb.ScanResponse {
  return new pb.ScanResponse().setDirectory(Buffer.from(directory)).setEntries(bytes).setComplete(complete)
}

const scan = (...answers: pb.ScanResponse[]): Partial<BlitHandlers> => ({
  scan(call) {
    for (const answer of answers) call.write(answer)
    call.end()
  },
})

/** Columns with something wrong in them. */
function bent(set: (columns: pb.EntryColumns) => void): Uint8Array {
  const message = pb.EntryColumns.deserializeBinary(columns([{ name: 'a' }, { name: 'b' }]))
  set(message)
  return message.serializeBinary()
}

/** Says the same without end, as fast as it is taken. */
const endless = (answerOf: (i: number) => pb.ScanResponse): Partial<BlitHandlers> => ({
  scan(call: ScanCall) {
    let i = 0
    const more = (): void => {
      while (!call.cancelled && call.write(answerOf(i++)));
      if (!call.cancelled) call.once('drain', more)
    }
    call.on('error', () => {})
    more()
  },
})

const trees: Case[] = [
  ...['..', '.', '', 'a/b', '/etc', 'a\0b', 'n'.repeat(1_000_000)].map((name) => ({
    name: `S12: a name that is ${JSON.stringify(name.slice(0, 20))}`,
    handlers: scan(batch('', [{ name }])),
    commands: name === '..' ? TREE_COMMANDS : ['find'],
  })),
  ...['..', '/etc', 'd/../..', 'd//e', 'd\0', 'elsewhere', 'd/'.repeat(40_000)].map((directory) => ({
    name: `S12: a directory that is ${JSON.stringify(directory.slice(0, 20))}`,
    handlers: scan(batch('', [{ name: 'd', type: DIRECTORY }]), batch(directory, [{ name: 'x' }])),
    commands: ['find'],
  })),
  { name: 'a name twice', handlers: scan(batch('', [{ name: 'a' }, { name: 'a' }])), commands: ['du'] },
  {
    name: 'a name twice, in two batches',
    handlers: scan(batch('', [{ name: 'a' }], false), batch('', [{ name: 'a' }])),
    commands: ['find'],
  },
  {
    name: 'names out of order',
    handlers: scan(batch('', [{ name: 'b' }, { name: 'a' }])),
    commands: ['du'],
  },
  {
    name: 'a directory twice',
    handlers: scan(batch('', [{ name: 'd', type: DIRECTORY }]), batch('d', []), batch('d', [])),
    commands: ['du'],
  },
  {
    name: 'what is in a symlink',
    handlers: scan(batch('', [{ name: 'l', type: SYMLINK, target: '/etc' }]), batch('l', [{ name: 'x' }])),
    commands: ['du'],
  },
  {
    name: 'S20: a directory that is in itself, without end',
    handlers: endless((i) => batch(new Array(i).fill('d').join('/'), [{ name: 'd', type: DIRECTORY }])),
    commands: ['find --name x'],
    says: /parts/,
  },
  { name: 'a scan of nothing', handlers: scan(), commands: TREE_COMMANDS, says: /ends early/ },
  {
    name: 'a scan that ends within a directory',
    handlers: scan(batch('', [{ name: 'a' }], false)),
    commands: ['list -r'],
    says: /ends early/,
  },
  {
    name: 'a scan that ends before its last directory',
    handlers: scan(batch('', [{ name: 'd', type: DIRECTORY }])),
    commands: ['du', 'check here'],
    says: /ends early/,
  },
  {
    name: 'columns of other lengths',
    handlers: scan(
      raw(
        '',
        bent((c) => c.setSizesList([1])),
      ),
    ),
    commands: ['find'],
  },
  {
    name: 'more modes than entries',
    handlers: scan(
      raw(
        '',
        bent((c) => c.setModesList([1, 2, 3])),
      ),
    ),
    commands: ['find'],
  },
  {
    name: 'S11: a size of 2^60',
    handlers: scan(batch('', [{ name: 'a', size: 2 ** 60 }])),
    commands: ['du'],
  },
  {
    name: 'S11: a time of 2^60',
    handlers: scan(
      raw(
        '',
        bent((c) => c.setMtimeSecondsList([2 ** 60, 0])),
      ),
    ),
    commands: ['find -l'],
  },
  {
    name: 'a mode beyond 07777',
    handlers: scan(batch('', [{ name: 'a', mode: 0o17777 }])),
    commands: ['list'],
  },
  { name: 'garbage for columns', handlers: scan(raw('', Buffer.alloc(900, 0xa7))), commands: ['find'] },
  { name: 'a type that is none', handlers: scan(batch('', [{ name: 'a', type: 77 }])), commands: ['find'] },
  {
    name: 'S11: a message of 5 MiB',
    handlers: scan(raw('', Buffer.alloc(5 << 20))),
    commands: ['find'],
    says: /larger/,
  },
  {
    name: 'times that no calendar has',
    handlers: scan(
      raw(
        '',
        bent((c) => c.setMtimeSecondsList([2 ** 51, -(2 ** 51)])),
      ),
    ),
    commands: ['find -l', 'list --json'],
    exit: 0,
  },
]

const others: Case[] = [
  {
    name: 'S21: names that move the cursor',
    handlers: scan(
      batch('', [{ name: NASTY, type: DIRECTORY }]),
      batch(NASTY, [{ name: `${NASTY}c`, size: 1 }]),
    ),
    commands: ['list -r', 'find', 'du'],
    exit: 0,
    says: /x1b/,
  },
  {
    name: 'S21: an error that moves the cursor',
    handlers: {
      scan(call) {
        const metadata = new Metadata()
        const trailer = { code: 'E_IO', exit: 5, message: NASTY, hint: NASTY, path: NASTY }
        metadata.set('blit-error-bin', Buffer.from(JSON.stringify(trailer)))
        call.emit('error', { code: 13, details: NASTY, metadata })
      },
    },
    commands: ['find', 'check here'],
    exit: 5,
    says: /x1b/,
  },
  {
    name: 'an error that says it is a success',
    handlers: {
      scan(call) {
        const metadata = new Metadata()
        metadata.set('blit-error-bin', Buffer.from(JSON.stringify({ code: 'E_IO', exit: 0, message: 'm' })))
        call.emit('error', { code: 13, details: 'x', metadata })
      },
    },
    commands: ['find'],
  },
  {
    name: 'a status that is none',
    handlers: {
      stat(_, answer) {
        answer({ code: 4711, details: 'what' } as never)
      },
    },
    commands: ['find'],
  },
  { name: 'no entry', handlers: stat((s) => s.clearEntry()), commands: ['df'] },
  {
    name: 'an entry of two',
    handlers: stat((s) =>
      s.setEntry(pb.EntryColumns.deserializeBinary(columns([{ name: 'a' }, { name: 'b' }]))),
    ),
    commands: ['find'],
  },
  {
    name: 'S12: a place that leads out of the module',
    handlers: stat((s) => s.setFollowed(Buffer.from('../../etc'))),
    commands: ['df'],
  },
  {
    name: 'limits that are none',
    handlers: stat((s) => s.setLimits(new pb.Limits().setMaxNameBytes(2 ** 31).setMtimeGrainNanos('0'))),
    commands: ['find'],
  },
  ...(
    [
      ['more free than there is', [1, 5, 5, 0, 0]],
      ['2^63 bytes', [2 ** 63, 5, 5, 0, 0]],
    ] as const
  ).map(([name, [total, free, available, inodes, freeInodes]]) => ({
    name: `room of ${name}`,
    handlers: {
      space(_, answer) {
        answer(
          null,
          new pb.SpaceResponse()
            .setTotalBytes(total)
            .setFreeBytes(free)
            .setAvailableBytes(available)
            .setTotalInodes(inodes)
            .setFreeInodes(freeInodes),
        )
      },
    } as Partial<BlitHandlers>,
    commands: ['df'],
  })),
  {
    name: 'S21: modules with names that move the cursor',
    handlers: {
      modules(_, answer) {
        answer(
          null,
          new pb.ModulesResponse().setModulesList([new pb.Module().setName(NASTY).setComment(NASTY)]),
        )
      },
    },
    commands: ['modules'],
    place: 'HOST',
    exit: 0,
    says: /x1b/,
  },
  {
    name: 'S11: 100,000 modules',
    handlers: {
      modules(_, answer) {
        answer(
          null,
          new pb.ModulesResponse().setModulesList(Array.from({ length: 100_000 }, () => new pb.Module())),
        )
      },
    },
    commands: ['modules'],
    place: 'HOST',
  },
  {
    name: 'S21: software whose name moves the cursor',
    handlers: {
      ping(_, answer) {
        answer(
          null,
          new pb.PingResponse().setProtocol(protocol().setSoftware(`${NASTY}${'x'.repeat(1_000_000)}`)),
        )
      },
    },
    commands: ['ping'],
    place: 'HOST',
    exit: 0,
    says: /x1b/,
  },
  {
    name: 'no protocol',
    handlers: {
      ping(_, answer) {
        answer(null, new pb.PingResponse())
      },
    },
    commands: ['ping', 'modules'],
    place: 'HOST',
  },
  {
    name: 'a purge that failed with success',
    handlers: purge((p) => p.setError(new pb.Failure().setCode('E_IO').setMessage('m').setExit(256))),
    commands: ['purge -y'],
    exit: 5,
  },
  {
    name: 'a purge of 2^60 things',
    handlers: purge((p) => p.setEntries(2 ** 60)),
    commands: ['purge -y'],
  },
  {
    name: 'S12: a purge with failures elsewhere',
    handlers: purge((p) =>
      p.setEntries(1).setFailuresList([new pb.Failure().setPath(Buffer.from('../../x')).setCode('E_IO')]),
    ),
    commands: ['purge -y'],
  },
]

function stat(set: (answer: pb.StatResponse) => void): Partial<BlitHandlers> {
  return {
    stat(_, answer) {
      const entry = pb.EntryColumns.deserializeBinary(columns([{ name: 'm', type: DIRECTORY }]))
      const said = new pb.StatResponse().setFound(true).setEntry(entry)
      set(said)
      answer(null, said)
    },
  }
}

function purge(set: (answer: pb.PurgeResponse) => void): Partial<BlitHandlers> {
  return {
    purge(_, answer) {
      const said = new pb.PurgeResponse()
      set(said)
      answer(null, said)
    },
  }
}

describe('a daemon that answers what it likes', () => {
  let sandbox: Sandbox
  let daemon: HostileDaemon

  before(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('here'))
  })

  afterEach(() => daemon.close())

  after(() => sandbox.remove())

  for (const { commands, exit = 11, handlers, name, place = 'PLACE', says } of [...trees, ...others])
    it(name, async () => {
      daemon = await hostileDaemon(handlers)
      const at = `127.0.0.1:${daemon.port}`
      for (const command of commands) {
        const run = await sandbox.run([...command.split(' '), place === 'HOST' ? at : `blit://${at}/m`])
        checkRun(run)
        expect(run.code, `${command}: ${run.stderr}`).to.equal(exit)
        if (says !== undefined) expect(run.stdout + run.stderr).to.match(says)
      }

      expect(readdirSync(sandbox.path).sort()).to.deep.equal(['.home', 'here'])
    })
})
