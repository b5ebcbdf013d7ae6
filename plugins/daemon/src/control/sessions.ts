import type { ServerDuplexStream } from '@grpc/grpc-js'
import type { Socket } from 'node:net'
import type { pb } from '@blit/remote/protocol'
import type { ModuleSettings } from '../config/settings.js'
import type { Log } from '../log/create-log.js'
import type { Metrics } from '../metrics/metrics.js'
import type { Serving } from './serving.js'

/** What serves pushes, pulls and their data connections. One for a daemon. */
export interface SessionService {
  /**
   * Serves one push, to its end: reads and writes the call, and ends it. A rejection becomes the status of the call. Settles soon
   * after the signal fired.
   */
  push(
    call: ServerDuplexStream<pb.ClientPushRequest, pb.ServerPushResponse>,
    context: SessionContext,
  ): Promise<void>
  /** The same for a pull. */
  pull(
    call: ServerDuplexStream<pb.ClientPullRequest, pb.ServerPullResponse>,
    context: SessionContext,
  ): Promise<void>
  /** The same for files that are written one by one. */
  write(call: ServerDuplexStream<pb.WriteRequest, pb.WriteResponse>, context: SessionContext): Promise<void>
  /** Takes a data connection over; see {@link DataConnection}. Must not throw. */
  connect(connection: DataConnection): void
  /** Ends what is left, and releases everything; not later than the deadline. Sessions were told before. */
  close(deadlineMs: number): Promise<void>
}

/** Makes the service when the daemon starts. */
export type SessionFactory = (environment: SessionEnvironment) => Promise<SessionService> | SessionService

/** What of the daemon holds for all sessions. */
export interface SessionEnvironment {
  readonly log: Log
  readonly metrics: Metrics
  /** Data connections of one session, at most. */
  readonly maxStreams: number
  /** Connections that have not shown a right preface yet, at most. */
  readonly maxUnauthenticated: number
  /** How long a data connection may take for its preface. */
  readonly handshakeMs: number
}

/** What a session is given. The limit of sessions and the handshake of versions are the session's caller's business. */
export interface SessionContext {
  /** A module by its name; rejects with `E_NO_MODULE`. With `change`, with `E_READ_ONLY` where nothing may be changed. */
  readonly module: (name: string, access: 'change' | 'read') => ModuleSettings
  /** Opens a module as an endpoint; rejects like `module`, and where its directory is not there. */
  readonly open: Serving['openModule']
  /** Fires when the client is gone or the daemon stops; its reason is a `BlitError`. */
  readonly signal: AbortSignal
  /** Address and port of the client, for the log. */
  readonly peer: string
  /** The port for data connections, to be told to clients. */
  readonly dataPort: () => number
}

/** A connection that began with `BLT2`. */
export interface DataConnection {
  /** Paused. It counts against the limits until it closes, or until `release`. */
  readonly socket: Socket
  /** What was read of it so far, at least four bytes: the beginning of the preface. */
  readonly firstBytes: Buffer
  /** The preface was right: it counts as unauthenticated no more. */
  readonly authenticated: () => void
  /**
   * To be called before the socket is destroyed because its descriptor lives on elsewhere: it counts until the function that
   * this gives is called.
   */
  readonly adopt: () => () => void
}
