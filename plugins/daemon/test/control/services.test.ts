import { credentials } from '@grpc/grpc-js'
import { loadPackageDefinition, type GrpcObject, type ServiceClientConstructor } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { protoPath } from 'grpc-health-check'
import { expect } from 'chai'
import { connect as connectHttp2, type Settings } from 'node:http2'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pb, WINDOW_BYTES } from '@blit/remote/protocol'
import { makeSandbox, type RunningDaemon, type Sandbox } from '../support/sandbox.js'
import { TestClient } from '../support/client.js'

interface Unary {
  (request: object, callback: (error: Error | null, answer: Record<string, unknown>) => void): void
}

function standardClient(path: string, name: string, port: number): Record<string, Unary> & { close(): void } {
  const loaded = loadPackageDefinition(loadSync(path, { enums: String, defaults: true, oneofs: true }))
  const service = name
    .split('.')
    .reduce<unknown>((found, part) => (found as GrpcObject)[part], loaded) as ServiceClientConstructor
  const made: unknown = new service(`127.0.0.1:${port}`, credentials.createInsecure())
  return made as Record<string, Unary> & { close(): void }
}

describe('beside its own service a daemon', () => {
  let sandbox: Sandbox
  let daemon: RunningDaemon

  before(async () => {
    sandbox = makeSandbox()
    sandbox.fill({
      'data/a': 'a',
      'c.toml': '[daemon]\nport = 0\nmetrics = "127.0.0.1:0"\n[[module]]\nname = "data"\npath = "data"\n',
    })
    daemon = await sandbox.daemon('--config', 'c.toml')
  })

  after(async () => sandbox.remove())

  it('serves health', async () => {
    const health = standardClient(protoPath, 'grpc.health.v1.Health', daemon.port)
    const answer = await new Promise((resolve, reject) => {
      health['check']?.({ service: 'blit.v2.Blit' }, (error, found) =>
        error ? reject(error) : resolve(found),
      )
    })
    health.close()
    expect(answer).to.deep.include({ status: 'SERVING' })
  })

  it('serves reflection: its own service, by the file it was made from', async () => {
    const folder = dirname(createRequire(import.meta.url).resolve('@grpc/reflection/package.json'))
    const proto = join(folder, 'build/proto/grpc/reflection/v1/reflection.proto')
    const client = standardClient(proto, 'grpc.reflection.v1.ServerReflection', daemon.port)
    const call = (
      client as unknown as { serverReflectionInfo(): NodeJS.ReadWriteStream }
    ).serverReflectionInfo()
    const answer = new Promise<Record<string, { fileDescriptorProto: Buffer[] }>>((resolve, reject) => {
      call.once('data', resolve).once('error', reject)
    })
    call.write({ fileContainingSymbol: 'blit.v2.Blit' } as unknown as string)
    const [file] = (await answer)['fileDescriptorResponse']?.fileDescriptorProto ?? []
    call.end()
    client.close()
    expect(Buffer.from(file ?? []).toString('latin1'))
      .to.include('ClientPushRequest')
      .and.include('PullSession')
  })

  it('has windows that are wide enough for distances', async () => {
    const session = connectHttp2(`http://127.0.0.1:${daemon.port}`)
    const settings = await new Promise<Settings>((resolve) => session.once('remoteSettings', resolve))
    expect(settings.initialWindowSize).to.equal(WINDOW_BYTES)
    expect(settings.maxConcurrentStreams).to.equal(128)
    // Its connection's window is told by a WINDOW_UPDATE, which comes with the settings.
    await new Promise((resolve) => session.ping(resolve))
    expect(session.state.remoteWindowSize).to.equal(WINDOW_BYTES)
    session.destroy()
  })

  it('tells Prometheus what it does, on loopback only and nothing else', async () => {
    const client = new TestClient(daemon.port)
    await client.ask('ping', new pb.PingRequest())
    const [, address] = /metrics address=(127\.0\.0\.1:\d+)/.exec(daemon.stderr()) ?? []
    const text = await (await fetch(`http://${address}/metrics`)).text()
    expect(text).to.match(/^blit_requests_total\{method="Ping",status="OK"\} [1-9]/m)
    expect(text).to.match(/^blit_connections [1-9]/m)
    for (const name of [
      'sessions',
      'sessions_total',
      'bytes_total',
      'files_total',
      'failures_total',
      'stalls_total',
    ])
      expect(text).to.include(`# TYPE blit_${name} `)
    expect((await fetch(`http://${address}/`)).status).to.equal(404)
    client.close()
  })

  it('refuses to start where its metrics cannot be served, and leaves nothing', async () => {
    const { port } = daemon
    sandbox.fill({
      'd.toml': `[daemon]\nport = 0\nmetrics = "127.0.0.1:${port}"\n[[module]]\nname = "d"\npath = "data"\n`,
    })
    const { code, stderr } = await sandbox.run('daemon', 'start', '--config', 'd.toml')
    expect(stderr).to.match(/cannot serve metrics on 127\.0\.0\.1:\d+: EADDRINUSE/)
    expect(code).to.equal(2)
  })
})
