import { expect } from 'chai'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

import { makeSandbox, until, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

const MIB = 1024 * 1024
const TEMP = /^\.blit-[\da-f]{16}-\d+$/

describe('a mirror into a tree that another run is at work in', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess

  beforeEach(async () => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('module'))
    mkdirSync(sandbox.at('large'))
    writeFileSync(sandbox.at('large/file'), Buffer.alloc(4 * MIB, 'large'))
    mkdirSync(sandbox.at('other/sub'), { recursive: true })
    writeFileSync(sandbox.at('other/new'), 'new')
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
  })

  afterEach(async () => {
    await daemon.stop()
    sandbox.remove()
  })

  const temps = (path: string): string[] =>
    existsSync(sandbox.at(path)) ? readdirSync(sandbox.at(path)).filter((name) => TEMP.test(name)) : []
  const remote = (path: string): string => `blit://127.0.0.1:${daemon.port}/${path}`

  // Where the first run goes, seen from the module; what the mirror goes to; and whether that is there before.
  const CASES = [
    ['a place that it makes', 't', 't', false],
    ['a directory below', 't/sub', 't', true],
  ] as const
  for (const [what, place, mirrored, exists] of CASES)
    for (const [first, second] of [
      ['push', 'push'],
      ['push', 'local'],
      ['local', 'push'],
      ['local', 'local'],
    ] as const)
      it(`S1: leaves its temp alone: ${first} into ${what}, mirrored by ${second}`, async () => {
        const at = (way: string, path: string): string =>
          way === 'push' ? remote(`m/${path}`) : `module/${path}`
        if (exists) mkdirSync(sandbox.at(`module/${place}`), { recursive: true })
        // What a run makes is not seen for two seconds.
        const rate = exists ? '3Mi' : '1200Ki'
        const { done } = sandbox.start(['copy', 'large', at(first, place), '--bwlimit', rate])
        await until('its temp', () => temps(`module/${place}`).length > 0)
        const mirror = await sandbox.run(['mirror', 'other', at(second, mirrored), '--yes', '-v'])
        expect(mirror.stdout).to.not.match(/delete.*\.blit-/)
        expect((await done).stderr).to.equal('')
        expect(readFileSync(sandbox.at(`module/${place}/file`), 'latin1')).to.equal(
          readFileSync(sandbox.at('large/file'), 'latin1'),
        )
        expect(temps(`module/${place}`)).to.deep.equal([])
      })

  it('copies nothing of what is not whole, by any way', async () => {
    const { child, done } = sandbox.start(['copy', 'large', 'module/t', '--bwlimit', '1Mi'])
    await until('its temp', () => temps('module/t').length > 0)
    for (const [from, to] of [
      ['module/t', 'local'],
      ['module/t', remote('m/pushed')],
      [remote('m/t'), 'pulled'],
    ] as const)
      expect((await sandbox.run(['copy', from, to])).stdout).to.match(/^copied 0 files/)
    child.kill('SIGINT')
    await done
  })

  it('deletes a file of the user that only looks like a temp', async () => {
    const name = `.blit-${'0'.repeat(16)}-1`
    cpSync(sandbox.at('large'), sandbox.at('module/t'), { recursive: true })
    writeFileSync(sandbox.at(`module/t/${name}`), 'mine')
    expect((await sandbox.run(['mirror', 'large', remote('m/t'), '--yes'])).code).to.equal(0)
    expect(readdirSync(sandbox.at('module/t'))).to.deep.equal(['file'])
  })
})
