import { expect } from 'chai'
import type { ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js'
import { EventEmitter } from 'node:events'
import { mock } from 'node:test'
import type { pb } from '@blit/remote/protocol'
import { serveHash } from '../../dist/control/calls/hash.js'
import { streaming } from '../../dist/control/handlers.js'
import type { Log } from '../../dist/log/create-log.js'
import type { Serving } from '../../dist/control/serving.js'

/** A daemon says that it is alive so often. */
const EVERY_MS = 20_000

describe('a call whose answer takes its time', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setInterval'] }))

  afterEach(() => mock.timers.reset())

  function callOf<Message>(messages: readonly Message[]) {
    const said: unknown[] = []
    let finish = (): void => {}
    const last = new Promise<void>((resolve) => (finish = resolve))
    const call = Object.assign(new EventEmitter(), {
      request: 'request',
      cancelled: false,
      writable: true,
      writableNeedDrain: false,
      getPeer: () => 'peer',
      write: (message: unknown) => said.push(message) > 0,
      end: () => call.emit('ended'),
      async *iterator() {
        yield* messages
        await last
      },
    })
    return { call, finish, said }
  }

  const options = {
    log: { debug() {}, error() {} } as unknown as Log,
    stopping: new AbortController().signal,
    authorise: async () => {},
  }

  /** What is said in a call in which nothing is found, after so long, and after it has ended. */
  async function saidIn(alive: () => string | undefined): Promise<readonly unknown[]> {
    const { call, finish, said } = callOf<string>([])
    const begun = new Promise<void>((resolve) => {
      const handler = streaming<string, string>(
        options,
        async function* () {
          resolve()
          yield* call.iterator()
        },
        alive,
      )
      handler(call as unknown as ServerWritableStream<string, string>)
    })
    await begun
    mock.timers.tick(2 * EVERY_MS)
    const ended = new Promise((resolve) => call.once('ended', resolve))
    finish()
    await ended
    mock.timers.tick(2 * EVERY_MS)
    return said
  }

  it('has signs of life until it ends', async () => {
    expect(await saidIn(() => 'alive')).to.deep.equal(['alive', 'alive'])
  })

  it('has none for a client that does not know them', async () => {
    expect(await saidIn(() => undefined)).to.deep.equal([])
  })

  it('has them where hashes are asked for, too', async () => {
    const { call, finish, said } = callOf<pb.HashRequest>([])
    const serving = {} as Serving
    const context = { signal: options.stopping, peer: 'peer' }
    const served = serveHash(
      call as unknown as ServerDuplexStream<pb.HashRequest, pb.HashResponse>,
      serving,
      context,
    )
    mock.timers.tick(EVERY_MS)
    finish()
    await served
    mock.timers.tick(EVERY_MS)
    expect(said.map((one) => (one as pb.HashResponse).hasAlive())).to.deep.equal([true])
  })
})
