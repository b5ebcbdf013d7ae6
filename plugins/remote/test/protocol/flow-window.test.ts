import { Client, credentials, Server, ServerCredentials } from '@grpc/grpc-js'
import { expect } from 'chai'
import { once } from 'node:events'
import http2, { type ClientHttp2Session, type ServerHttp2Session } from 'node:http2'
import net, { type AddressInfo } from 'node:net'
import { clientOptions, serverOptions, widenWindows, WINDOW_BYTES } from '../../dist/protocol/index.js'

/** What a client may send to a server before it has to wait: on one stream, and in all. */
async function windowsOf(
  port: number,
): Promise<{ stream: number | undefined; connection: number | undefined }> {
  const session = http2.connect(`http://127.0.0.1:${port}`)
  try {
    await once(session, 'remoteSettings')
    // The window of the connection is sent after the settings: once a ping is answered it is there.
    await pinged(session)
    return { stream: session.remoteSettings.initialWindowSize, connection: session.state.remoteWindowSize }
  } finally {
    session.destroy()
  }
}

async function pinged(session: ClientHttp2Session | ServerHttp2Session): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    session.ping((error) => (error ? reject(error) : resolve()))
  })
}

function bind(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port),
    )
  })
}

const WIDE = { stream: WINDOW_BYTES, connection: WINDOW_BYTES }

describe('windows of the control plane', () => {
  const closers: Array<() => void> = []
  const later = (close: () => void) => closers.push(close)

  afterEach(() => {
    for (const close of closers.splice(0)) close()
  })

  it('are narrow in a grpc-js server: once they are not, the shim can go', async () => {
    const server = new Server(serverOptions())
    later(() => server.forceShutdown())
    const { connection, stream } = await windowsOf(await bind(server))
    expect(stream).to.be.below(WINDOW_BYTES / 8)
    expect(connection).to.be.below(WINDOW_BYTES / 8)
  })

  it('are wide in a server that listens', async () => {
    const server = new Server(serverOptions())
    later(() => server.forceShutdown())
    expect(widenWindows(server)).to.equal(true)
    expect(await windowsOf(await bind(server))).to.deep.equal(WIDE)
  })

  it('are wide in a server that is handed connections, and each is told of', async () => {
    const server = new Server(serverOptions())
    later(() => server.forceShutdown())
    const sessions: ServerHttp2Session[] = []
    expect(widenWindows(server, (session) => sessions.push(session))).to.equal(true)
    const injector = server.createConnectionInjector(ServerCredentials.createInsecure())
    const listener = net.createServer((socket) => injector.injectConnection(socket)).listen(0, '127.0.0.1')
    later(() => listener.close())
    await once(listener, 'listening')
    const { port } = listener.address() as AddressInfo
    expect([await windowsOf(port), await windowsOf(port)]).to.deep.equal([WIDE, WIDE])
    expect(sessions).to.have.length(2)
  })

  it('leave the other settings of the server as they are', async () => {
    const server = new Server(serverOptions())
    later(() => server.forceShutdown())
    widenWindows(server)
    const session = http2.connect(`http://127.0.0.1:${await bind(server)}`)
    later(() => session.destroy())
    await once(session, 'remoteSettings')
    expect(session.remoteSettings.maxConcurrentStreams).to.equal(128)
  })

  it('are left alone, and said to be, in a server that is made otherwise', () => {
    expect(widenWindows({} as Server)).to.equal(false)
  })

  it('are wide in a client', async () => {
    const listener = http2.createServer().listen(0, '127.0.0.1')
    later(() => listener.close())
    await once(listener, 'listening')
    const { port } = listener.address() as AddressInfo
    const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), clientOptions())
    later(() => client.close())
    const arrived = once(listener, 'session') as Promise<[ServerHttp2Session]>
    client.waitForReady(Date.now() + 10_000, () => {})
    const [session] = await arrived
    await once(session, 'remoteSettings')
    await pinged(session)
    expect(session.remoteSettings.initialWindowSize).to.equal(WINDOW_BYTES)
    expect(session.state.remoteWindowSize).to.equal(WINDOW_BYTES)
  })
})
