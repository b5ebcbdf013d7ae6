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

export interface SourceStreamsOptions extends Redial {
  /** Streams of the session, if any are needed and the destination grants as many. */
  readonly count: number
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
}

/** Of a connection that broke: the next one, and after how many frames the destination goes on. */
interface Loss {
  connection: DataConnection | undefined
  frames: number | undefined
  /** Its thread goes on. */
  done: boolean
  readonly timer: NodeJS.Timeout
}

/**
 * The streams of a source: a thread each, which goes on over another connection when its own broke. The number of that is the
 * stream's plus the count of streams.
 */
export class SourceStreams {
  private readonly streams = new Map<number, Stream>()
  private readonly losses = new Map<number, Loss>()
  /** Work of streams that are not attached yet. */
  private readonly waiting: Work[][]
  private attached: () => void = () => {}
  private closed = false
  private limit: number

  constructor(private readonly options: SourceStreamsOptions) {
    this.limit = options.count
    this.waiting = Array.from({ length: options.count }, () => [])
  }

  /** How many there are to be, if any are needed. */
  get count(): number {
    return this.limit
  }

  get size(): number {
    return this.streams.size
  }

  get numbers(): number[] {
    return [...this.streams.keys()]
  }

  /** The destination grants so many. Called before the first is attached or given work of its own. */
  grant(count: number): void {
    this.limit = Math.min(this.limit, count)
    this.waiting.length = this.limit
  }

  /** Takes a data connection over, or closes it where none is expected. */
  attach(number: number, connection: DataConnection): void {
    const count = this.limit
    const isFirst = number < count
    const isExpected = isFirst
      ? !this.streams.has(number) && !this.losses.has(number)
      : this.losses.get(number - count)?.connection === undefined
    if (this.closed || !isExpected) refuse(connection)
    else if (isFirst) this.start(number, 0, connection)
    else this.goOn(number - count, { connection })
  }

  /** The destination has seen a connection break. Throws `E_PROTOCOL` where it cannot have. */
  lost(number: number, frames: number): void {
    if (number >= this.limit || this.losses.get(number)?.frames !== undefined)
      throw protocolError(`the loss of stream ${number}`)
    this.goOn(number, { frames })
  }

  tell(work: Work): void {
    for (let number = 0; number < this.limit; number++) this.give(number, work)
  }

  give(number: number, work: Work, transfer: readonly Transferable[] = []): void {
    const stream = this.streams.get(number)
    if (stream === undefined) {
      this.waiting[number]?.push(work)
      return
    }

    stream.feed.postMessage(work, transfer)
    stream.bell.ring()
  }

  /** Resolves when every stream has sent what it was given. */
  async drain(): Promise<void> {
    await this.allAttached()
    const drained = [...this.streams.values()].map(
      async (stream) => new Promise<void>((resolve) => stream.drained.push(resolve)),
    )
    this.tell({ kind: 'drain' })
    await Promise.all(drained)
  }

  /** Resolves when every stream has said that it is done. */
  async end(): Promise<void> {
    this.tell({ kind: 'end' })
    await this.allAttached()
    await Promise.all([...this.streams.values()].map(async ({ ended }) => ended))
  }

  /** Wakes every thread: nothing more is sent. */
  shutdown(): void {
    this.closed = true
    for (const { connection, timer } of this.losses.values()) {
      clearTimeout(timer)
      connection?.shutdown()
    }

    for (const { bell, connections } of this.streams.values()) {
      bell.cancel()
      for (const connection of connections) connection.shutdown()
    }
  }

  /** Resolves when all threads have exited. */
  async close(): Promise<void> {
    this.shutdown()
    await Promise.all([...this.streams.values()].map(async ({ thread }) => thread.ended()))
    // Of one that waited for its thread.
    for (const { connection, done } of this.losses.values()) if (!done) connection?.close()
  }

  private async allAttached(): Promise<void> {
    while (this.streams.size < this.limit) await new Promise<void>((resolve) => (this.attached = resolve))
  }

  private start(number: number, attempt: number, connection: DataConnection): void {
    const { hashed, quietMs, seeds, setup } = this.options
    const { port1: feed, port2 } = new MessageChannel()
    const bell = Bell.create()
    for (const work of this.waiting[number]?.splice(0) ?? []) feed.postMessage(work)
    const data: SendThreadData = {
      setup,
      carrier: connection.setup,
      attempt,
      seeds: seeds(),
      hashed,
      feed: port2,
      bell: bell.buffer,
      quietMs,
    }
    const drained: Array<() => void> = []
    let settle = { resolve(): void {}, reject(_error: unknown): void {} }
    const ended = new Promise<void>((resolve, reject) => (settle = { resolve, reject }))
    ended.catch((error: unknown) => this.options.onError(error))
    const connections = [connection]
    const thread = new SessionThread<never, never>(
      new URL('send-thread.js', import.meta.url),
      data,
      (message) => {
        const said = message as FromSend
        if (said.kind === 'failures') this.options.onFailures(said)
        else if (said.kind === 'differs') this.options.onDiffers(said.index)
        else if (said.kind === 'drained') drained.shift()?.()
        else if (said.kind === 'end') settle.resolve()
        else if (said.kind === 'error') settle.reject(fromThread(said.error))
        else if (said.attempt > 0 || this.options.redialMs === 0) this.fail(fromThread(said.error))
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
    this.streams.set(number, { connections, thread, feed, bell, ended, drained })
    this.attached()
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
      this.give(number, { kind: 'connection', carrier: connection.setup, frames }, connection.transfer)
    }
  }

  private begin(number: number): Loss {
    const { redial, redialMs } = this.options
    const loss: Loss = {
      connection: undefined,
      frames: undefined,
      done: false,
      timer: setTimeout(() => this.fail(lostForGood(redialMs)), redialMs),
    }
    this.losses.set(number, loss)
    for (const connection of this.streams.get(number)?.connections ?? []) connection.shutdown()
    redial?.(number).then(
      (connection) => this.attach(number + this.limit, connection),
      (error: unknown) => failLater(() => this.fail(error)),
    )
    return loss
  }

  private fail(error: unknown): void {
    if (!this.closed) this.options.onError(error)
  }
}
