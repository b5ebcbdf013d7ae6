import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'

import { makeSandbox, until, type Run, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'
import { makeTwoHosts, whyNotTwoHosts, type TwoHosts } from '../support/two-hosts.js'

const MIB = 1024 * 1024

describe('two hosts', () => {
  let hosts: TwoHosts | undefined
  let sandbox: Sandbox
  let daemon: DaemonProcess | undefined

  before(function () {
    const why = whyNotTwoHosts()
    if (why !== undefined) {
      console.log(`      ${why}`)
      this.skip()
    }

    hosts = makeTwoHosts()
  })

  after(() => hosts?.remove())

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('module'))
  })

  afterEach(async () => {
    await daemon?.stop('SIGKILL')
    daemon = undefined
    sandbox.remove()
  })

  const both = (): TwoHosts => hosts as TwoHosts

  /** A daemon on one host; gives the address of its module. */
  async function serve(address = both().server.ipv4): Promise<string> {
    const flags = ['--bind', address, '--insecure']
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`], flags, both().server.prefix)
    return `blit://${address.includes(':') ? `[${address}]` : address}:${daemon.port}/m`
  }

  /** blit on the other one. */
  const blit = async (...args: readonly string[]): Promise<Run> =>
    sandbox.run(args, { prefix: both().client.prefix })

  function plant(): void {
    mkdirSync(sandbox.at('tree/a/b'), { recursive: true })
    for (let i = 0; i < 40; i++) writeFileSync(sandbox.at(`tree/a/f${i}`), `${i}`.repeat(i * 100))
    writeFileSync(sandbox.at('tree/a/b/large'), Buffer.alloc(17 * MIB, 'large'))
    symlinkSync('../a', sandbox.at('tree/a/link'))
  }

  const differences = (from: string, to: string): string =>
    execFileSync('rsync', ['-nrlpti', '--delete', `${sandbox.at(from)}/`, sandbox.at(to)], {
      encoding: 'utf8',
    })

  for (const version of ['ipv4', 'ipv6'] as const)
    it(`push, mirror and pull over ${version}`, async () => {
      plant()
      const module = await serve(both().server[version])
      const push = await blit('copy', '--insecure', 'tree', `${module}/tree`)
      expect(push.code, push.stderr).to.equal(0)
      expect(push.stderr).to.contain('--insecure').and.to.contain('in clear')
      expect(differences('tree', 'module/tree')).to.equal('')
      rmSync(sandbox.at('tree/a/f1'))
      writeFileSync(sandbox.at('tree/a/new'), 'new')
      const mirror = await blit('mirror', '--insecure', '--yes', 'tree', `${module}/tree`)
      expect(mirror.code, mirror.stderr).to.equal(0)
      expect(differences('tree', 'module/tree')).to.equal('')
      const pull = await blit('copy', '--insecure', `${module}/tree`, 'back')
      expect(pull.code, pull.stderr).to.equal(0)
      expect(differences('tree', 'back')).to.equal('')
    })

  it('S17: do not talk unless both are told to', async () => {
    const { prefix, ipv4 } = both().server
    const start = ['daemon', 'start', '--port', '0', '--bind', ipv4, '--module', `m=${sandbox.at('module')}`]
    const refused = await sandbox.run(start, { prefix })
    expect(refused.code).to.equal(2)
    expect(refused.stderr).to.contain('refused to listen').and.to.contain('--insecure')
    const module = await serve()
    writeFileSync(sandbox.at('file'), 'content')
    for (const args of [
      ['copy', 'file', `${module}/file`],
      ['copy', `${module}/file`, 'back'],
      ['list', module],
    ]) {
      const run = await blit(...args)
      expect(run.code, args.join(' ')).to.equal(12)
      expect(run.stderr).to.contain('--insecure')
    }

    expect(readdirSync(sandbox.at('module'))).to.deep.equal([])
  })

  it('are far from each other', async function () {
    const { client, server } = both()
    try {
      for (const host of [client, server])
        host.run('tc', 'qdisc', 'add', 'dev', 'cable', 'root', 'netem', 'delay', '20ms')
    } catch {
      this.skip() // The kernel has no such queue.
    }

    try {
      plant()
      const module = await serve()
      const push = await blit('copy', '--insecure', 'tree', `${module}/tree`)
      expect(push.code, push.stderr).to.equal(0)
      expect(differences('tree', 'module/tree')).to.equal('')
    } finally {
      for (const host of [client, server]) host.run('tc', 'qdisc', 'del', 'dev', 'cable', 'root')
    }
  })

  it('S1, S20: lose each other in the middle, and nothing is half there', async () => {
    mkdirSync(sandbox.at('tree'))
    const content = Buffer.alloc(32 * MIB, 'large')
    writeFileSync(sandbox.at('tree/large'), content)
    const { client } = both()
    const lost: string[] = []
    for (const [from, to, landing] of [
      ['tree', `${await serve()}/pushed`, 'module/pushed'],
      [`blit://${both().server.ipv4}:${daemon?.port}/m/source`, 'pulled', 'pulled'],
    ] as const) {
      if (landing === 'pulled') {
        mkdirSync(sandbox.at('module/source'))
        writeFileSync(sandbox.at('module/source/large'), content)
      }

      const args = ['copy', '--insecure', '--bwlimit', '8M', from, to]
      const { done } = sandbox.start(args, { prefix: client.prefix })
      const temps = (): string[] =>
        existsSync(sandbox.at(landing))
          ? readdirSync(sandbox.at(landing)).filter((name) => /^\.blit-[0-9a-f]{16}-/.test(name))
          : []
      await until('a file is on its way', () => temps().length > 0)
      client.setLink('down')
      // Not waited for: what either end would notice after its timeouts.
      client.run('ss', '--kill', 'dst', both().server.ipv4)
      const run = await done
      client.setLink('up')
      expect(run.code, run.stderr).to.equal(11)
      lost.push(...readdirSync(sandbox.at(landing)).filter((name) => !name.startsWith('.blit-')))
    }

    expect(lost).to.deep.equal([])
    await daemon?.stop('SIGKILL')
    const again = await blit('copy', '--insecure', 'tree', `${await serve()}/pushed`)
    expect(again.code, again.stderr).to.equal(0)
    expect(readFileSync(sandbox.at('module/pushed/large')).equals(content)).to.equal(true)
    expect(readdirSync(sandbox.at('module/pushed'))).to.deep.equal(['large'])
  })
})
