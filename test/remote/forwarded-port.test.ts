import { expect } from 'chai'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Server } from 'node:net'

import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

describe('a daemon behind a forwarded port', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess
  let forwarder: Server
  let opened: string[]

  beforeEach(async () => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('module'))
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
    opened = []
    forwarder = createServer((near) => {
      const far = connect(daemon.port, '127.0.0.1')
      near.once('data', (bytes: Buffer) => opened.push(bytes.toString('latin1', 0, 4)))
      near.pipe(far).pipe(near)
      for (const socket of [near, far])
        socket.on('error', () => {
          near.destroy()
          far.destroy()
        })
    })
    forwarder.listen(0, '127.0.0.1')
    await once(forwarder, 'listening')
  })

  afterEach(async () => {
    forwarder.close()
    await daemon.stop()
    sandbox.remove()
  })

  it('is reached on both planes by the one port that is forwarded', async () => {
    writeFileSync(sandbox.at('file'), 'content')
    const { port } = forwarder.address() as AddressInfo
    const remote = `blit://127.0.0.1:${port}/m/file`
    const push = await sandbox.run(['copy', 'file', remote])
    expect([push.code, push.stderr]).to.deep.equal([0, ''])
    expect(opened).to.include.members(['PRI ', 'BLT2'])
    opened = []
    const pull = await sandbox.run(['copy', remote, 'back'])
    expect([pull.code, pull.stderr]).to.deep.equal([0, ''])
    expect(opened).to.include.members(['PRI ', 'BLT2'])
    expect(readFileSync(sandbox.at('back'), 'utf8')).to.equal('content')
  })
})
