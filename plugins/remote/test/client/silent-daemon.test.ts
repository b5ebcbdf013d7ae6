import { expect } from 'chai'
import type { BlitHandlers } from '../../dist/protocol/index.js'
import { pb } from '../../dist/protocol/index.js'
import { DaemonConnection } from '../../dist/client/daemon-connection.js'
import { HashStream } from '../../dist/client/hash-stream.js'
import { pulledBytes } from '../../dist/client/pulled-bytes.js'
import { RemotePlace } from '../../dist/client/remote-place.js'
import { scanRemote } from '../../dist/client/scan-remote.js'
import { WriteStream } from '../../dist/client/write-stream.js'
import { rejection, scriptedDaemon, type ScriptedDaemon } from './scripted-daemon.js'

const CALL = { signal: new AbortController().signal }
const LONG_MS = 10_000
const SHORT_MS = 20
const HASH = 'a'.repeat(32)
const alive = (): pb.Alive => new pb.Alive()

describe('a daemon that answers keepalive and says nothing', () => {
  let daemon: ScriptedDaemon
  let connection: DaemonConnection

  async function placeAt(handlers: Partial<BlitHandlers>, silenceMs: number): Promise<RemotePlace> {
    daemon = await scriptedDaemon(handlers)
    const at = { name: 'host', address: '127.0.0.1', port: daemon.port }
    connection = new DaemonConnection(at, silenceMs)
    return new RemotePlace({ connection, module: 'm', root: '', label: 'blit://host/m' })
  }

  afterEach(() => {
    connection.close()
    daemon.stop()
  })

  async function expectGivenUp(waiting: Promise<unknown>): Promise<void> {
    expect(await rejection(waiting)).to.include({
      code: 'E_UNREACHABLE',
      exit: 11,
      message: 'host said nothing for 0.02 s',
    })
  }

  const batches = (place: RemotePlace): AsyncGenerator<unknown> =>
    scanRemote(place, '', { ...CALL, recursive: true })

  it('S16: is given up in a scan, whatever came before', async () => {
    const scan = batches(
      await placeAt({ scan: (call) => void call.write(new pb.ScanResponse().setComplete(true)) }, SHORT_MS),
    )
    await scan.next()
    await expectGivenUp(scan.next())
  })

  it('S16: is given up while it hashes, by all who wait', async () => {
    const hashes = new HashStream(await placeAt({ hash: (call) => void call.on('data', () => {}) }, SHORT_MS))
    await Promise.all(['a', 'b'].map(async (path) => expectGivenUp(hashes.hash(path, 'xxh3-64x2', CALL))))
  })

  it('S16: is given up where a file is read', async () => {
    const place = await placeAt({ pull() {} }, SHORT_MS)
    await expectGivenUp(pulledBytes(place, 'file', CALL).next())
  })

  it('S16: is given up where files are written', async () => {
    const writes = new WriteStream(
      await placeAt({ write: (call) => void call.on('data', () => {}) }, SHORT_MS),
    )
    const content = (async function* () {})()
    const metadata = { mode: 0o644, mtimeNs: 0n }
    await expectGivenUp(writes.write('file', content, { ...CALL, sizeBytes: 0, metadata }))
  })

  it('is none if it says that it is alive', async () => {
    const place = await placeAt(
      {
        scan(call) {
          call.write(new pb.ScanResponse().setAlive(alive()))
          call.write(new pb.ScanResponse().setComplete(true))
          call.end()
        },
        hash(call) {
          call.on('data', () => {
            call.write(new pb.HashResponse().setAlive(alive()))
            call.write(new pb.HashResponse().setHash(HASH))
          })
        },
        pull(call) {
          call.write(new pb.PullChunk().setAlive(alive()))
          call.write(new pb.PullChunk().setData(Buffer.from('hi')))
          call.end()
        },
      },
      LONG_MS,
    )
    const scanned = []
    for await (const batch of batches(place)) scanned.push(batch)
    expect(scanned).to.have.length(1)
    expect(await new HashStream(place).hash('file', 'xxh3-64x2', CALL)).to.equal(HASH)
    const chunks = []
    for await (const chunk of pulledBytes(place, 'file', CALL)) chunks.push(...chunk)
    expect(Buffer.from(chunks).toString()).to.equal('hi')
  })
})
