import { expect } from 'chai'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'

import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

describe('directories that are made for single files between machines', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess
  let module: string
  let umask: number

  before(async () => {
    umask = process.umask(0o027)
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('module'))
    writeFileSync(sandbox.at('one'), 'one')
    writeFileSync(sandbox.at('two'), 'two')
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
    module = `blit://127.0.0.1:${daemon.port}/m`
  })

  after(async () => {
    process.umask(umask)
    await daemon.stop()
    sandbox.remove()
  })

  const modeOf = (path: string): string => (statSync(sandbox.at(path)).mode & 0o7777).toString(8)

  it('have the mode that the umask leaves, on the way and at the end', async () => {
    const push = await sandbox.run(['copy', 'one', 'two', `${module}/a/b/`])
    const pull = await sandbox.run(['copy', `${module}/a/b/one`, `${module}/a/b/two`, 'c/d/'])
    expect([push.code, pull.code], push.stderr + pull.stderr).to.deep.equal([0, 0])
    const modes = ['module/a', 'module/a/b', 'c', 'c/d'].map((path) => modeOf(path))
    expect(modes).to.deep.equal(['750', '750', '750', '750'])
  })
})
