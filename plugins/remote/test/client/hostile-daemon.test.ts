import { expect } from 'chai'
import { BlitError, toBytes, type Endpoint, type Entry, type ScanBatch } from '@blit/core'
import { encodeEntries, pb, type BlitHandlers } from '../../dist/protocol/index.js'
import { createTransport } from '../../dist/client/transport.js'
import { PING, rejection, scriptedDaemon, type ScriptedDaemon } from './scripted-daemon.js'

const CALL = { signal: new AbortController().signal }
const FILE: Entry = { name: 'file', type: 'file', sizeBytes: 5, mtimeNs: 0n }

async function drain(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const item of items) all.push(item)
  return all
}

describe('a place at a daemon that does not keep to the rules', () => {
  let daemon: ScriptedDaemon
  let endpoint: Endpoint

  async function openAt(handlers: Partial<BlitHandlers>): Promise<void> {
    daemon = await scriptedDaemon({ ...PING, ...handlers })
    endpoint = await createTransport().open(
      {
        scheme: 'blit',
        host: '127.0.0.1',
        port: daemon.port,
        path: 'm/dir',
        trailingSlash: false,
        text: 'blit://h/m/dir',
      },
      { ...CALL, insecure: false },
    )
  }

  afterEach(async () => {
    await endpoint.close()
    daemon.stop()
  })

  for (const directory of ['..', '/etc', 'a/../..', 'a//b', 'x\0y']) {
    it(`S12: is not scanned beyond itself: ${JSON.stringify(directory)}`, async () => {
      await openAt({
        scan(call) {
          const batch = new pb.ScanResponse().setDirectory(toBytes(directory)).setComplete(true)
          call.write(batch)
          call.end()
        },
      })
      const error = await rejection(drain(endpoint.scan('', { ...CALL, recursive: true })))
      expect(error).to.include({ code: 'E_PROTOCOL', exit: 11 })
    })
  }

  for (const name of ['..', '.', '', 'a/b']) {
    it(`S12: gives no entry named ${JSON.stringify(name)}`, async () => {
      await openAt({
        scan(call) {
          call.write(new pb.ScanResponse().setEntries(encodeEntries([{ ...FILE, name }])).setComplete(true))
          call.end()
        },
      })
      const scan = drain(endpoint.scan('', { ...CALL, recursive: true }))
      expect(await rejection(scan)).to.include({ code: 'E_PROTOCOL' })
    })
  }

  it('S13: gives no directory that was not asked for', async () => {
    await openAt({
      scan(call) {
        call.write(new pb.ScanResponse().setDirectory(toBytes('below')).setComplete(true))
        call.end()
      },
    })
    const scan = drain(endpoint.scan('', { ...CALL, recursive: false }))
    expect(await rejection(scan)).to.include({ code: 'E_PROTOCOL' })
  })

  it('S13: gives no more of a file than was asked for', async () => {
    await openAt({
      pull(call) {
        call.write(new pb.PullChunk().setData(Buffer.alloc(11)))
        call.end()
      },
    })
    const read = drain(endpoint.read('file', { ...CALL, length: 10 }))
    expect(await rejection(read)).to.include({ code: 'E_PROTOCOL' })
  })

  it('S13: gives no hash that was not asked for, and none that is none', async () => {
    await openAt({
      hash(call) {
        call.on('data', () => {
          call.write(new pb.HashResponse().setHash('not a hash'))
        })
      },
    })
    const { hash } = endpoint.features
    expect(await rejection(hash?.('file', 'xxh3-64x2', CALL) ?? Promise.resolve())).to.include({
      code: 'E_PROTOCOL',
    })
  })

  it('S21: has failures in which nothing moves the cursor, at the path that was asked about', async () => {
    await openAt({
      scan(call) {
        const failure = new pb.Failure()
          .setCode('E_MADE_UP')
          .setMessage('\u001B[2J gone')
          .setPath(toBytes('x'))
        call.write(new pb.ScanResponse().setFailure(failure).setComplete(true))
        call.end()
      },
    })
    const [batch] = (await drain(endpoint.scan('sub', { ...CALL, recursive: true }))) as ScanBatch[]
    expect(batch?.failure).to.deep.equal({ path: 'sub', code: 'E_SCAN', message: '\\x1b[2J gone' })
  })
})

describe('hashes of many files at a daemon', () => {
  let daemon: ScriptedDaemon
  let endpoint: Endpoint
  let calls = 0
  let cancelled = 0
  const asked: string[] = []
  /** Answers a question when a test lets it. */
  const answers: Array<() => void> = []

  beforeEach(async () => {
    calls = 0
    cancelled = 0
    asked.length = 0
    answers.length = 0
    daemon = await scriptedDaemon({
      ...PING,
      hash(call) {
        calls++
        call.on('cancelled', () => cancelled++)
        call.on('data', (request: pb.HashRequest) => {
          const path = Buffer.from(request.getPlace()?.getPath_asU8() ?? []).toString()
          asked.push(path)
          const failure = new pb.Failure().setCode('E_NOT_FOUND').setMessage(`${path}: not found`)
          const answer = path.endsWith('gone')
            ? new pb.HashResponse().setFailure(failure)
            : new pb.HashResponse().setHash(path.at(-1)?.repeat(32) ?? '')
          answers.push(() => call.write(answer))
        })
      },
    })
    const at = { host: '127.0.0.1', port: daemon.port, path: 'm', trailingSlash: false }
    endpoint = await createTransport().open(
      { scheme: 'blit', ...at, text: 'h:/m' },
      { ...CALL, insecure: false },
    )
  })

  afterEach(async () => {
    await endpoint.close()
    daemon.stop()
  })

  async function hash(path: string, signal = CALL.signal): Promise<string> {
    return endpoint.features.hash?.(path, 'xxh3-64x2', { signal }) ?? 'no feature'
  }

  async function until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    }
  }

  it('wait for one round trip, in one call', async () => {
    const hashes = Promise.allSettled(['a', 'gone', 'b'].map(async (path) => hash(path)))
    await until(() => asked.length === 3)
    for (const answer of answers) answer()
    const [a, gone, b] = await hashes
    expect([a, b]).to.deep.equal([
      { status: 'fulfilled', value: 'a'.repeat(32) },
      { status: 'fulfilled', value: 'b'.repeat(32) },
    ])
    expect(gone).to.have.nested.property('reason.code', 'E_NOT_FOUND')
    expect(calls).to.equal(1)
  })

  it('go on where one is given up, and its answer goes to nobody else', async () => {
    const stop = new AbortController()
    const reason = new BlitError('E_INTERRUPTED', 'stop')
    const [first, second] = [rejection(hash('a', stop.signal)), hash('b')]
    await until(() => asked.length === 2)
    stop.abort(reason)
    expect(await first).to.equal(reason)
    for (const answer of answers) answer()
    expect(await second).to.equal('b'.repeat(32))
    expect(cancelled).to.equal(0)
  })

  it('are cancelled when nobody waits any more, and can be asked for again', async () => {
    const stop = new AbortController()
    const first = rejection(hash('a', stop.signal))
    await until(() => asked.length === 1)
    stop.abort(new BlitError('E_INTERRUPTED', 'stop'))
    await first
    await until(() => cancelled === 1)
    const again = hash('b')
    await until(() => asked.length === 2)
    answers[1]?.()
    expect(await again).to.equal('b'.repeat(32))
    expect(calls).to.equal(2)
  })

  it('reject when the endpoint is closed, and when the daemon goes', async () => {
    const closed = rejection(hash('a'))
    await until(() => asked.length === 1)
    daemon.stop()
    expect(await closed).to.include({ code: 'E_UNREACHABLE', exit: 11 })
    const late = hash('b')
    await endpoint.close()
    expect(await rejection(late)).to.have.property('code')
  })
})
