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
  readonly attach: (stream: number, connection: DataConnection) => void
  /** Of what is known to be needed so far. */
  readonly bytes: () => { readonly done: number; readonly total: number }
  /** Between two looks at that. */
  readonly intervalMs?: number
  /** In milliseconds. */
  readonly now?: () => number
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

  /** Resolves when there is a stream; others follow. Rejects where none is to be had. */
  async begin(): Promise<void> {
    const first = Array.from({ length: this.governor.count }, (_, stream) => stream)
    this.dialled = first.length
    // Side by side: each takes a round trip.
    const coming = first.map(async (stream) => this.attached(stream))
    try {
      this.governor.reached(await Promise.any(coming))
    } catch (error) {
      throw (error as AggregateError).errors[0]
    }

    for (const other of coming) other.catch(() => this.governor.refused())
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
    this.dialling++
    try {
      await this.attached(stream)
    } catch {
      // The session goes on with those that it has.
      this.governor.refused()
    }

    this.dialling--
  }

  /** The round trip, in milliseconds. */
  private async attached(stream: number): Promise<number> {
    const { attach, dial } = this.options
    const connection = await dial(stream, this.over.signal)
    const { roundTripMs } = connection
    attach(stream, connection)
    return roundTripMs
  }

  private watch(): void {
    const { intervalMs = RATE_MS, now = () => performance.now() } = this.options
    let before: { readonly done: number; readonly atMs: number } | undefined
    const look = (): void => {
      const { done, total } = this.options.bytes()
      const atMs = now()
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
