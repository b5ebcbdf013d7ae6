import { expect } from 'chai'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

const MIB = 1024 * 1024
const SIZE = 17 * MIB + 4
const ID = 'a1b2c3d4e5f60718'
const HEAD = 'blit 1 0 elsewhere\n'
const TEMPS = { large1: `.blit-${ID}-1`, large2: `.blit-${ID}-2` } as const

type Name = keyof typeof TEMPS
const NAMES = Object.keys(TEMPS) as Name[]

const line = (path: string, temp: string): string => `l ${Buffer.from(path).toString('hex')} ${temp}\n`
const JOURNAL = `${HEAD}d \n${NAMES.map((name) => line(name, TEMPS[name])).join('')}`

function content(name: Name): Buffer {
  const seed = name === 'large1' ? 1 : 1_000_003
  return Buffer.from(Uint32Array.from({ length: SIZE / 4 }, (_, i) => Math.imul(i + 1, seed)).buffer)
}

interface Case {
  readonly name: string
  readonly journal?: Buffer | string
  /** What is done to a temp after it was planted. */
  readonly spoil?: (temp: (name: Name) => string, at: (path: string) => string) => void
}

/** Some bits of a text are others, always the same ones. */
function flipped(text: string, seed: number): Buffer {
  const bytes = Buffer.from(text)
  let state = seed
  for (let i = 0; i < 4; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    const at = state % bytes.length
    bytes[at] = (bytes[at] as number) ^ (1 << (state >>> 29))
  }

  return bytes
}

const cases: Case[] = [
  ...[0, 10, HEAD.length + 20, JOURNAL.length - 3].map((length) => ({
    name: `cut short after ${length} bytes`,
    journal: JOURNAL.slice(0, length),
  })),
  ...[1, 2, 3, 4, 5, 6].map((seed) => ({
    name: `with bits that flipped (${seed})`,
    journal: flipped(JOURNAL, seed),
  })),
  { name: 'that is a mebibyte of noise', journal: flipped('\u0000l \n'.repeat(250_000), 9) },
  {
    name: 'that gives each file the temp of the other',
    journal: HEAD + line('large1', TEMPS.large2) + line('large2', TEMPS.large1),
  },
  {
    name: 'that gives both files one temp',
    journal: HEAD + line('large1', TEMPS.large1) + line('large2', TEMPS.large1),
  },
  { name: 'that says everything 20,000 times', journal: HEAD + JOURNAL.slice(HEAD.length).repeat(20_000) },
  {
    name: 'that leads outside',
    journal: `${HEAD}d 2e2e2f6f757473696465\n${line('../outside/f', TEMPS.large1)}${line('/etc/passwd', TEMPS.large2)}`,
  },
  {
    name: 'that is said to be a tebibyte long',
    spoil: (_, at) => truncateSync(at(`module/.blit-sessions/${ID}`), 2 ** 40),
  },
  { name: 'of temps with other bits', spoil: (temp) => writeFileSync(temp('large1'), Buffer.alloc(SIZE, 7)) },
  { name: 'of temps that are too long', spoil: (temp) => truncateSync(temp('large1'), 3 * SIZE) },
  { name: 'of temps that are empty', spoil: (temp) => truncateSync(temp('large1'), 0) },
  {
    name: 'of temps that are links to what is elsewhere',
    spoil(temp, at) {
      for (const name of NAMES) rmSync(temp(name))
      symlinkSync(at('outside/f'), temp('large1'))
      linkSync(at('outside/f'), temp('large2'))
    },
  },
  {
    name: 'of temps that are directories',
    spoil(temp) {
      rmSync(temp('large1'))
      mkdirSync(temp('large1'))
    },
  },
]

describe('S9: the journal of a session that was killed', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess
  const contents = { large1: content('large1'), large2: content('large2') } as const
  const temp = (name: Name): string => sandbox.at('module', TEMPS[name])

  before(async function () {
    if (process.platform !== 'linux') this.skip()
    sandbox = makeSandbox()
    for (const name of ['module', 'tree', 'outside']) mkdirSync(sandbox.at(name))
    for (const name of NAMES) writeFileSync(sandbox.at('tree', name), contents[name])
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
  })

  beforeEach(() => {
    for (const name of readdirSync(sandbox.at('module')))
      rmSync(sandbox.at('module', name), { recursive: true })
    writeFileSync(sandbox.at('outside/f'), 'outside')
    mkdirSync(sandbox.at('module/.blit-sessions'), { mode: 0o700 })
    for (const name of NAMES)
      writeFileSync(
        temp(name),
        Buffer.concat([contents[name].subarray(0, 8 * MIB), Buffer.alloc(SIZE - 8 * MIB)]),
      )
  })

  after(async () => {
    await daemon?.stop()
    sandbox?.remove()
  })

  async function copied(journal: Buffer | string, spoil: Case['spoil']): Promise<number> {
    writeFileSync(sandbox.at('module/.blit-sessions', ID), journal, { mode: 0o600 })
    spoil?.(temp, (path) => sandbox.at(path))
    const run = await sandbox.run(['copy', 'tree', `blit://127.0.0.1:${daemon.port}/m`, '--json'])
    expect([run.code, run.stderr], run.stdout).to.deep.equal([0, ''])
    for (const name of NAMES)
      expect(readFileSync(sandbox.at('module', name)).equals(contents[name]), name).to.equal(true)
    expect(readdirSync(sandbox.at('outside'))).to.deep.equal(['f'])
    expect(readFileSync(sandbox.at('outside/f'), 'utf8')).to.equal('outside')
    return (JSON.parse(run.stdout) as { bytesResumed: number }).bytesResumed
  }

  it('says where what has come is', async () => {
    expect(await copied(JOURNAL, undefined)).to.equal(16 * MIB)
    expect(existsSync(sandbox.at('module/.blit-sessions'))).to.equal(false)
  })

  for (const { journal = JOURNAL, name, spoil } of cases)
    it(`lands no wrong byte ${name}`, async () => {
      expect(await copied(journal, spoil)).to.be.at.most(16 * MIB)
    })
})
