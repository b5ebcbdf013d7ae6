import { expect } from 'chai'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'

import { makeSandbox, type Run, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

const MIB = 1024 * 1024
const SIZE = 60 * MIB + 4

describe('a large file between machines, of which a part has come', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess

  before(function () {
    if (process.platform !== 'linux') this.skip()
  })

  beforeEach(async () => {
    sandbox = makeSandbox()
    for (const name of ['module', 'tree']) mkdirSync(sandbox.at(name))
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
  })

  afterEach(async () => {
    await daemon.stop()
    sandbox.remove()
  })

  const module = (): string => `blit://127.0.0.1:${daemon.port}/m`
  const plant = (path: string): void =>
    writeFileSync(sandbox.at(path), Buffer.from(Uint32Array.from({ length: SIZE / 4 }, (_, i) => i).buffer))

  /** Each stream has a piece in work: what is more than that has landed. */
  async function partly(directory: string): Promise<void> {
    const temps = (): string[] =>
      existsSync(sandbox.at(directory))
        ? readdirSync(sandbox.at(directory)).filter((name) => /^\.blit-[0-9a-f]{16}-/.test(name))
        : []
    const bytes = (): number =>
      temps().reduce((sum, name) => sum + 512 * (statSync(sandbox.at(directory, name)).blocks ?? 0), 0)
    while (bytes() < 30 * MIB) await setImmediate()
  }

  /** A session that is alive keeps its file locked. It is where the destination is made, beside that. */
  async function sessionsEnded(directory: string): Promise<void> {
    const sessions = sandbox.at(directory, '..', '.blit-sessions')
    for (;;) {
      const isLocked = readdirSync(sessions).some(
        (name) => spawnSync('flock', ['-n', `${sessions}/${name}`, 'true']).status !== 0,
      )
      if (!isLocked) return
      await setImmediate()
    }
  }

  async function again(from: string, to: string, ...flags: string[]): Promise<Record<string, number>> {
    const run: Run = await sandbox.run(['copy', from, to, '--json', ...flags])
    expect([run.code, run.stderr]).to.deep.equal([0, ''])
    return JSON.parse(run.stdout) as Record<string, number>
  }

  function expectResumed(value: Record<string, number>, from: string, to: string): void {
    expect(value['bytesResumed']).to.be.at.least(8 * MIB)
    expect((value['bytesResumed'] as number) + (value['bytesCopied'] as number)).to.equal(SIZE)
    execFileSync('cmp', [sandbox.at(from, 'large'), sandbox.at(to, 'large')])
    expect(readdirSync(sandbox.at(to))).to.deep.equal(['large'])
    expect(existsSync(sandbox.at(to, '..', '.blit-sessions'))).to.equal(false)
  }

  for (const victim of ['client', 'daemon'] as const) {
    it(`S9: is pushed from where the killed ${victim} was`, async () => {
      plant('tree/large')
      const { child, done } = sandbox.start(['copy', 'tree', `${module()}/tree`, '--bwlimit', '20M'])
      await partly('module/tree')
      if (victim === 'client') child.kill('SIGKILL')
      else await daemon.stop('SIGKILL')
      await done
      expect(existsSync(sandbox.at('module/tree/large'))).to.equal(false)
      if (victim === 'daemon') daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
      await sessionsEnded('module/tree')
      expectResumed(await again('tree', `${module()}/tree`), 'tree', 'module/tree')
    })

    it(`S9: is pulled from where the killed ${victim} was`, async () => {
      plant('module/large')
      const { child, done } = sandbox.start(['copy', module(), 'copy', '--bwlimit', '20M'])
      await partly('copy')
      if (victim === 'client') child.kill('SIGKILL')
      else await daemon.stop('SIGKILL')
      await done
      expect(existsSync(sandbox.at('copy/large'))).to.equal(false)
      if (victim === 'daemon') daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
      await sessionsEnded('copy')
      expectResumed(await again(module(), 'copy', '--no-verify'), 'module', 'copy')
    })
  }

  it('S9: is pushed from where the interrupted client was, which says what has come', async () => {
    plant('tree/large')
    const args = ['copy', 'tree', `${module()}/tree`, '--bwlimit', '20M', '--json']
    const { child, done } = sandbox.start(args)
    await partly('module/tree')
    child.kill('SIGINT')
    const { code, stdout } = await done
    expect(code).to.equal(130)
    const said = JSON.parse(stdout) as { bytesCopied: number; dirsCreated: number; error: { code: string } }
    expect(said.dirsCreated).to.equal(1)
    expect(said.error.code).to.equal('E_INTERRUPTED')
    expect(said.bytesCopied).to.be.at.least(8 * MIB)
    await sessionsEnded('module/tree')
    expectResumed(await again('tree', `${module()}/tree`), 'tree', 'module/tree')
  })
})
