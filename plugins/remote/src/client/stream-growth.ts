import { availableParallelism } from 'node:os'

import type { DataConnection } from '#data-plane'

import { StreamGovernor } from './stream-governor.js'

/** A rate is taken over so long; as much goes by before, in which new streams come up to speed. */
const RATE_MS = 500
/** With less than that left, new streams come too late. */
const WORTH_MS = 2000

export interface StreamGrowthOptions {
  readonly granted: number
  readonly wanted: number | undefined
  readonly dial: (stream: number, until: AbortSignal) => Promise<DataConnection>
  /** `optional`: the session can do without it. */
  readonly attach: (stream: number, connection: DataConnection, optional: boolean) => void
  /** Of what is known to be needed so far. */
  readonly bytes: () => { readonly done: number; readonly total: number }
  /** Between two looks at that. */
  readonly intervalMs?: number
}

/** Dials the streams of a session: the first when they are needed, more while they are worth it. */
export class StreamGrowth {
  private readonly governor: StreamGovernor
  private readonly over = new AbortController()
  private dialling = 0
  private dialled = 0
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly options: StreamGrowthOptions) {
    const { granted, wanted } = options
    this.governor = new StreamGovernor({ granted, wanted, processors: availableParallelism() })
  }

  /** Resolves when there are the first streams. Rejects where one of them is not to be had. */
  async begin(): Promise<void> {
    const { attach, dial } = this.options
    const first = Array.from({ length: this.governor.count }, (_, stream) => stream)
    this.dialled = first.length
    // Side by side: each takes a round trip.
    const roundTrips = await Promise.all(
      first.map(async (stream) => {
        const connection = await dial(stream, this.over.signal)
        const { roundTripMs } = connection
        attach(stream, connection, false)
        return roundTripMs
      }),
    )
    // The least of them was held up least.
    this.governor.reached(Math.min(...roundTrips))
    this.grow()
    if (!this.governor.settled) this.watch()
  }

  /** No more streams: what is being dialled is given up. */
  end(): void {
    this.over.abort()
    clearTimeout(this.timer)
  }

  private grow(): void {
    while (this.dialled < this.governor.count && !this.over.signal.aborted) void this.another(this.dialled++)
  }

  private async another(stream: number): Promise<void> {
    const { attach, dial } = this.options
    this.dialling++
    try {
      attach(stream, await dial(stream, this.over.signal), true)
    } catch {
      // The session goes on with those that it has.
      this.governor.refused()
    }

    this.dialling--
  }

  private watch(): void {
    const { intervalMs = RATE_MS } = this.options
    let before: { readonly done: number; readonly atMs: number } | undefined
    const look = (): void => {
      const { done, total } = this.options.bytes()
      const atMs = performance.now()
      if (before === undefined || this.dialling > 0) before = { done, atMs }
      else {
        const rate = ((done - before.done) * 1000) / (atMs - before.atMs)
        before = undefined
        if (rate > 0 && total - done > (rate * WORTH_MS) / 1000) {
          this.governor.seen(rate)
          this.grow()
        }
      }

      if (!this.governor.settled && !this.over.signal.aborted)
        this.timer = setTimeout(look, intervalMs).unref()
    }
    this.timer = setTimeout(look, intervalMs).unref()
  }
}
