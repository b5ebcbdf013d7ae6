import { expect } from 'chai'
import type { Socket } from 'node:net'
import { pb } from '@blit/remote/protocol'
import { startDaemon, type Daemon, type SessionContext, type SessionService } from '../../dist/index.js'
import { readSettings } from '../../dist/config/settings.js'
import { createLog } from '../../dist/log/create-log.js'
import { makeSandbox, type Sandbox } from '../support/sandbox.js'
import { dial, hungUp } from '../support/raw-socket.js'
import { all, errorOf, TestClient } from '../support/client.js'

describe('what serves sessions', () => {
  let sandbox: Sandbox
  let daemon: Daemon
  let client: TestClient
  let contexts: SessionContext[]
  let connections: Array<{ socket: Socket; firstBytes: Buffer }>
  let closed: number
  let release: () => void

  beforeEach(async () => {
    sandbox = makeSandbox()
    sandbox.fill({ data: null, 'c.toml': '[daemon]\nmax_sessions = 1\n' })
    contexts = []
    connections = []
    closed = 0
    const released = new Promise<void>((resolve) => (release = resolve))
    const service: SessionService = {
      async push(call, context) {
        contexts.push(context)
        call.write(new pb.ServerPushResponse().setWelcome(new pb.Welcome()))
        await released
        context.signal.throwIfAborted()
      },
      async pull(_call, context) {
        context.module('ro', 'read')
        context.module('ro', 'change')
      },
      async write() {},
      connect: ({ authenticated, firstBytes, socket }) => {
        authenticated()
        connections.push({ socket, firstBytes })
        socket.resume()
      },
      async close() {
        closed++
      },
    }
    const settings = readSettings({
      config: sandbox.at('c.toml'),
      defaultConfig: '',
      modules: [`data=${sandbox.at('data')}`, `ro=${sandbox.at('data')}:ro`],
      port: 0,
      insecure: false,
    })
    daemon = await startDaemon({ settings, log: createLog('silent', false), sessions: () => service })
    client = new TestClient(daemon.address.port)
  })

  afterEach(async () => {
    release()
    client.close()
    await daemon.stop()
    await sandbox.remove()
  })

  it('gets pushes, whose calls end when it is done', async () => {
    const push = client.raw.push()
    push.write(new pb.ClientPushRequest())
    const answers = all<pb.ServerPushResponse>(push)
    release()
    expect((await answers).map((one) => one.hasWelcome())).to.deep.equal([true])
    expect(contexts[0]?.dataPort()).to.equal(daemon.address.port)
    expect(contexts[0]?.peer).to.match(/^127\.0\.0\.1:\d+$/)
  })

  it('S19: gets modules by their rules, and its errors reach the client', async () => {
    const error = await errorOf(all(client.raw.pullSession()))
    expect([error.code, error.exit]).to.deep.equal(['E_READ_ONLY', 5])
  })

  it('S16: has no more sessions at a time than the config says', async () => {
    const push = client.raw.push()
    await new Promise((resolve) => push.once('data', resolve))
    const error = await errorOf(all(client.raw.pullSession()))
    expect([error.code, error.message]).to.deep.equal([
      'E_UNREACHABLE',
      'the daemon is busy with 1 transfers',
    ])
    push.on('error', () => {})
    push.cancel()
  })

  it('gets data connections with what was read of them', async () => {
    const socket = await dial(daemon.address.port)
    const preface = `BLT2${'x'.repeat(52)}`
    socket.write(preface)
    while (connections.length === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(connections[0]?.firstBytes.toString()).to.equal(preface)
    connections[0]?.socket.end()
    await hungUp(socket)
  })

  it('is told when the client is gone', async () => {
    const push = client.raw.push()
    await new Promise((resolve) => push.once('data', resolve))
    push.on('error', () => {})
    push.cancel()
    const [context] = contexts
    await new Promise((resolve) => context?.signal.addEventListener('abort', resolve))
    expect((context?.signal.reason as Error).message).to.equal('the client is gone')
  })

  it('is told, and closed, when the daemon stops', async () => {
    const push = client.raw.push()
    await new Promise((resolve) => push.once('data', resolve))
    const [context] = contexts
    context?.signal.addEventListener('abort', release)
    const error = errorOf(all(push))
    await daemon.stop()
    expect((await error).message).to.equal('the daemon stops')
    expect(closed).to.be.greaterThan(0)
  })

  it('may be missing: then Push and PullSession are not served, and data connections are closed', async () => {
    const settings = readSettings({
      defaultConfig: '',
      modules: [`data=${sandbox.at('data')}`],
      port: 0,
      insecure: false,
    })
    const bare = await startDaemon({ settings, log: createLog('silent', false) })
    const other = new TestClient(bare.address.port)
    const errors = [errorOf(all(other.raw.push())), errorOf(all(other.raw.pullSession()))]
    expect((await Promise.all(errors)).map(({ code }) => code)).to.deep.equal(['E_VERSION', 'E_VERSION'])
    const socket = await dial(bare.address.port)
    socket.write(`BLT2${'x'.repeat(52)}`)
    await hungUp(socket)
    other.close()
    await bare.stop()
  })
})
