import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'

import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { startCountingForwarder, type CountingForwarder } from '../support/counting-forwarder.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

const MIB = 1024 * 1024
const TEXT_BYTES = 20 * MIB
const RANDOM_BYTES = MIB

describe('--compress', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess
  let forwarder: CountingForwarder
  let place: string

  before(async () => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('module'))
    mkdirSync(sandbox.at('from/small'), { recursive: true })
    writeFileSync(sandbox.at('from/text'), Buffer.alloc(TEXT_BYTES, 'what is said again and again '))
    writeFileSync(sandbox.at('from/random'), randomBytes(RANDOM_BYTES))
    writeFileSync(sandbox.at('from/empty'), '')
    for (let i = 0; i < 100; i++) writeFileSync(sandbox.at(`from/small/f${i}`), `${i}`.repeat(i * 50))
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
    forwarder = await startCountingForwarder(daemon.port)
    place = `blit://127.0.0.1:${forwarder.port}/m`
  })

  beforeEach(() => {
    forwarder.carried = 0
  })

  after(async () => {
    forwarder.close()
    await daemon.stop()
    sandbox.remove()
  })

  const differences = (path: string): string =>
    execFileSync('rsync', ['-nrlptci', '--delete', `${sandbox.at('from')}/`, sandbox.at(path)], {
      encoding: 'utf8',
    })

  async function copy(...args: string[]): Promise<Record<string, unknown>> {
    const { code, stderr, stdout } = await sandbox.run(['copy', ...args, '--json'])
    expect([code, stderr]).to.deep.equal([0, ''])
    return JSON.parse(stdout) as Record<string, unknown>
  }

  for (const more of [[], ['--no-verify'], ['--inplace'], ['--checksum']])
    it(`carries less, and lands the same: push, pull and relay${more.map((flag) => `, ${flag}`).join('')}`, async () => {
      const name = `with${more.join('')}`
      const flags = ['--compress', ...more]
      const ways = [
        ['from', `${place}/${name}`, `module/${name}`],
        [`${place}/${name}`, `back${name}`, `back${name}`],
        [`${place}/${name}`, `${place}/again${name}`, `module/again${name}`],
      ] as const
      for (const [from, to, landed] of ways) {
        forwarder.carried = 0
        const value = await copy(from, to, ...flags)
        expect(value).to.include({ filesCopied: 103, dataPlane: 'stream' })
        expect(value['bytesCopied']).to.be.above(TEXT_BYTES + RANDOM_BYTES)
        expect(differences(landed)).to.equal('')
        // Both ways of a relay go through here.
        expect(forwarder.carried).to.be.within(RANDOM_BYTES, 4 * RANDOM_BYTES)
      }
    })

  it('is left alone where it is not asked for', async () => {
    await copy('from', `${place}/plain`)
    expect(forwarder.carried).to.be.above(TEXT_BYTES)
  })
})
