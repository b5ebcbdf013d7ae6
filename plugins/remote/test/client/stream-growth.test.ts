import { expect } from 'chai'

import { StreamGrowth } from '../../dist/client/stream-growth.js'
import type { DataConnection } from '../../dist/data-plane/index.js'

const MIB = 1024 * 1024

describe('the streams of a session', () => {
  const attached: number[] = []
  let growth: StreamGrowth | undefined
  let full = (): void => {}

  const connection = (roundTripMs: number): DataConnection => ({
    setup: {} as DataConnection['setup'],
    transfer: [],
    peer: '',
    roundTripMs,
    shutdown() {},
    close() {},
  })

  afterEach(() => {
    growth?.end()
    attached.length = 0
  })

  /** A way on which each stream brings as much as any other. */
  async function grow({
    roundTripMs = 20,
    granted = 16,
    refuse = 99,
    wanted = undefined as number | undefined,
  }) {
    let done = 0
    let clock = 0
    growth = new StreamGrowth({
      granted,
      wanted,
      dial: async (stream) => {
        if (stream >= refuse) throw new Error('refused')
        return connection(roundTripMs)
      },
      attach: (stream) => {
        attached.push(stream)
        if (attached.length === granted) full()
      },
      bytes: () => ({
        done: (done += attached.length * attached.length * MIB),
        total: Number.MAX_SAFE_INTEGER,
      }),
      intervalMs: 1,
      now: () => clock++,
    })
    await growth.begin()
    // What is dialled at once is there by now.
    await new Promise((resolve) => setImmediate(resolve))
  }

  it('are two within a machine', async () => {
    await grow({ roundTripMs: 0 })
    expect(attached).to.deep.equal([0, 1])
  })

  it('become more where a round trip takes its time', async () => {
    await grow({ granted: 4 })
    expect(attached).to.deep.equal([0, 1, 2, 3])
  })

  it('become as many as are granted, as long as that brings more', async () => {
    const filled = new Promise<void>((resolve) => (full = resolve))
    await grow({ granted: 16 })
    await filled
    expect(attached).to.deep.equal(Array.from({ length: 16 }, (_, i) => i))
  })

  it('stay as they are where one is refused', async () => {
    await grow({ refuse: 3 })
    expect(attached).to.deep.equal([0, 1, 2])
  })

  it('are as many as the user wants', async () => {
    await grow({ wanted: 7 })
    expect(attached).to.deep.equal([0, 1, 2, 3, 4, 5, 6])
  })

  it('are those that are to be had where one of the first is refused', async () => {
    await grow({ refuse: 1 })
    expect(attached).to.deep.equal([0])
  })

  it('are not to be had where all are refused', async () => {
    const error = await grow({ refuse: 0 }).then(
      () => undefined,
      (error_: unknown) => error_,
    )
    expect((error as Error).message).to.equal('refused')
  })
})
