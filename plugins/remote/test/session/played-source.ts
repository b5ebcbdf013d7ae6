import { closeSync, openSync } from 'node:fs'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

import {
  DEFAULT_TRANSFER_OPTIONS,
  EntryColumns,
  POSIX_LIMITS,
  type ColumnRow,
  type DeletePlan,
  type Entry,
  type TransferOptions,
} from '@blit/core'
import { loadNative } from '@blit/native'

import { DataListener } from '../../dist/data-plane/index.js'
import {
  BatchBuilder,
  FrameSender,
  type HashSeeds,
  type OutgoingPiece,
} from '../../dist/data-plane/stream.js'
import { encodePreface } from '../../dist/data-plane/preface.js'
import { pb } from '../../dist/protocol/index.js'
import {
  DestinationSession,
  encodeEntryBatch,
  type BatchMarks,
  type DestinationOutcome,
} from '../../dist/session/index.js'

export const SEEDS: HashSeeds = { a: 7n, b: 9n }
const TOKEN = Buffer.alloc(32, 3)
const SESSION = Buffer.alloc(16, 5)

export interface PlayOptions {
  readonly operation?: 'copy' | 'mirror'
  readonly options?: Partial<TransferOptions>
  readonly state?: 'present' | 'unmade'
  readonly root?: Entry
  readonly confirmDeletes?: (plan: DeletePlan) => Promise<void>
  readonly signal?: AbortSignal
  /** How long a connection that broke may be missing. */
  readonly redialMs?: number
  readonly maxNeeded?: number
  readonly hashed?: boolean
}

/** A source that says and sends what a test wants, to a real destination: real threads, real TCP. */
export class PlayedSource {
  readonly outcome: Promise<DestinationOutcome>
  readonly actions: string[] = []
  readonly plans: DeletePlan[] = []
  private readonly said: pb.DestinationMessage[] = []
  private bytes = 0
  private progressed: () => void = () => {}
  private readonly queue: pb.SourceMessage[] = []
  private readonly server = createServer({ pauseOnConnect: true })
  private readonly sockets: Socket[] = []
  private wake: () => void = () => {}
  private heard: () => void = () => {}
  private entries = 0
  private directories = 0
  private hungUp = false

  constructor(
    path: string,
    { operation = 'copy', options, root, signal, state = 'present', ...more }: PlayOptions = {},
  ) {
    loadNative()
    const fd = openSync(path, 'r')
    const listener = new DataListener({
      handshakeTimeoutMs: 10_000,
      stallTimeoutMs: 10_000,
      maxUnauthenticated: 8,
    })
    this.server.on('connection', (socket) => listener.accept(socket))
    const destination = new DestinationSession({
      place: { root: { fd, path } },
      state,
      root,
      operation,
      options: { ...DEFAULT_TRANSFER_OPTIONS, reportActions: true, ...options },
      limits: POSIX_LIMITS,
      seeds: SEEDS,
      hashed: more.hashed ?? true,
      maxStreams: 2,
      observer: {
        progress: ({ tally }) => {
          this.bytes = tally.bytesCopied
          this.progressed()
        },
        actions: (actions) => this.actions.push(...actions.map(({ kind, path: at }) => `${kind} ${at}`)),
      },
      openStreams: async () => {
        this.server.listen(0, '127.0.0.1')
        await once(this.server, 'listening')
        listener.open({
          sessionId: SESSION,
          token: TOKEN,
          maxStreams: 4,
          onStream: (stream, connection) => destination.attach(stream, connection),
        })
      },
      redialMs: more.redialMs ?? 10_000,
      ...(more.maxNeeded !== undefined && { maxNeeded: more.maxNeeded }),
      confirmDeletes: async (plan) => {
        this.plans.push(plan)
        await more.confirmDeletes?.(plan)
      },
      signal: signal ?? new AbortController().signal,
    })
    this.outcome = destination
      .run({
        receive: async () => this.next(),
        send: async (message) => {
          this.said.push(message)
          this.heard()
        },
      })
      .finally(() => {
        closeSync(fd)
        this.server.close()
        for (const socket of this.sockets) socket.destroy()
      })
  }

  say(message: pb.SourceMessage): void {
    this.queue.push(message)
    this.wake()
  }

  /** Says nothing more, ever. */
  hangUp(): void {
    this.hungUp = true
    this.wake()
  }

  batch(
    rows: readonly ColumnRow[],
    marks: Partial<BatchMarks> = {},
    supersedes: readonly number[] = [],
  ): void {
    const columns = EntryColumns.of(this.entries, rows)
    this.entries += rows.length
    this.directories += rows.filter(({ type }) => type === 'directory').length
    const message = new pb.SourceMessage()
    message.setEntries(
      encodeEntryBatch(
        { columns, marks: { complete: [], incomplete: [], links: [], ...marks }, supersedes },
        { owner: true },
      ),
    )
    this.say(message)
  }

  complete(scanComplete = true, entries = this.entries): void {
    const complete = new pb.ManifestComplete()
    complete.setEntries(entries)
    complete.setDirs(this.directories)
    complete.setScanComplete(scanComplete)
    const message = new pb.SourceMessage()
    message.setManifestComplete(complete)
    this.say(message)
  }

  dataDone(...streams: number[]): void {
    const done = new pb.DataDone()
    done.setStreamsList(streams)
    const message = new pb.SourceMessage()
    message.setDataDone(done)
    this.say(message)
  }

  /** The next stream that it has lost, and after how many frames. */
  async lost(): Promise<readonly [stream: number, frames: number]> {
    for (;;) {
      const at = this.said.findIndex((message) => message.hasStreamLost())
      const lost = at < 0 ? undefined : this.said.splice(at, 1)[0]?.getStreamLost()
      if (lost !== undefined) return [lost.getStream(), lost.getFrames()]
      await new Promise<void>((resolve) => (this.heard = resolve))
    }
  }

  /** The next indices that are asked for; undefined when no more will be. */
  async needs(): Promise<number[] | undefined> {
    return (await this.need())?.getIndicesList()
  }

  /** The same, with what is held of them. */
  async need(): Promise<pb.Need | undefined> {
    for (;;) {
      const message = this.said.shift()
      if (message?.hasNeed()) return message.getNeed()
      if (message?.hasNeedComplete()) return undefined
      if (message !== undefined) continue
      const ended = await Promise.race([
        new Promise<false>((resolve) => (this.heard = () => resolve(false))),
        this.outcome.then(() => true),
      ])
      if (ended && this.said.length === 0) return undefined
    }
  }

  /** So many bytes are in files. */
  async landed(bytes: number): Promise<void> {
    while (this.bytes < bytes) await new Promise<void>((resolve) => (this.progressed = resolve))
  }

  /** A stream, after its ack. */
  async stream(number: number, hashed = true): Promise<PlayedStream> {
    const stream = await this.knock(number, hashed)
    if (stream === undefined) throw new Error(`stream ${number} is refused`)
    return stream
  }

  /** The same; undefined if it is refused. */
  async knock(number: number, hashed = true): Promise<PlayedStream | undefined> {
    const { port } = this.server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    this.sockets.push(socket)
    socket.write(encodePreface(SESSION, TOKEN, number))
    const isWelcome = await Promise.race([
      once(socket, 'data').then(() => true),
      once(socket, 'close').then(() => false),
    ])
    return isWelcome ? new PlayedStream(socket, hashed) : undefined
  }

  private async next(): Promise<pb.SourceMessage | undefined> {
    for (;;) {
      const next = this.queue.shift()
      if (next !== undefined || this.hungUp) return next
      await new Promise<void>((resolve) => (this.wake = resolve))
    }
  }
}

/** Frames by hand. */
export class PlayedStream {
  readonly frames: FrameSender
  private readonly builder = new BatchBuilder()

  private heldBack: Buffer[] | undefined

  constructor(
    readonly socket: Socket,
    hashed = true,
  ) {
    this.frames = new FrameSender(
      {
        read: () => 0,
        write: (bytes) => {
          if (this.heldBack !== undefined) this.heldBack.push(Buffer.from(bytes))
          else if (socket.writable) socket.write(Buffer.from(bytes))
        },
        setTimeout() {},
        close() {},
      },
      hashed ? { seeds: SEEDS } : {},
    )
  }

  /** The bytes of frames, which do not go out. */
  bytesOf(send: () => void): Buffer {
    const bytes: Buffer[] = []
    this.heldBack = bytes
    send()
    this.heldBack = undefined
    return Buffer.concat(bytes)
  }

  /** Breaks in the midst of a piece. */
  cutOff(piece: OutgoingPiece): void {
    this.frames.sendPiece({ ...piece, check: () => this.breakOff() })
  }

  small(index: number, content: string, attempt = 0): void {
    const bytes = Buffer.from(content)
    bytes.copy(this.builder.tail(bytes.length + 1))
    this.builder.add(index, bytes.length)
    this.frames.sendBatch(this.builder, attempt)
  }

  private breakOff(): 'ok' {
    this.socket.end()
    return 'ok'
  }

  failed(index: number, status: 'changed' | 'failed' | 'same' = 'failed', sizeBytes = 0): void {
    this.builder.add(index, sizeBytes, status)
    this.frames.sendBatch(this.builder)
  }
}
