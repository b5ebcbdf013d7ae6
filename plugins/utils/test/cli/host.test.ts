import { expect } from 'chai'
import { startDaemonProcess, type DaemonProcess } from '../../../../test/support/daemon-process.js'
import { makeSandbox, type Sandbox } from './sandbox.js'

describe('blit ping and blit modules', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess

  before(async () => {
    sandbox = makeSandbox()
    sandbox.fill({ one: null, other: null })
    daemon = await startDaemonProcess([`two=${sandbox.at('other')}:ro`, `one=${sandbox.at('one')}`])
  })

  after(async () => {
    await daemon.stop()
    sandbox.remove()
  })

  it('say who answers', async () => {
    const { code, stdout } = await sandbox.run(['ping', `localhost:${daemon.port}`])
    expect(code).to.equal(0)
    expect(stdout.toString()).to.match(/^blit\/\S+ at 127\.0\.0\.1:\d+, protocol 1, \d+\.\d ms\n$/)
  })

  it('say who answers as one object with --json', async () => {
    const host = `blit://127.0.0.1:${daemon.port}`
    const { code, value } = await sandbox.json(['ping', host])
    expect(code).to.equal(0)
    const { answers, ...rest } = value as { answers: ReadonlyArray<Record<string, unknown>> }
    expect(rest).to.deep.equal({ operation: 'ping', target: host })
    expect(answers).to.have.length(1)
    expect(answers[0]).to.include({ address: '127.0.0.1', port: daemon.port, protocol: 1 })
    expect(answers[0]).to.have.all.keys('address', 'port', 'software', 'protocol', 'features', 'roundTripMs')
  })

  it('list what there is, by name', async () => {
    const { code, stdout } = await sandbox.run(['modules', `127.0.0.1:${daemon.port}`])
    expect(code).to.equal(0)
    expect(stdout.toString()).to.equal('one  writable\ntwo  read-only\n')
  })

  it('list what there is as one object with --json', async () => {
    const target = `127.0.0.1:${daemon.port}`
    const { code, value } = await sandbox.json(['modules', target])
    expect(code).to.equal(0)
    expect(value).to.deep.equal({
      operation: 'modules',
      target,
      modules: [
        { name: 'one', readOnly: false, comment: '' },
        { name: 'two', readOnly: true, comment: '' },
      ],
    })
  })

  for (const command of ['ping', 'modules']) {
    it(`${command}: nobody there is exit 11, with and without --json`, async () => {
      const { code, stderr } = await sandbox.run([command, 'localhost:1'])
      expect(code).to.equal(11)
      expect(stderr).to.include('localhost:1').and.include('blit daemon start')
      const { code: same, value } = await sandbox.json([command, 'localhost:1'])
      expect(same).to.equal(11)
      expect(value).to.have.nested.property('error.code', 'E_UNREACHABLE')
    })

    it(`S17: ${command}: another machine in clear is exit 12, unless --insecure`, async () => {
      const { code, stderr } = await sandbox.run([command, '192.0.2.1'])
      expect(code).to.equal(12)
      expect(stderr).to.include('--insecure')
    })

    it(`${command}: what is no host is exit 2`, async () => {
      for (const args of [['a/b'], [], ['a', 'b'], ['']])
        expect((await sandbox.run([command, ...args])).code, args.join(' ')).to.equal(2)
    })
  }
})
