import { expect } from 'chai'
import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'

import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

const MIB = 1024 * 1024

describe('a daemon that is stopped in the midst of a transfer', () => {
  let sandbox: Sandbox
  let one: DaemonProcess
  let other: DaemonProcess

  beforeEach(async () => {
    sandbox = makeSandbox()
    for (const name of ['here', 'one', 'other']) {
      mkdirSync(sandbox.at(name, 'to'), { recursive: true })
      writeFileSync(sandbox.at(name, 'large'), '')
      // Limited to 20 MB/s: longer than any machine takes to stop.
      truncateSync(sandbox.at(name, 'large'), 4000 * MIB)
    }

    one = await startDaemonProcess([`m=${sandbox.at('one')}`])
    other = await startDaemonProcess([`m=${sandbox.at('other')}`])
  })

  afterEach(async () => {
    await Promise.all([one.stop('SIGKILL'), other.stop('SIGKILL')])
    sandbox.remove()
  })

  const temps = (place: string): string[] =>
    readdirSync(sandbox.at(place, 'to')).filter((name) => /^\.blit-[0-9a-f]/.test(name))

  for (const [way, from, to, stopped] of [
    ['push', 'here', 'one', 'one'],
    ['pull', 'one', 'here', 'one'],
    ['relay', 'one', 'other', 'one'],
    ['relay', 'one', 'other', 'other'],
  ] as const)
    it(`ends a ${way} with exit 11, says who stopped and what to do, and leaves nothing half-landed (${stopped})`, async () => {
      const daemons = { one, other }
      const at = (place: 'here' | 'one' | 'other'): string =>
        place === 'here' ? 'here' : `blit://127.0.0.1:${daemons[place].port}/m`
      const { done } = sandbox.start(['copy', `${at(from)}/large`, `${at(to)}/to/large`, '--bwlimit', '20M'])
      while (temps(to).length === 0) await new Promise((resolve) => setImmediate(resolve))
      expect(await daemons[stopped].stop()).to.equal(0)
      const { code, stderr } = await done
      expect(stderr)
        .to.include(`127.0.0.1:${daemons[stopped].port}: the daemon stops (`)
        .and.include('then run the same command again')
      expect(code).to.equal(11)
      expect(existsSync(sandbox.at(to, 'to/large'))).to.equal(false)
    })
})
