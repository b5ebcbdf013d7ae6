import { expect } from 'chai'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { makeSandbox, type Sandbox } from '../support/sandbox.js'

describe('blit daemon stop, status and init', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    sandbox.fill({ data: null })
  })

  afterEach(async () => sandbox.remove())

  it('know two daemons by their ports', async () => {
    const one = await sandbox.daemon('--module', 'one=data', '--port', '0')
    const two = await sandbox.daemon('--module', 'two=data', '--port', '0')
    const both = await sandbox.run('daemon', 'status')
    expect(both.stdout.split('\n').filter((line) => /serves (one|two)$/.test(line))).to.have.length(2)
    const unclear = await sandbox.run('daemon', 'stop')
    expect(unclear.stderr).to.match(/several daemons run: .*say which with --port/)
    expect(unclear.code).to.equal(2)
    const stopped = await sandbox.run('daemon', 'stop', '--port', String(one.port))
    expect([stopped.code, stopped.stdout]).to.deep.equal([0, `stopped the daemon on 127.0.0.1:${one.port}\n`])
    expect((await one.done).code).to.equal(0)
    const left = await sandbox.run('daemon', 'status', '--json')
    const { daemons } = JSON.parse(left.stdout) as { daemons: Array<{ port: number }> }
    expect(daemons.map(({ port }) => port)).to.deep.equal([two.port])
    expect((await sandbox.run('daemon', 'stop')).code).to.equal(0)
    expect((await two.done).code).to.equal(0)
  })

  it('say that none runs, exit 11', async () => {
    const status = await sandbox.run('daemon', 'status', '--port', '9999')
    expect([status.code, status.stdout]).to.deep.equal([11, 'no daemon runs on port 9999\n'])
    const stop = await sandbox.run('daemon', 'stop', '--json')
    expect(stop.code).to.equal(11)
    expect((JSON.parse(stop.stdout) as { error: unknown }).error).to.include({ code: 'E_UNREACHABLE' })
  })

  it('do not take what a killed daemon left for one that runs, nor another process of its number', async () => {
    const daemon = await sandbox.daemon('--module', 'data=data', '--port', '0')
    const directory = sandbox.at('.home/run/blit')
    const [name = ''] = readdirSync(directory)
    const text = readFileSync(`${directory}/${name}`, 'utf8')
    await daemon.end('SIGKILL')
    expect(readdirSync(directory)).to.deep.equal([name])
    expect((await sandbox.run('daemon', 'status')).code).to.equal(11)
    expect(readdirSync(directory)).to.deep.equal([])
    if (process.platform !== 'linux') return
    // As if the number had been given away again.
    const { mark, ...rest } = JSON.parse(text) as Record<string, unknown>
    sandbox.fill({ [`.home/run/blit/${name}`]: JSON.stringify({ ...rest, mark, pid: process.pid }) })
    expect((await sandbox.run('daemon', 'stop')).code).to.equal(11)
  })

  it('write a config that starts once a module is named, and never over one', async () => {
    const path = sandbox.at('.home/config/daemon.toml')
    const init = await sandbox.run('daemon', 'init')
    expect(init.stdout).to.include(path)
    expect(existsSync(path)).to.equal(true)
    const text = readFileSync(path, 'utf8')
    const again = await sandbox.run('daemon', 'init')
    expect(again.stderr).to.match(/it exists, and stays as it is/)
    expect(again.code).to.equal(2)
    expect(readFileSync(path, 'utf8')).to.equal(text)
    const start = await sandbox.run('daemon', 'start')
    expect(start.stderr).to.match(/daemon\.toml: there are no modules/)
    expect(start.code).to.equal(2)
  })
})
