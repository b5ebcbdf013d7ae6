import { expect } from 'chai'
import { readdirSync } from 'node:fs'
import { connect as connectHttp2 } from 'node:http2'
import { status } from '@grpc/grpc-js'
import { pb } from '@blit/remote/protocol'
import { makeSandbox, until, type RunningDaemon, type Sandbox } from '../support/sandbox.js'
import { dial, hungUp } from '../support/raw-socket.js'
import { all, errorOf, place, TestClient } from '../support/client.js'

const HTTP2_PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'
const EMPTY_SETTINGS = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])

describe('S20: a daemon among hostile clients', () => {
  let sandbox: Sandbox
  let daemon: RunningDaemon
  let client: TestClient
  let fdsBefore = 0

  const fds = () => (process.platform === 'linux' ? readdirSync(`/proc/${daemon.pid}/fd`).length : 0)
  const ping = async () => client.codeOf('ping', new pb.PingRequest())

  before(async () => {
    sandbox = makeSandbox()
    sandbox.fill({
      'data/a': 'a',
      'c.toml': `
[daemon]
port = 0
handshake_seconds = 1
max_connections = 40
max_unauthenticated = 20
[[module]]
name = "data"
path = "data"
`,
    })
    daemon = await sandbox.daemon('--config', 'c.toml')
    client = new TestClient(daemon.port)
    expect(await ping()).to.equal('OK')
    await client.ask('stat', new pb.StatRequest().setPlace(place('a')))
    fdsBefore = fds()
  })

  afterEach(async () => {
    expect(await ping()).to.equal('OK')
    await until('its descriptors are back', () => fds() <= fdsBefore)
  })

  after(async () => {
    client.close()
    await sandbox.remove()
  })

  for (const garbage of [
    'GET / HTTP/1.1\r\n\r\n',
    '\0\0\0\0\0\0\0\0',
    'BLT1' + 'x'.repeat(60),
    'BLT2' + 'x'.repeat(60),
  ]) {
    it(`hangs up on ${JSON.stringify(garbage.slice(0, 8))} without a word`, async () => {
      const socket = await dial(daemon.port)
      let said = 0
      socket.on('data', (chunk: Buffer) => (said += chunk.length))
      socket.write(garbage)
      await hungUp(socket)
      expect(said).to.equal(0)
    })
  }

  it('S16: hangs up on whoever says nothing, half a magic, a preface without a call', async () => {
    const sockets = await Promise.all([
      dial(daemon.port),
      dial(daemon.port),
      dial(daemon.port),
      dial(daemon.port),
    ])
    const [, half, preface, drip] = sockets
    half?.write('PR')
    preface?.write(Buffer.concat([Buffer.from(HTTP2_PREFACE), EMPTY_SETTINGS]))
    drip?.write('P')
    const dripping = setInterval(() => drip?.write(' '), 100)
    await Promise.all(sockets.map(async (socket) => hungUp(socket)))
    clearInterval(dripping)
  })

  it('S16: ends a call whose first message does not come', async () => {
    const session = connectHttp2(`http://127.0.0.1:${daemon.port}`)
    const stream = session.request({
      ':method': 'POST',
      ':path': '/blit.v2.Blit/Ping',
      'content-type': 'application/grpc',
      te: 'trailers',
    })
    const code = await new Promise((resolve, reject) => {
      stream.once('error', reject)
      stream.once('response', (headers) => 'grpc-status' in headers && resolve(headers['grpc-status']))
      stream.once('trailers', (headers) => resolve(headers['grpc-status']))
      stream.resume()
    })
    session.destroy()
    expect(Number(code)).to.equal(status.DEADLINE_EXCEEDED)
  })

  it('S11: refuses a message of more than 4 MiB, and what is no message', async () => {
    const large = new pb.StatRequest().setPlace(new pb.Place().setPath(Buffer.alloc(5 * 1024 * 1024)))
    expect(await client.codeOf('stat', large)).to.equal('E_PROTOCOL')
    const raw = client.raw.makeUnaryRequest.bind(client.raw)
    const error = await new Promise<{ code?: number } | null>((resolve) => {
      raw(
        '/blit.v2.Blit/Stat',
        () => Buffer.from('ffffffffffff', 'hex'),
        (bytes) => bytes,
        {},
        (failed) => resolve(failed),
      )
    })
    expect(error?.code).to.be.greaterThan(0)
  })

  it('S11: refuses paths longer than 64 KiB or of more than 4,096 parts', async () => {
    for (const path of ['x'.repeat(65_537), 'x/'.repeat(5000) + 'x'])
      expect(await client.codeOf('stat', new pb.StatRequest().setPlace(place(path)))).to.equal('E_PROTOCOL')
  })

  it('lets connections be reset at any point', async () => {
    const parts = ['', 'PRI ', HTTP2_PREFACE.slice(0, 20), HTTP2_PREFACE, 'BLT2', `BLT2${'x'.repeat(20)}`]
    for (const part of parts) {
      const socket = await dial(daemon.port)
      socket.on('error', () => {})
      socket.write(part)
      socket.resetAndDestroy()
    }

    const socket = await dial(daemon.port)
    socket.write(Buffer.concat([Buffer.from(HTTP2_PREFACE), EMPTY_SETTINGS, Buffer.alloc(4096, 0xff)]))
    await hungUp(socket)
  })

  it('takes no more connections than it may, and those that are there go on', async () => {
    const sockets = await Promise.all(Array.from({ length: 30 }, async () => dial(daemon.port)))
    const closed = sockets.map(async (socket) => hungUp(socket))
    expect(await ping()).to.equal('OK')
    await Promise.all(closed)
    expect(daemon.stderr()).to.match(/warn {2}too many connections .*unauthenticated=20/)
  })

  it('forgets a call when its client is gone', async () => {
    const other = new TestClient(daemon.port)
    const hash = other.raw.hash()
    hash.write(new pb.HashRequest().setPlace(place('a')).setAlgorithm('xxh3-64x2'))
    await new Promise((resolve) => hash.once('data', resolve))
    expect(fds()).to.be.greaterThan(fdsBefore)
    const ended = errorOf(all(hash))
    other.close()
    hash.cancel()
    await ended
  })
})
