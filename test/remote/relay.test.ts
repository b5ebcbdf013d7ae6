import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'

import { makeSandbox, type Run, type Sandbox } from '../cli/blit.js'
import { startBreakingProxy } from '../support/breaking-proxy.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

const MIB = 1024 * 1024

describe('files between two daemons', () => {
  let sandbox: Sandbox
  let from: DaemonProcess
  let to: DaemonProcess
  let source: string
  let destination: string

  beforeEach(async () => {
    sandbox = makeSandbox()
    for (const module of ['from', 'to', 'limited']) mkdirSync(sandbox.at(module))
    ;[from, to] = await Promise.all([
      startDaemonProcess([`m=${sandbox.at('from')}`]),
      startDaemonProcess([`m=${sandbox.at('to')}`, `ro=${sandbox.at('to')}:ro`]),
    ])
    source = `blit://127.0.0.1:${from.port}/m`
    destination = `blit://127.0.0.1:${to.port}/m`
  })

  afterEach(async () => {
    await Promise.all([from.stop(), to.stop()])
    sandbox.remove()
  })

  async function json(...args: string[]): Promise<{ run: Run; value: Record<string, unknown> }> {
    const run = await sandbox.run([...args, '--json'])
    return { run, value: JSON.parse(run.stdout) as Record<string, unknown> }
  }

  function plant(root: string): void {
    for (const directory of ['a/b', 'empty', 'locked']) mkdirSync(`${root}/${directory}`, { recursive: true })
    for (let i = 0; i < 40; i++) writeFileSync(`${root}/a/f${i}`, `${i}`.repeat(i * 100))
    writeFileSync(`${root}/a/b/large`, Buffer.alloc(17 * MIB, 'large'))
    writeFileSync(Buffer.from(`${root}/raw\xff\n`, 'latin1'), 'raw')
    symlinkSync('../middle', `${root}/a/link`)
    writeFileSync(`${root}/locked/f`, 'locked')
    chmodSync(`${root}/locked`, 0o500)
    utimesSync(`${root}/a`, 1000, 1000)
  }

  /** What rsync would change to make `to` the same as `from`: nothing. */
  const differences = (one: string, other: string): string =>
    execFileSync('rsync', ['-nrlpti', '--delete', `${one}/`, other], { encoding: 'utf8' })

  it('are relayed as they were, verified or not, and nothing is when they are there', async () => {
    mkdirSync(sandbox.at('from/tree'))
    plant(sandbox.at('from/tree'))
    const dry = await json('copy', `${source}/tree`, `${destination}/tree`, '-n')
    expect([dry.run.code, dry.run.stderr, readdirSync(sandbox.at('to'))]).to.deep.equal([0, '', []])
    const { run, value } = await json('copy', `${source}/tree`, `${destination}/tree`)
    expect([run.code, run.stderr]).to.deep.equal([0, ''])
    const counts = { filesCopied: 43, linksCreated: 1, dirsCreated: 5 }
    expect(value).to.include({ route: 'relay', dataPlane: 'stream', ...counts })
    expect(value['streams']).to.be.within(1, 2)
    expect(dry.value).to.include({ route: 'relay', dataPlane: 'none', streams: 0, ...counts })
    expect(differences(sandbox.at('from/tree'), sandbox.at('to/tree'))).to.equal('')
    const again = await json('copy', `${source}/tree`, `${destination}/tree`)
    expect(again.value).to.include({ filesCopied: 0, filesSkipped: 43, streams: 0, dataPlane: 'none' })
    const plain = await json('copy', `${source}/tree`, `${destination}/plain`, '--no-verify')
    expect([plain.run.code, plain.value['filesCopied']]).to.deep.equal([0, 43])
    expect(differences(sandbox.at('from/tree'), sandbox.at('to/plain'))).to.equal('')
  })

  it('land where the rules of landing say, within one daemon too', async () => {
    writeFileSync(sandbox.at('from/file'), 'content')
    mkdirSync(sandbox.at('from/dir'))
    writeFileSync(sandbox.at('from/dir/inside'), 'inside')
    for (const args of [
      [`${source}/file`, `${destination}/renamed`],
      [`${source}/file`, `${destination}/`],
      [`${source}/file`, `${source}/dir`, `${destination}/several`],
      [`${source}/file`, `${source}/twin`],
    ])
      expect((await json('copy', ...args)).run, args.join(' ')).to.include({ code: 0, stderr: '' })
    for (const path of ['to/renamed', 'to/file', 'to/several/file', 'from/twin'])
      expect(readFileSync(sandbox.at(path), 'utf8'), path).to.equal('content')
    expect(readFileSync(sandbox.at('to/several/dir/inside'), 'utf8')).to.equal('inside')
    const onto = await sandbox.run(['copy', `${source}/dir/`, `${source}/dir/deeper`])
    expect(onto.code).to.equal(8)
  })

  it('S2, S3: are mirrored, with the deletes that were agreed to, which the destination makes', async () => {
    writeFileSync(sandbox.at('from/kept'), 'kept')
    mkdirSync(sandbox.at('to/extra'))
    writeFileSync(sandbox.at('to/extra/file'), 'extra')
    expect((await sandbox.run(['mirror', source, destination])).code).to.equal(7)
    expect((await sandbox.run(['mirror', source, destination, '-y', '--max-delete', '1'])).code).to.equal(8)
    expect(existsSync(sandbox.at('to/extra/file'))).to.equal(true)
    const { value } = await json('mirror', source, destination, '-y')
    expect(value).to.include({ route: 'relay', filesDeleted: 1, dirsDeleted: 1, filesSkipped: 1 })
    expect(readdirSync(sandbox.at('to'))).to.deep.equal(['kept'])
  })

  it('S19: are refused by a module that is read-only, before anything is touched', async () => {
    writeFileSync(sandbox.at('from/file'), 'content')
    const run = await sandbox.run(['copy', `${source}/file`, `blit://127.0.0.1:${to.port}/ro/file`])
    expect([run.code, readdirSync(sandbox.at('to'))]).to.deep.equal([5, []])
  })

  it('go over as many data connections as both daemons grant', async () => {
    writeFileSync(sandbox.at('from/large'), Buffer.alloc(20 * MIB, 'large'))
    const config = `[daemon]\nmax_streams = 1\n[[module]]\nname = "m"\npath = "${sandbox.at('limited')}"\n`
    writeFileSync(sandbox.at('limited.toml'), config)
    const limited = await startDaemonProcess([], ['--config', sandbox.at('limited.toml')])
    try {
      const place = `blit://127.0.0.1:${limited.port}/m`
      const { run, value } = await json('copy', source, place)
      expect([run.stderr, value['streams'], value['filesCopied']]).to.deep.equal(['', 1, 1])
      const back = await json('copy', `${place}/large`, `${destination}/large`)
      expect([back.run.stderr, back.value['streams'], back.value['filesCopied']]).to.deep.equal(['', 1, 1])
      const [sent, landed] = ['from/large', 'to/large'].map((path) => readFileSync(sandbox.at(path)))
      expect(landed?.equals(sent ?? Buffer.alloc(0))).to.equal(true)
    } finally {
      await limited.stop()
    }
  })

  for (const side of ['source', 'destination'] as const) {
    it(`S20: go on over another data connection when one to the ${side} breaks, and then end when that does`, async () => {
      writeFileSync(sandbox.at('from/large'), Buffer.alloc(60 * MIB, 'large'))
      for (const [count, code] of [
        [1, 0],
        [4, 11],
      ] as const) {
        const proxy = await startBreakingProxy(side === 'source' ? from.port : to.port, {
          afterBytes: 3 * MIB,
          count,
        })
        try {
          const through = `blit://127.0.0.1:${proxy.port}/m`
          const places = side === 'source' ? [through, destination] : [source, through]
          const { run } = await json(
            'copy',
            ...places.map((place, i) => `${place}/large${i === 1 ? count : ''}`),
          )
          expect(run.code, run.stderr).to.equal(code)
          expect(proxy.broken()).to.be.greaterThan(0)
        } finally {
          await proxy.close()
        }
      }

      const [sent, landed] = ['from/large', 'to/large1'].map((path) => readFileSync(sandbox.at(path)))
      expect(landed?.equals(sent ?? Buffer.alloc(0))).to.equal(true)
      expect(existsSync(sandbox.at('to/large4'))).to.equal(false)
    })
  }

  for (const lost of ['source', 'destination'] as const) {
    it(`S1, S20: end when the ${lost} is killed, which is named, and leave nothing half-landed`, async () => {
      // Long enough for the kill to come in the middle.
      writeFileSync(sandbox.at('from/large'), '')
      truncateSync(sandbox.at('from/large'), 400 * MIB)
      const { done } = sandbox.start(['copy', `${source}/large`, `${destination}/large`])
      const temps = (): string[] =>
        readdirSync(sandbox.at('to')).filter((name) => /^\.blit-[0-9a-f]/.test(name))
      while (temps().length === 0) await new Promise((resolve) => setImmediate(resolve))
      const victim = lost === 'source' ? from : to
      victim.child.kill('SIGKILL')
      const run = await done
      expect(run.code, run.stderr).to.equal(11)
      expect(run.stderr).to.include(`:${victim.port}`)
      expect(existsSync(sandbox.at('to/large'))).to.equal(false)
    })
  }
})
