import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'

import {
  DEFAULT_TRANSFER_OPTIONS,
  POSIX_LIMITS,
  type DeletePlan,
  type Operation,
  type TransferOptions,
} from '@blit/core'
import { loadNative } from '@blit/native'

import { DataListener, dialData, type DataConnection } from '../../dist/data-plane/index.js'
import type { pb } from '../../dist/protocol/index.js'
import {
  DestinationSession,
  SourceSession,
  type DestinationOutcome,
  type SourceOutcome,
} from '../../dist/session/index.js'
import { summaryMessage } from '../../dist/session/summary.js'
import { FaultyWire, type FaultyWireOptions } from './faulty-wire.js'

const TOKEN = Buffer.alloc(32, 3)
const SESSION = Buffer.alloc(16, 5)
const SEEDS = { a: 7n, b: 9n }

interface Queue<T> {
  readonly put: (value: T) => void
  readonly take: () => Promise<T>
}

function queue<T>(): Queue<T> {
  const values: T[] = []
  const takers: Array<(value: T) => void> = []
  return {
    put(value) {
      const taker = takers.shift()
      if (taker === undefined) values.push(value)
      else taker(value)
    },
    take: async () =>
      values.length > 0 ? (values.shift() as T) : new Promise((resolve) => takers.push(resolve)),
  }
}

export interface SessionRun {
  readonly operation?: Operation
  readonly options?: Partial<TransferOptions>
  readonly confirmDeletes?: (plan: DeletePlan) => Promise<void>
  readonly hashed?: boolean
  /** Called with what is needed, before the source hears of it. */
  readonly onNeed?: (indices: number[]) => void
  /** Who dials, and what happens to data connections. */
  readonly wire?: FaultyWireOptions
  readonly redialMs?: number
  readonly maxNeeded?: number
  /** Streams come one after the other while the session is at work, also when it needs none any more. */
  readonly growing?: boolean
  /** Waited for before the destination hears that the data is done. */
  readonly beforeDone?: () => Promise<void>
  /** What the source hears instead of what the destination says. */
  readonly lie?: (message: pb.DestinationMessage) => pb.DestinationMessage[]
}

export interface SessionResult extends SourceOutcome {
  readonly landed: DestinationOutcome
  /** What the destination has said. */
  readonly said: readonly pb.DestinationMessage[]
}

/** A session between two directories: all threads and connections are real, the control plane is two queues. */
export async function runSession(from: string, to: string, run: SessionRun = {}): Promise<SessionResult> {
  loadNative()
  const { confirmDeletes = async () => {}, hashed = true, operation = 'copy', wire } = run
  const redialMs = run.redialMs ?? 10_000
  const streams = run.growing === true ? 6 : 2
  const options = { ...DEFAULT_TRANSFER_OPTIONS, ...run.options }
  const up = queue<pb.SourceMessage | undefined>()
  const down = queue<pb.DestinationMessage | undefined>()
  const said: pb.DestinationMessage[] = []
  const server = createServer({ pauseOnConnect: true })
  const listener = new DataListener({
    handshakeTimeoutMs: 10_000,
    stallTimeoutMs: 10_000,
    maxUnauthenticated: 8,
  })
  server.on('connection', (socket) => listener.accept(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  let { port } = server.address() as AddressInfo
  const faulty = wire === undefined ? undefined : new FaultyWire(port, wire)
  if (faulty !== undefined) port = await faulty.listen()
  const dial = async (stream: number): Promise<DataConnection> =>
    dialData({
      host: '127.0.0.1',
      port,
      sessionId: SESSION,
      token: TOKEN,
      stream,
      handshakeTimeoutMs: 10_000,
      stallTimeoutMs: 10_000,
    })
  const dialling = (session: () => DestinationSession | SourceSession) => ({
    openStreams: async () => {
      for (let stream = 0; stream < 2; stream++) session().attach(stream, await dial(stream))
      if (run.growing === true) void grow(session())
    },
    redial: async (stream: number) => dial(stream + streams),
  })
  const grow = async (session: DestinationSession | SourceSession): Promise<void> => {
    for (let stream = 2; stream < streams; stream++)
      try {
        session.attach(stream, await dial(stream))
      } catch {
        // The session is over.
        return
      }
  }
  const listening = { openStreams: async () => {} }
  const isPull = wire?.dialler === 'destination'
  const fds = [openSync(from, 'r'), openSync(to, 'r')] as const
  const { signal } = new AbortController()
  const destination: DestinationSession = new DestinationSession({
    place: { root: { fd: fds[1], path: to } },
    state: 'present',
    root: undefined,
    operation,
    options,
    limits: POSIX_LIMITS,
    seeds: SEEDS,
    hashed,
    maxStreams: streams,
    observer: {},
    ...(isPull ? dialling(() => destination) : listening),
    redialMs,
    ...(run.maxNeeded !== undefined && { maxNeeded: run.maxNeeded }),
    confirmDeletes: undefined,
    signal,
  })
  const source: SourceSession = new SourceSession({
    setup: { root: { fd: fds[0], path: from }, options },
    seeds: () => SEEDS,
    hashed,
    streams: () => streams,
    quietMs: 1000,
    observer: {},
    ...(isPull ? listening : dialling(() => source)),
    redialMs,
    confirmDeletes,
    ...(operation === 'move' && { move: { dryRun: options.dryRun, removeRoot: undefined } }),
    signal,
  })
  const data = listener.open({
    sessionId: SESSION,
    token: TOKEN,
    maxStreams: 2 * streams,
    onStream: (stream, connection) => (isPull ? source : destination).attach(stream, connection),
  })
  const landed = destination
    .run({
      receive: async () => up.take(),
      send: async (message) => {
        if (message.hasNeed()) run.onNeed?.(message.getNeed()?.getIndicesList() ?? [])
        said.push(message)
        for (const told of run.lie?.(message) ?? [message]) down.put(told)
      },
    })
    .then((outcome) => {
      down.put(summaryMessage(outcome))
      return outcome
    })
  const outcome = await source.run({
    receive: async () => down.take(),
    send: async (message) => {
      if (message.hasDataDone()) await run.beforeDone?.()
      up.put(message)
    },
  })
  up.put(undefined)
  const result = { ...outcome, landed: await landed, said }
  data.close()
  faulty?.close()
  server.close()
  for (const fd of fds) closeSync(fd)
  return result
}
