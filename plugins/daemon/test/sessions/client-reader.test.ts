import { expect } from 'chai'
import { pb } from '@blit/remote/protocol'
import { clientReader, type ClientReader } from '../../dist/sessions/client-reader.js'
import { NO_METRICS } from '../../dist/metrics/metrics.js'

const LONG_MS = 10_000
const SHORT_MS = 20

const alive = (): pb.ClientPushRequest => new pb.ClientPushRequest().setAlive(new pb.Alive())
const source = (): pb.ClientPushRequest => new pb.ClientPushRequest().setSource(new pb.SourceMessage())

describe('what a client says', () => {
  let stalls = 0

  /** Says these, and then nothing more. */
  function client(
    messages: readonly pb.ClientPushRequest[],
    { handshakeMs = LONG_MS, stallMs = LONG_MS } = {},
  ): ClientReader<pb.ClientPushRequest> {
    async function* say(): AsyncGenerator<pb.ClientPushRequest> {
      yield* messages
      await new Promise(() => {})
    }

    stalls = 0
    const metrics = { ...NO_METRICS, stall: () => void stalls++ }
    return clientReader(say(), { environment: { handshakeMs, metrics }, stallMs })
  }

  async function silenceOf(saying: Promise<unknown>): Promise<void> {
    const error = await saying.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).to.include({ code: 'E_UNREACHABLE', message: 'the client said nothing for 0.02 s' })
    expect(stalls).to.equal(1)
  }

  it('comes without its signs of life', async () => {
    const { living } = client([alive(), source(), alive(), alive(), source()])
    for (let i = 0; i < 2; i++) expect((await living.next())?.hasSource()).to.equal(true)
    expect(stalls).to.equal(0)
  })

  it('S16: is a header at once, or the client is given up', async () => {
    await silenceOf(client([], { handshakeMs: SHORT_MS }).first())
  })

  it('S16: is something from time to time, or the client is given up', async () => {
    const { first, living } = client([source(), alive()], { stallMs: SHORT_MS })
    await first()
    await silenceOf(living.next())
  })

  it('S16: is a manifest without long pauses, if it gives no signs of life', async () => {
    const { first, owing } = client([source(), source()], { stallMs: SHORT_MS })
    await first()
    await owing.next()
    await silenceOf(owing.next())
  })
})
