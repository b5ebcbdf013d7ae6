import { closeSync, openSync } from 'node:fs'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

import {
  DEFAULT_TRANSFER_OPTIONS,
  EntryColumns,
  type ColumnRow,
  type Entry,
  type Failure,
  type TransferOptions,
} from '@blit/core'
import { loadNative } from '@blit/native'

import { IncomingTransfer, type IncomingMarks, type IncomingNeed } from '../../dist/incoming/index.js'
import type { Answer, Command, ThreadData } from './thread-messages.js'

export interface ReceiverOptions {
  readonly operation?: 'copy' | 'mirror'
  readonly options?: Partial<TransferOptions>
  readonly root?: Entry
  readonly state?: 'fresh' | 'present'
  /** The root is to be made, in the directory that was given. */
  readonly name?: string
  /** Threads for content. */
  readonly streams?: number
}

const ENTRY = new URL('fixtures/thread.js', import.meta.url)
const NO_MARKS: IncomingMarks = { complete: [], incomplete: [], links: [] }

/** The destination of a session in real threads, without a wire: what a peer would say is said by the test. */
export class Receiver {
  readonly transfer: IncomingTransfer
  readonly failures: Failure[] = []
  readonly actions: string[] = []
  private readonly fd: number
  private readonly threads: Worker[]
  private next = 0

  constructor(
    path: string,
    {
      operation = 'copy',
      options,
      root,
      name,
      state = name === undefined ? 'present' : 'fresh',
      streams = 1,
    }: ReceiverOptions = {},
  ) {
    loadNative()
    this.fd = openSync(path, 'r')
    this.transfer = new IncomingTransfer({
      place: name === undefined ? { root: { fd: this.fd, path } } : { parent: { fd: this.fd, path }, name },
      operation,
      options: { ...DEFAULT_TRANSFER_OPTIONS, reportActions: true, ...options },
      threads: streams + 1,
    })
    this.threads = Array.from({ length: streams + 1 }, (_, index) => {
      const role = index === 0 ? 'tree' : 'files'
      const workerData: ThreadData = { setup: this.transfer.setup(index), role, root, state }
      return new Worker(ENTRY, { execArgv: [], workerData, trackUnmanagedFds: false })
    })
  }

  /** Sends a batch; its needs. */
  async add(rows: readonly ColumnRow[], marks: Partial<IncomingMarks> = {}): Promise<IncomingNeed[]> {
    const columns = EntryColumns.of(this.next, rows)
    const command: Command = {
      kind: 'add',
      buffer: columns.buffer,
      layout: columns.layout,
      marks: { ...NO_MARKS, ...marks },
    }
    for (const stream of this.streams) await this.ask(stream, command)
    const needs = (await this.ask(0, command)) as IncomingNeed[]
    this.next += rows.length
    for (const stream of this.streams) await this.ask(stream, { kind: 'expect', needs })
    return needs
  }

  /** After the last entry: what is needed of inodes with several names. */
  async lead(): Promise<IncomingNeed[]> {
    return (await this.ask(0, { kind: 'lead' })) as IncomingNeed[]
  }

  async small(index: number, content: string, stream = 1): Promise<void> {
    await this.ask(stream, { kind: 'small', index, content: Buffer.from(content) })
  }

  async tell(command: Command, thread = 0): Promise<unknown> {
    return this.ask(thread, command)
  }

  /** Everything that comes after the last byte. */
  async finish(): Promise<void> {
    const held = (await Promise.all(
      this.streams.map((stream) => this.ask(stream, { kind: 'held' })),
    )) as never[]
    await this.transfer.reveal()
    await this.ask(0, { kind: 'link' })
    await this.ask(0, { kind: 'delete', held: held.flat() })
    this.transfer.end('complete')
    await this.ask(0, { kind: 'finish' })
    await this.close()
  }

  async close(): Promise<void> {
    for (const [index, thread] of this.threads.entries()) {
      const ended = once(thread, 'exit')
      await this.ask(index, { kind: 'close' })
      await ended
    }

    this.transfer.close()
    closeSync(this.fd)
  }

  private get streams(): number[] {
    return this.threads.slice(1).map((_, i) => i + 1)
  }

  private async ask(index: number, command: Command): Promise<unknown> {
    const thread = this.threads[index] as Worker
    const answered = once(thread, 'message')
    thread.postMessage(command)
    const [{ error, reports, value }] = (await answered) as [Answer]
    for (const message of reports) {
      if (message.type !== 'report') continue
      this.failures.push(...message.report.failures)
      this.actions.push(...message.report.actions.map(({ kind, path }) => `${kind} ${path}`))
    }

    if (error !== undefined) throw Object.assign(new Error(error.message), { code: error.code })
    return value
  }
}
