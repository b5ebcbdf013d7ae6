import { expect } from 'chai'
import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'

import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

describe('a client that is interrupted', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess

  beforeEach(async () => {
    sandbox = makeSandbox()
    for (const name of ['here', 'there']) {
      mkdirSync(sandbox.at(name, 'to'), { recursive: true })
      writeFileSync(sandbox.at(name, 'large'), '')
      truncateSync(sandbox.at(name, 'large'), 4000 * 1024 * 1024)
    }

    daemon = await startDaemonProcess([`m=${sandbox.at('there')}`])
  })

  afterEach(async () => {
    await daemon.stop('SIGKILL')
    sandbox.remove()
  })

  for (const way of ['push', 'pull'] as const)
    it(`is no warning of the daemon's in a ${way}`, async () => {
      let log = ''
      daemon.child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()))
      const url = `blit://127.0.0.1:${daemon.port}/m`
      const [from, to, lands] = way === 'push' ? ['here', url, 'there'] : [url, 'here', 'here']
      const { child, done } = sandbox.start(['copy', `${from}/large`, `${to}/to/large`, '--bwlimit', '20M'])
      while (!readdirSync(sandbox.at(lands, 'to')).some((name) => /^\.blit-[0-9a-f]/.test(name)))
        await new Promise((resolve) => setImmediate(resolve))
      child.kill('SIGINT')
      expect((await done).code).to.equal(130)
      expect(await daemon.stop()).to.equal(0)
      expect(log).to.not.match(/sent nothing more|client is gone|warn +(pull|push)/)
    })
})
