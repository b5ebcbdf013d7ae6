import { BlitError } from '@blit/core'
import { MessageChannel, type MessagePort, type Transferable } from 'node:worker_threads'

import type { DataConnection } from '../data-plane/index.js'
import type { HashSeeds } from '../data-plane/stream.js'
import { protocolError } from '../protocol/protocol-error.js'
import { Bell } from './bell.js'
import { failLater, lostForGood, refuse, type Redial } from './redial.js'
import { SessionThread } from '#threads'
import type { FromSend, SendThreadData, SourceSetup, Work } from './source-messages.js'
import { fromThread } from './thread-error.js'
import type { SharedBatch } from './thread-messages.js'
import { WorkQueue, type AnyWork } from './work-queue.js'

export interface SourceStreamsOptions extends Redial {
  /** Streams of the session, at most; known when streams are attached. */
  readonly count: () => number
  readonly setup: SourceSetup
  /** Known when streams are attached. */
  readonly seeds: () => HashSeeds
  readonly hashed: boolean
  /** How long a stream may be without a byte. */
  readonly quietMs: number
  readonly onFailures: (message: Extract<FromSend, { readonly kind: 'failures' }>) => void
  readonly onDiffers: (index: number) => void
  /** Nothing more can come of the session. */
  readonly onError: (error: unknown) => void
}

interface Stream {
  readonly connections: DataConnection[]
  readonly thread: SessionThread<never, never>
  readonly feed: MessagePort
  readonly bell: Bell
  readonly ended: Promise<void>
  /** Told when all that it was given is sent. */
  readonly drained: Array<() => void>
  /** It was let in: from then on it is dealt work, and is missed when it breaks. */
  admitted: boolean
  /** Pieces of work that it has. */
  owed: number
}

/** A stream has so much work ahead: more would not find its way to others that are idle. */
const AHEAD = { large: 2, small: 24 }

/** Of a connection that broke: the next one, and after how many frames the destination goes on. */
interface Loss {
  connection: DataConnection | undefined
  frames: number | undefined
  /** Its thread goes on, or never will. */
  done: boolean
  readonly timer: NodeJS.Timeout
}

/**
 * The streams of a source: a thread each, which goes on over another connection when its own broke. The number of that is the
 * stream's plus the count of streams. One that was never let in is not missed, as long as there is another.
 */
export class SourceStreams {
  private readonly streams = new Map<number, Stream>()
  private readonly losses = new Map<number, Loss>()
  /** For streams that come later. */
  private readonly batches: Work[] = []
  private readonly queue = new WorkQueue()
  private readonly paid = new SharedArrayBuffer(8)
  private readonly onEmpty: Array<() => void> = []
  /** Streams that were never let in, and are done without. */
  private readonly unused: Stream[] = []
  private ending = false
  private closed = false

  constructor(private readonly options: SourceStreamsOptions) {}

  get size(): number {
    return this.streams.size
  }

  get numbers(): number[] {
    return [...this.streams.keys()]
  }

  /** Takes a data connection over, or closes it where none is expected. */
  attach(number: number, connection: DataConnection): void {
    const count = this.options.count()
    const stream = number % count
    const loss = this.losses.get(stream)
    const isLate = this.ending && !this.streams.has(stream)
    const isExpected =
      number < count
        ? !this.streams.has(stream) && loss === undefined
        : loss === undefined || !(loss.done || loss.connection !== undefined)
    if (this.closed || isLate || !isExpected) refuse(connection)
    else if (number < count) this.start(stream, 0, connection)
    else this.goOn(stream, { connection })
  }

  /** The destination has seen a connection break. Throws `E_PROTOCOL` where it cannot have. */
  lost(number: number, frames: number): void {
    if (number >= this.options.count() || this.losses.get(number)?.frames !== undefined)
      throw protocolError(`the loss of stream ${number}`)
    // One that came too late has no end, and is not missed at the other end.
    if (!this.ending || this.streams.has(number)) this.goOn(number, { frames })
  }

  /** For all streams, also those that come later. */
  tellBatch(batch: SharedBatch): void {
    const work: Work = { kind: 'batch', batch }
    this.batches.push(work)
    this.tell(work)
  }

  /** For whichever stream has nothing else to do. @param directory of small files */
  deal(work: AnyWork, directory?: number): void {
    this.queue.add(work, directory)
  }

  /** Hands out what was dealt, as far as streams have not enough to do. */
  handOut(): void {
    const streams = this.working
    let isBusy = streams.length === 0
    while (!isBusy) {
      isBusy = true
      for (const [place, stream] of streams.entries())
        if (this.serve(stream, place, streams.length)) isBusy = false
    }

    if (this.queue.isEmpty) for (const resolve of this.onEmpty.splice(0)) resolve()
  }

  /** Resolves when every stream has sent what it was given. */
  async drain(): Promise<void> {
    if (!this.queue.isEmpty) await new Promise<void>((resolve) => this.onEmpty.push(resolve))
    const drained = this.working.map(
      async (stream) =>
        new Promise<void>((resolve) => {
          stream.drained.push(resolve)
          post(stream, { kind: 'drain' })
        }),
    )
    await Promise.all(drained)
  }

  /** Resolves when every stream has said that it is done; no more of them are let in. */
  async end(): Promise<void> {
    this.ending = true
    for (const [number, { admitted }] of this.streams) if (!admitted) this.doWithout(number)
    this.tell({ kind: 'end' })
    await Promise.all([...this.streams.values()].map(async ({ ended }) => ended))
  }

  /** Wakes every thread: nothing more is sent. */
  shutdown(): void {
    this.closed = true
    for (const { connection, timer } of this.losses.values()) {
      clearTimeout(timer)
      connection?.shutdown()
    }

    for (const { bell, connections } of [...this.streams.values(), ...this.unused]) {
      bell.cancel()
      for (const connection of connections) connection.shutdown()
    }
  }

  /** Resolves when all threads have exited. */
  async close(): Promise<void> {
    this.shutdown()
    await Promise.all([...this.streams.values(), ...this.unused].map(async ({ thread }) => thread.ended()))
    // Of one that waited for its thread.
    for (const { connection, done } of this.losses.values()) if (!done) connection?.close()
  }

  /** Streams that are dealt work. */
  private get working(): Stream[] {
    return [...this.streams.values()].filter(({ admitted }) => admitted)
  }

  private tell(work: Work): void {
    for (const stream of this.streams.values()) post(stream, work)
  }

  /** False where the stream has enough, or there is nothing. */
  private serve(stream: Stream, place: number, streams: number): boolean {
    const work =
      stream.owed < AHEAD.small ? this.queue.next(place, streams, stream.owed < AHEAD.large) : undefined
    if (work === undefined) return false
    stream.owed++
    post(stream, work)
    return true
  }

  private start(number: number, attempt: number, connection: DataConnection): void {
    const { hashed, quietMs, seeds, setup } = this.options
    const { port1: feed, port2 } = new MessageChannel()
    const bell = Bell.create()
    for (const work of this.batches) feed.postMessage(work)
    const data: SendThreadData = {
      setup,
      carrier: connection.setup,
      attempt,
      seeds: seeds(),
      hashed,
      feed: port2,
      bell: bell.buffer,
      quietMs,
      paid: this.paid,
    }
    const drained: Array<() => void> = []
    let settle = { resolve(): void {}, reject(_error: unknown): void {} }
    const ended = new Promise<void>((resolve, reject) => (settle = { resolve, reject }))
    ended.catch((error: unknown) => {
      if (!this.unused.includes(stream)) this.options.onError(error)
    })
    const connections = [connection]
    const thread = new SessionThread<never, never>(
      new URL('send-thread.js', import.meta.url),
      data,
      (message) => {
        const said = message as FromSend
        if (said.kind === 'failures') this.options.onFailures(said)
        else if (said.kind === 'differs') this.options.onDiffers(said.index)
        else if (said.kind === 'admitted') this.letIn(stream)
        else if (said.kind === 'done') this.isDone(stream)
        else if (said.kind === 'drained') drained.shift()?.()
        else if (said.kind === 'end') settle.resolve()
        else if (said.kind === 'error') settle.reject(fromThread(said.error))
        else if (said.attempt > 0 || this.options.redialMs === 0) this.giveUp(number, fromThread(said.error))
        else this.goOn(number, {})
        return undefined
      },
      [port2, ...connection.transfer],
    )
    void thread.ended().then((crash) => {
      settle.reject(crash ?? new BlitError('E_UNEXPECTED', 'a thread ended before its stream'))
      for (const one of connections) one.close()
      feed.close()
    })
    const stream: Stream = {
      connections,
      thread,
      feed,
      bell,
      ended,
      drained,
      admitted: false,
      owed: 0,
    }
    this.streams.set(number, stream)
  }

  private letIn(stream: Stream): void {
    stream.admitted = true
    this.handOut()
  }

  private isDone(stream: Stream): void {
    stream.owed--
    this.handOut()
  }

  /** A stream has no connection, and gets none any more. */
  private giveUp(number: number, error: unknown): void {
    if (this.closed) return
    const hasOthers = this.ending || [...this.streams.keys()].some((other) => other !== number)
    if (hasOthers && this.streams.get(number)?.admitted !== true) this.doWithout(number)
    else this.options.onError(error)
  }

  /** It has been dealt nothing. */
  private doWithout(number: number): void {
    const loss = this.losses.get(number)
    if (loss !== undefined) {
      clearTimeout(loss.timer)
      if (!loss.done && loss.connection !== undefined) refuse(loss.connection)
      loss.done = true
    }

    const stream = this.streams.get(number)
    if (stream === undefined) return
    this.streams.delete(number)
    this.unused.push(stream)
    stream.bell.cancel()
    for (const connection of stream.connections) connection.shutdown()
  }

  /** What is known of a loss is put together; when it is all, the stream goes on. */
  private goOn(number: number, known: Partial<Pick<Loss, 'connection' | 'frames'>>): void {
    if (this.closed) return
    const loss = this.losses.get(number) ?? this.begin(number)
    Object.assign(loss, known)
    const { connection, done, frames, timer } = loss
    if (done || connection === undefined || frames === undefined) return
    loss.done = true
    clearTimeout(timer)
    const stream = this.streams.get(number)
    if (stream === undefined) this.start(number, 1, connection)
    else {
      stream.connections.push(connection)
      post(stream, { kind: 'connection', carrier: connection.setup, frames }, connection.transfer)
    }
  }

  private begin(number: number): Loss {
    const { count, redial, redialMs } = this.options
    const loss: Loss = {
      connection: undefined,
      frames: undefined,
      done: false,
      timer: setTimeout(() => this.giveUp(number, lostForGood(redialMs)), redialMs),
    }
    this.losses.set(number, loss)
    for (const connection of this.streams.get(number)?.connections ?? []) connection.shutdown()
    redial?.(number).then(
      (connection) => this.attach(number + count(), connection),
      (error: unknown) => failLater(() => this.giveUp(number, error)),
    )
    return loss
  }
}

function post({ bell, feed }: Stream, work: Work, transfer: readonly Transferable[] = []): void {
  feed.postMessage(work, transfer)
  bell.ring()
}
