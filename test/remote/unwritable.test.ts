import { expect } from 'chai'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'

import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'
import { canBeOther } from '../support/other-user.js'

describe('between machines, what may not be written or read', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess | undefined
  let module: string

  before(async function () {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) this.skip()
    sandbox = makeSandbox()
    for (const name of ['module/fixed', 'fixed', 'unread']) mkdirSync(sandbox.at(name), { recursive: true })
    writeFileSync(sandbox.at('one'), 'one')
    writeFileSync(sandbox.at('module/one'), 'one')
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro,size=64k', 'none', sandbox.at('fixed')])
    if (mount.status !== 0) this.skip()
    execFileSync('mount', ['--bind', sandbox.at('fixed'), sandbox.at('module/fixed')])
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`], ['--insecure'])
    module = `blit://127.0.0.1:${daemon.port}/m`
  })

  after(async () => {
    await daemon?.stop()
    if (sandbox === undefined) return
    spawnSync('umount', [sandbox.at('module/fixed')])
    spawnSync('umount', [sandbox.at('fixed')])
    sandbox.remove()
  })

  for (const place of ['fixed/', 'fixed/new/', 'fixed/new/deep/']) {
    it(`a read-only ${place} in a module is named, and not where the module is`, async () => {
      const { code, stderr } = await sandbox.run(['copy', 'one', `${module}/${place}`])
      expect(code, stderr).to.equal(5)
      expect(stderr).to.contain('m/fixed').and.contain('read-only')
      expect(stderr)
        .to.not.match(/bug|\/proc\/|EROFS/)
        .and.not.contain(sandbox.path)
    })

    it(`a read-only ${place} of the user is named as the user does`, async () => {
      const { code, stderr } = await sandbox.run(['copy', `${module}/one`, place])
      expect(code, stderr).to.equal(5)
      expect(stderr)
        .to.match(/(^|[^/])fixed/)
        .and.contain('read-only')
      expect(stderr)
        .to.not.match(/bug|\/proc\/|EROFS/)
        .and.not.contain(sandbox.path)
    })
  }

  it('a source that may not be read is refused as it is locally', async function () {
    if (!canBeOther) this.skip()
    chmodSync(sandbox.path, 0o755)
    chmodSync(sandbox.at('unread'), 0)
    const prefix = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
    const { code, stderr } = await sandbox.run(['copy', 'unread', `${module}/copy`], { prefix })
    expect(code, stderr).to.equal(4)
    expect(stderr).to.contain('unread: cannot read: permission denied')
  })
})
