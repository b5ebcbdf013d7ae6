import { BlitError } from '@blit/core'
import type { HeldFile, IncomingReport, IncomingSetup } from '@blit/disk/incoming'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

import type { DataConnection } from '../data-plane/index.js'
import type { HashSeeds } from '../data-plane/stream.js'
import { failLater, lostForGood, refuse, type Redial } from './redial.js'
import { SessionThread } from '#threads'
import { fromThread } from './thread-error.js'
import type { Feed, FromReceive, ReceiveThreadData } from './thread-messages.js'

export interface DestinationStreamsOptions extends Redial {
  /** Streams of the session, at most. */
  readonly count: number
  /** What a thread of this number, from 1 to twice `count`, is told. */
  readonly setup: (thread: number) => IncomingSetup
  readonly seeds: HashSeeds
  readonly hashed: boolean
  readonly hashesOptional: boolean
  readonly indices: Uint32Array | undefined
  readonly onReport: (report: IncomingReport) => void
  /** The source is to send again what came after so many frames. */
  readonly onLost: (stream: number, frames: number) => void
  /** Nothing more can come of the session. */
  readonly onError: (error: unknown) => void
}

interface Stream {
  readonly connections: DataConnection[]
  readonly threads: Array<SessionThread<never, never>>
  readonly heldFiles: HeldFile[]
  readonly ended: Promise<void>
  readonly settle: { readonly resolve: () => void; readonly reject: (error: unknown) => void }
  feed: MessagePort | undefined
  /** The second connection has come. */
  redialled: boolean
  done: boolean
  admitted: boolean
  /** Frames that have come over connections that broke. */
  frames: number
  timer: NodeJS.Timeout | undefined
}

/**
 * The streams of a destination: a thread each, and another when the connection broke and was dialled again. A stream keeps
 * its number; the connection that goes on with stream n has the number n plus the count of streams. One over which nothing can
 * have been sent is not missed, as long as there is another.
 */
export class DestinationStreams {
  private readonly streams = new Map<number, Stream>()
  /** What threads that start later have to know. */
  private readonly told: Feed[] = []
  /** Streams that nothing has come over, and nothing will, by number. */
  private readonly unused = new Map<number, Stream>()
  private ending = false
  private closed = false

  constructor(private readonly options: DestinationStreamsOptions) {}

  /** Takes a data connection over, or closes it where none is expected. */
  attach(number: number, connection: DataConnection): void {
    const { count } = this.options
    const first = number % count
    const stream = this.streams.get(first)
    const isExpected =
      stream === undefined
        ? !(this.ending || this.unused.has(first))
        : number >= count && !(stream.redialled || stream.done)
    if (this.closed || !isExpected) refuse(connection)
    else if (number < count) this.start(number, 0, connection)
    else this.goOn(first, connection)
  }

  /** Streams there were. */
  get numbers(): readonly number[] {
    return [...this.streams.keys()]
  }

  feed(message: Feed): void {
    this.told.push(message)
    for (const { feed } of this.streams.values()) feed?.postMessage(message)
  }

  /**
   * The source is done with streams of these numbers, and there will be no others. True if those are all over which anything has
   * come; what else there is came too late, and is let go of.
   */
  async only(named: readonly number[]): Promise<boolean> {
    this.ending = true
    if (new Set(named).size < named.length || named.some((number) => !this.streams.has(number))) return false
    const late = [...this.streams].filter(([number]) => !named.includes(number))
    for (const [number, stream] of late) this.doWithout(number, stream)
    await Promise.all(late.flatMap(([, { threads }]) => threads.map(async (thread) => thread.ended())))
    return late.every(([, { done, frames }]) => frames === 0 && !done)
  }

  /** When all streams that there are have ended as they should: what waits under temp names. */
  async ended(): Promise<HeldFile[]> {
    const streams = [...this.streams.values()]
    await Promise.all(streams.map(async ({ ended }) => ended))
    return streams.flatMap(({ heldFiles }) => heldFiles)
  }

  /** Resolves when a stream has ended, or failed. */
  async settled(number: number): Promise<void> {
    await Promise.allSettled([this.streams.get(number)?.ended])
  }

  /** Wakes every thread; none is started any more. */
  shutdown(): void {
    this.closed = true
    for (const { connections, timer } of [...this.streams.values(), ...this.unused.values()]) {
      clearTimeout(timer)
      for (const connection of connections) connection.shutdown()
    }
  }

  /** Resolves when all threads have exited: with what each has thrown. */
  async close(): Promise<unknown[]> {
    this.shutdown()
    const threads = [...this.streams.values(), ...this.unused.values()].flatMap((stream) => stream.threads)
    return Promise.all(threads.map(async (thread) => thread.ended()))
  }

  private start(number: number, attempt: number, connection: DataConnection): void {
    const { count, hashed, hashesOptional, indices, seeds } = this.options
    const stream = this.streamOf(number)
    const { port1: feed, port2 } = new MessageChannel()
    for (const message of this.told) feed.postMessage(message)
    const data: ReceiveThreadData = {
      setup: this.options.setup(number + 1 + attempt * count),
      carrier: connection.setup,
      seeds,
      hashed,
      attempt,
      hashesOptional,
      indices,
      feed: port2,
    }
    let isTold = false
    const thread = new SessionThread<never, never>(
      new URL('receive-thread.js', import.meta.url),
      data,
      (message) => {
        const said = message as FromReceive
        isTold ||= said.kind !== 'admitted' && said.kind !== 'report'
        this.hear(number, stream, attempt, said)
        return undefined
      },
      [port2, ...connection.transfer],
    )
    void thread.ended().then((crash) => {
      if (!isTold)
        stream.settle.reject(crash ?? new BlitError('E_UNEXPECTED', 'a thread ended before its stream'))
      connection.close()
      feed.close()
    })
    stream.feed = feed
    stream.threads.push(thread)
    stream.connections.push(connection)
  }

  private streamOf(number: number): Stream {
    const known = this.streams.get(number)
    if (known !== undefined) return known
    let settle: Stream['settle'] = { resolve() {}, reject() {} }
    const ended = new Promise<void>((resolve, reject) => (settle = { resolve, reject }))
    ended.catch((error: unknown) => {
      if (this.unused.get(number) !== stream) this.options.onError(error)
    })
    const stream: Stream = {
      connections: [],
      threads: [],
      heldFiles: [],
      ended,
      settle,
      feed: undefined,
      redialled: false,
      done: false,
      admitted: false,
      frames: 0,
      timer: undefined,
    }
    this.streams.set(number, stream)
    return stream
  }

  private hear(number: number, stream: Stream, attempt: number, message: FromReceive): void {
    switch (message.kind) {
      case 'report': {
        this.options.onReport(message.report)
        break
      }

      case 'admitted': {
        stream.admitted = true
        break
      }

      case 'error': {
        stream.done = true
        stream.settle.reject(fromThread(message.error))
        break
      }

      case 'lost': {
        stream.heldFiles.push(...message.held)
        stream.frames += message.frames
        if (this.closed || this.unused.get(number) === stream) stream.settle.resolve()
        else if (attempt > 0 || this.options.redialMs === 0)
          this.giveUp(number, stream, fromThread(message.error))
        else this.lost(number, stream, message.frames)
        break
      }

      default: {
        stream.heldFiles.push(...message.held)
        stream.done = true
        stream.settle.resolve()
      }
    }
  }

  /**
   * A stream has no connection, and gets none any more. The end that dials knows that nothing was sent over it when it was not
   * let in; the other one cannot know whether the answer arrived, but sees that nothing has come.
   */
  private giveUp(number: number, stream: Stream, error: unknown): void {
    const isMissed = this.options.redial === undefined ? stream.frames > 0 : stream.admitted
    if (isMissed || this.streams.size === 1) stream.settle.reject(error)
    else this.doWithout(number, stream)
  }

  private doWithout(number: number, stream: Stream): void {
    this.streams.delete(number)
    this.unused.set(number, stream)
    clearTimeout(stream.timer)
    for (const connection of stream.connections) connection.shutdown()
  }

  private lost(number: number, stream: Stream, frames: number): void {
    const { onLost, redial, redialMs } = this.options
    onLost(number, frames)
    // The other end may have been the first to see it.
    if (stream.redialled) return
    if (redial === undefined)
      stream.timer = setTimeout(() => this.giveUp(number, stream, lostForGood(redialMs)), redialMs)
    else
      redial(number).then(
        (connection) => this.attach(number + this.options.count, connection),
        (error: unknown) => failLater(() => this.giveUp(number, stream, error)),
      )
  }

  private goOn(number: number, connection: DataConnection): void {
    // The first connection may never have come to be.
    const isFirst = !this.streams.has(number)
    const stream = this.streamOf(number)
    stream.redialled = true
    clearTimeout(stream.timer)
    for (const old of stream.connections) old.shutdown()
    this.start(number, 1, connection)
    if (isFirst) this.options.onLost(number, 0)
  }
}
