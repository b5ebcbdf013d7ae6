import { expect } from 'chai'
import { createServer as createHttp2Server } from 'node:http2'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { BlitError } from '@blit/core'
import { Connections } from '../../dist/client/connections.js'
import { PING, pingAs, rejection, scriptedDaemon, type ScriptedDaemon } from './scripted-daemon.js'

const OPTIONS = { signal: new AbortController().signal, insecure: false }

/** A server that takes connections and says nothing. */
interface SilentServer {
  readonly port: number
  readonly server: Server
  /** Hangs up, too. */
  stop(): void
}

async function silentServer(): Promise<SilentServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => void sockets.add(socket.on('error', () => {})))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    server,
    stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

describe('Connections', () => {
  let daemon: ScriptedDaemon | undefined
  let connections: Connections

  beforeEach(() => {
    connections = new Connections(10_000)
  })

  afterEach(() => {
    daemon?.stop()
    daemon = undefined
  })

  it('shares one connection, and closes it after its last user', async () => {
    daemon = await scriptedDaemon(PING)
    const host = { host: '127.0.0.1', port: daemon.port }
    const [one, other] = await Promise.all([connections.use(host, OPTIONS), connections.use(host, OPTIONS)])
    expect(one.connection).to.equal(other.connection)
    expect(one.answer).to.deep.include({ protocol: 1, software: 'scripted 1.0', features: ['xattrs'] })
    one.release()
    one.release()
    const third = await connections.use(host, OPTIONS)
    expect(third.connection).to.equal(one.connection)
    other.release()
    third.release()
    const fourth = await connections.use(host, OPTIONS)
    expect(fourth.connection).to.not.equal(one.connection)
    fourth.release()
  })

  it('finds localhost by whichever of its addresses answers', async () => {
    daemon = await scriptedDaemon(PING)
    const { answer, release } = await connections.use({ host: 'localhost', port: daemon.port }, OPTIONS)
    expect(answer).to.deep.include({ address: '127.0.0.1', port: daemon.port })
    release()
  })

  it('says that nobody listens, and what to do about it', async () => {
    const { port, server } = await silentServer()
    await new Promise((resolve) => {
      server.close(resolve)
    })
    for (const host of ['127.0.0.1', 'localhost']) {
      const error = await rejection(connections.use({ host, port }, OPTIONS))
      expect(error).to.include({ code: 'E_UNREACHABLE', exit: 11 })
      expect(String(error)).to.include(`${host}:${port}: nobody listens there`)
      expect((error as BlitError).hint).to.include('blit daemon start')
    }
  })

  const strangers: ReadonlyArray<readonly [string, (socket: Socket) => void, string]> = [
    [
      'another protocol',
      (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      'not what a blit daemon says',
    ],
    ['a greeting', (socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'), 'not what a blit daemon says'],
    ['nothing, and hangs up', (socket) => socket.destroy(), 'hangs up at once'],
  ]
  for (const [what, behave, said] of strangers) {
    it(`says in words that somebody else listens there, who answers with ${what}`, async () => {
      const { port, server, stop } = await silentServer()
      server.on('connection', behave)
      const error = await rejection(connections.use({ host: '127.0.0.1', port }, OPTIONS))
      expect(error).to.include({ code: 'E_UNREACHABLE', exit: 11 })
      expect(String(error)).to.include(`127.0.0.1:${port}: `).and.include(said)
      expect(String(error)).to.not.match(/UNAVAILABLE|Resolution|\d{4}-\d\d-\d\d/)
      stop()
    })
  }

  it('says the same of a web server, which knows HTTP/2: it is no daemon that is too old', async () => {
    const web = createHttp2Server((_, response) => {
      response.statusCode = 404
      response.end('no such page')
    })
    await new Promise<void>((resolve) => {
      web.listen(0, '127.0.0.1', resolve)
    })
    const { port } = web.address() as AddressInfo
    const error = await rejection(connections.use({ host: '127.0.0.1', port }, OPTIONS))
    web.close()
    expect(error).to.include({ code: 'E_UNREACHABLE', exit: 11 })
    expect(String(error)).to.include(`cannot reach 127.0.0.1:${port}: what it says is not what a blit daemon`)
  })

  it('says that there is no such host', async () => {
    const error = await rejection(connections.use({ host: 'no-such-host.invalid' }, OPTIONS))
    expect(error).to.include({ code: 'E_UNREACHABLE', exit: 11 })
    expect(String(error)).to.match(/no-such-host\.invalid:9031: .*name/)
  })

  it('S16: gives up on a peer that takes the connection and says nothing', async () => {
    const { port, stop } = await silentServer()
    connections = new Connections(200)
    const error = await rejection(connections.use({ host: '127.0.0.1', port }, OPTIONS))
    expect(error).to.include({ code: 'E_UNREACHABLE' })
    expect(String(error)).to.include('does not answer within 0.2 s')
    stop()
  })

  it('rejects with the reason of a signal that fires meanwhile', async () => {
    const { port, server, stop } = await silentServer()
    const interrupt = new AbortController()
    const reason = new BlitError('E_INTERRUPTED', 'stop')
    server.once('connection', () => interrupt.abort(reason))
    const using = connections.use({ host: '127.0.0.1', port }, { ...OPTIONS, signal: interrupt.signal })
    expect(await rejection(using)).to.equal(reason)
    stop()
  })

  it('goes on for one user where another gives up', async () => {
    const stop = new AbortController()
    const reason = new BlitError('E_INTERRUPTED', 'stop')
    daemon = await scriptedDaemon({
      ping(call, answer) {
        stop.abort(reason)
        void PING.ping(call, answer)
      },
    })
    const host = { host: '127.0.0.1', port: daemon.port }
    const [stopped, going] = await Promise.allSettled([
      connections.use(host, { ...OPTIONS, signal: stop.signal }),
      connections.use(host, OPTIONS),
    ])
    expect(stopped).to.deep.equal({ status: 'rejected', reason })
    expect(going.status).to.equal('fulfilled')
    if (going.status === 'fulfilled') going.value.release()
  })

  it('S17: talks to no other machine in clear, unless told to, and then warns once', async () => {
    const warnings: string[] = []
    const warn = (message: string): void => void warnings.push(message)
    const host = { host: '192.0.2.1', port: 9 }
    const refused = await rejection(connections.use(host, { ...OPTIONS, warn }))
    expect(refused).to.include({ code: 'E_UNAUTHORISED', exit: 12 })
    expect((refused as BlitError).hint).to.include('--insecure')
    expect(warnings).to.deep.equal([])

    connections = new Connections(50)
    const insecure = { ...OPTIONS, insecure: true, warn }
    await Promise.allSettled([connections.use(host, insecure), connections.use(host, insecure)])
    expect(warnings).to.have.length(1)
    expect(warnings[0]).to.include('192.0.2.1:9').and.include('clear')
  })

  for (const [version, min, side] of [
    [3, 2, 'this side is too old'],
    [0, 0, undefined],
  ] as const) {
    it(`refuses a daemon of version ${version} that speaks none below ${min}`, async () => {
      daemon = await scriptedDaemon({ ping: pingAs(version, min) })
      const error = await rejection(connections.use({ host: '127.0.0.1', port: daemon.port }, OPTIONS))
      expect(error).to.include({ code: side === undefined ? 'E_PROTOCOL' : 'E_VERSION' })
      if (side !== undefined) expect((error as BlitError).hint).to.include(side)
    })
  }

  it('speaks the older version with a newer daemon that still can', async () => {
    daemon = await scriptedDaemon({ ping: pingAs(7, 1) })
    const { answer, release } = await connections.use({ host: '127.0.0.1', port: daemon.port }, OPTIONS)
    expect(answer.protocol).to.equal(1)
    release()
  })
})
