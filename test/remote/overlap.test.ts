import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'

import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

describe('a tree that is reached through a daemon and otherwise', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess
  let other: DaemonProcess

  before(async () => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('all/tree/sub'), { recursive: true })
    writeFileSync(sandbox.at('all/tree/sub/f'), 'content')
    writeFileSync(sandbox.at('all/tree/sub/tree'), '')
    symlinkSync('all', sandbox.at('link'))
    daemon = await startDaemonProcess([`all=${sandbox.at('all')}`, `tree=${sandbox.at('link/tree')}`])
    other = await startDaemonProcess([`tree=${sandbox.at('all/tree')}`])
  })

  after(async () => {
    await daemon.stop()
    await other.stop()
    sandbox.remove()
  })

  const all = (path: string): string => `blit://127.0.0.1:${daemon.port}/all/${path}`
  const tree = (path = ''): string => `blit://127.0.0.1:${other.port}/tree${path}`
  const everything = (): string =>
    execFileSync('find', [sandbox.at('all'), '-printf', '%p %i %T@ %C@\n'], { encoding: 'utf8' })

  async function expectRefused(from: string, to: string, verbs = ['copy', 'mirror', 'move']): Promise<void> {
    const before = everything()
    for (const verb of verbs) {
      const flags = verb === 'mirror' ? ['-y'] : []
      const { code, stderr } = await sandbox.run([verb, ...flags, from, to])
      expect([code, stderr.includes('refused')], `${verb} ${from} ${to}`).to.deep.equal([8, true])
    }

    expect(everything()).to.equal(before)
  }

  it('is not copied onto itself', async () => {
    await expectRefused('all/tree', all('tree'))
    await expectRefused('link/tree/', `blit://127.0.0.1:${daemon.port}/tree`, ['mirror'])
    await expectRefused(all('tree'), 'all/tree')
    await expectRefused(all('tree'), tree())
    await expectRefused('all/tree/sub/f', tree('/sub/f'), ['copy', 'move'])
  })

  it('is not copied into itself', async () => {
    await expectRefused('all/tree', all('tree/sub/new'))
    await expectRefused(all('tree'), 'link/tree/sub')
    await expectRefused(all('tree'), tree('/sub/new'), ['move'])
  })

  it('is not emptied by a mirror of what is in it, nor overwritten', async () => {
    await expectRefused('all/tree/sub', all('tree'), ['mirror'])
    await expectRefused(all('tree/sub/'), 'all', ['copy', 'mirror', 'move'])
    await expectRefused(tree('/sub'), all('').slice(0, -1), ['mirror'])
  })

  it('is recognised through a bind mount', async function () {
    mkdirSync(sandbox.at('mounted'))
    try {
      execFileSync('mount', ['--bind', sandbox.at('all/tree'), sandbox.at('mounted')], { stdio: 'ignore' })
    } catch {
      this.skip()
    }

    try {
      await expectRefused('mounted/sub', all('tree/sub'))
      await expectRefused(all('tree/sub'), 'mounted', ['mirror'])
    } finally {
      execFileSync('umount', [sandbox.at('mounted')])
    }

    expect(readdirSync(sandbox.at('all/tree/sub')).sort()).to.deep.equal(['f', 'tree'])
    expect(readFileSync(sandbox.at('all/tree/sub/f'), 'utf8')).to.equal('content')
  })
})
