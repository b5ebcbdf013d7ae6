import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'

import { makeSandbox, until, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

const MIB = 1024 * 1024

describe('pushes in adversity', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess

  const start = async (): Promise<DaemonProcess> => startDaemonProcess([`m=${sandbox.at('module')}`])
  const url = (path: string): string => `blit://127.0.0.1:${daemon.port}/m/${path}`
  const at = (path: string): string => sandbox.at('module', path)

  beforeEach(async () => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('module'))
    daemon = await start()
  })

  afterEach(async () => {
    await daemon.stop()
    sandbox.remove()
  })

  it('S1, S20: end when the daemon is stopped: it exits with 0, the client with 11, and the next run ends the work', async () => {
    mkdirSync(sandbox.at('tree'))
    mkdirSync(at('tree'))
    writeFileSync(sandbox.at('tree/large'), Buffer.alloc(64 * MIB, 'large'))
    const { done } = sandbox.start(['copy', 'tree', url('tree'), '--bwlimit', '20M'])
    await until('a temp is there', () =>
      readdirSync(at('tree')).some((name) => /^\.blit-[0-9a-f]{16}-/.test(name)),
    )
    expect(await daemon.stop('SIGTERM')).to.equal(0)
    const { code, stderr } = await done
    expect([code, stderr]).to.satisfy(() => code === 11 && stderr.includes('the daemon stops'), stderr)
    expect(existsSync(at('tree/large'))).to.equal(false)
    daemon = await start()
    expect((await sandbox.run(['copy', 'tree', url('tree')])).code).to.equal(0)
    expect(readdirSync(at('tree'))).to.deep.equal(['large'])
    expect(statSync(at('tree/large')).size).to.equal(64 * MIB)
  })

  it('S12: never land outside while another process swaps directories of the module for symlinks', async () => {
    const names = Array.from({ length: 6 }, (_, i) => `d${i}`)
    for (const name of names) {
      mkdirSync(sandbox.at('tree', name, 'sub'), { recursive: true })
      for (let i = 0; i < 60; i++) writeFileSync(sandbox.at('tree', name, 'sub', `f${i}`), `${name} ${i}`)
      writeFileSync(sandbox.at('tree', name, 'large'), Buffer.alloc(MIB, name))
      mkdirSync(at(`tree/${name}`), { recursive: true })
    }

    mkdirSync(sandbox.at('outside/sub'), { recursive: true })
    writeFileSync(sandbox.at('outside/sub/f1'), 'outside')
    const script = `
      const { renameSync, symlinkSync, unlinkSync, writeFileSync } = require('node:fs')
      const [root, outside, names, mark] = JSON.parse(process.argv[1])
      const attempt = (what) => { try { what() } catch {} }
      for (let round = 0; ; round++) {
        for (const name of names) {
          attempt(() => { renameSync(root + '/' + name, root + '/.away-' + name); symlinkSync(outside, root + '/' + name) })
          for (const end = process.hrtime.bigint() + 200000n; process.hrtime.bigint() < end;);
          attempt(() => { unlinkSync(root + '/' + name); renameSync(root + '/.away-' + name, root + '/' + name) })
        }
        if (round === 3) writeFileSync(mark, '')
      }`
    const swapper = spawn(process.execPath, [
      '-e',
      script,
      JSON.stringify([at('tree'), sandbox.at('outside'), names, sandbox.at('swapping')]),
    ])
    const gone = once(swapper, 'close')
    try {
      await until('it swaps', () => existsSync(sandbox.at('swapping')))
      for (let run = 0; run < 3; run++) {
        // How much of it lands is not what this is about.
        await sandbox.run(['copy', 'tree', url('tree'), '--ignore-times'])
      }
    } finally {
      swapper.kill('SIGKILL')
      await gone
    }

    expect(readdirSync(sandbox.at('outside'), { recursive: true }).sort()).to.deep.equal(['sub', 'sub/f1'])
    expect(readFileSync(sandbox.at('outside/sub/f1'), 'utf8')).to.equal('outside')
  })
})
