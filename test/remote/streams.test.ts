import { expect } from 'chai'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

import { makeSandbox, type Run, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

const MIB = 1024 * 1024

describe('--streams', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess | undefined

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('module'))
    mkdirSync(sandbox.at('from'))
    writeFileSync(sandbox.at('from/large'), Buffer.alloc(20 * MIB, 'large'))
    for (let i = 0; i < 20; i++) writeFileSync(sandbox.at(`from/f${i}`), `${i}`)
  })

  afterEach(async () => {
    await daemon?.stop()
    daemon = undefined
    sandbox.remove()
  })

  async function start(maxStreams: number): Promise<string> {
    const module = `[[module]]\nname = "m"\npath = "${sandbox.at('module')}"\n`
    writeFileSync(sandbox.at('blit.toml'), `[daemon]\nmax_streams = ${maxStreams}\n${module}`)
    daemon = await startDaemonProcess([], ['--config', sandbox.at('blit.toml')])
    return `blit://127.0.0.1:${daemon.port}/m`
  }

  async function streams(...args: string[]): Promise<unknown> {
    const run: Run = await sandbox.run(['copy', ...args, '--json'])
    expect(run.stderr).to.equal('')
    return (JSON.parse(run.stdout) as Record<string, unknown>)['streams']
  }

  for (const [asked, most, used] of [
    [1, 16, 1],
    [5, 16, 5],
    [8, 3, 3],
    [undefined, 1, 1],
  ] as const) {
    it(`${asked ?? 'not given'}, where the daemon grants ${most}: ${used} for push, pull and relay`, async () => {
      const module = await start(most)
      // What is let in when all is sent already is done without: that it takes a while.
      const slow = used > 1 ? ['--bwlimit', '12M'] : []
      const flags = asked === undefined ? slow : [...slow, '--streams', String(asked)]
      expect([
        await streams('from/', `${module}/pushed`, ...flags),
        await streams(`${module}/pushed/`, 'pulled', ...flags),
        await streams(`${module}/pushed/`, `${module}/relayed`, ...flags),
      ]).to.deep.equal([used, used, used])
      const large = readFileSync(sandbox.at('from/large'))
      for (const at of ['module/pushed', 'pulled', 'module/relayed'])
        expect(readFileSync(sandbox.at(`${at}/large`)).equals(large)).to.equal(true)
    })
  }

  for (const number of ['0', '17', 'many'])
    it(`${number} is refused before anything is done`, async () => {
      const run = await sandbox.run(['copy', 'from/', 'to', '--streams', number])
      expect([run.code, run.stderr]).to.satisfy(
        ([code, text]: [number, string]) =>
          code === 2 && text.includes('--streams') && !text.includes('    at '),
      )
    })
})
