import { expect } from 'chai'
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs'

import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

describe('S2: a module whose directory is another one than before', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess
  let module: string

  beforeEach(async () => {
    sandbox = makeSandbox()
    for (const name of ['module', 'there', 'from']) mkdirSync(sandbox.at(name))
    writeFileSync(sandbox.at('module/f'), 'content')
    writeFileSync(sandbox.at('there/kept'), 'kept')
    writeFileSync(sandbox.at('from/new'), 'new')
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
    module = `blit://127.0.0.1:${daemon.port}/m`
    // What is seen when a file system was unmounted.
    renameSync(sandbox.at('module'), sandbox.at('away'))
    mkdirSync(sandbox.at('module'))
  })

  afterEach(async () => {
    await daemon.stop()
    sandbox.remove()
  })

  for (const [what, exit, args] of [
    ['copied to', 5, () => ['copy', 'from', `${module}/x`]],
    ['mirrored from', 4, () => ['mirror', '--yes', '--allow-empty-source', module, 'there']],
    ['purged', 4, () => ['purge', '--yes', `${module}/`]],
    ['listed', 4, () => ['list', module]],
  ] as const)
    it(`is not ${what}`, async () => {
      writeFileSync(sandbox.at('module/below'), 'below')
      const { code, stderr } = await sandbox.run(args())
      expect([code, stderr]).to.deep.equal([exit, stderr])
      expect(stderr).to.contain('the directory of module m is another one than before')
      expect(readFileSync(sandbox.at('module/below'), 'utf8')).to.equal('below')
      expect([existsSync(sandbox.at('module/x')), existsSync(sandbox.at('there/kept'))]).to.deep.equal([
        false,
        true,
      ])
    })

  it('is served again when the first one is back', async () => {
    rmdirSync(sandbox.at('module'))
    renameSync(sandbox.at('away'), sandbox.at('module'))
    expect((await sandbox.run(['copy', 'from', `${module}/x`])).code).to.equal(0)
    expect(readFileSync(sandbox.at('module/x/new'), 'utf8')).to.equal('new')
  })
})
