import type { ClientDuplexStream } from '@grpc/grpc-js'

import { giveSignsOfLife, writeCall, type CallReader, type MaybeAlive } from '#session'

import { BlitService, pb } from '../protocol/index.js'
import type { DaemonConnection } from './daemon-connection.js'
import { hearDaemon } from './hear-daemon.js'

export type PullCall = SessionCall<pb.ClientPullRequest, pb.ServerPullResponse>
export type PushCall = SessionCall<pb.ClientPushRequest, pb.ServerPushResponse>

/** Begins a pull: the header is to be sent. `silenceMs`: how long a daemon may say nothing. */
export function pullCall(connection: DaemonConnection, signal: AbortSignal, silenceMs?: number): PullCall {
  const alive = new pb.ClientPullRequest().setAlive(new pb.Alive())
  return new SessionCall({
    connection,
    call: connection.converse(BlitService.pullSession, { signal }),
    alive,
    signal,
    silenceMs,
  })
}

/** The same for a push. */
export function pushCall(connection: DaemonConnection, signal: AbortSignal, silenceMs?: number): PushCall {
  const alive = new pb.ClientPushRequest().setAlive(new pb.Alive())
  return new SessionCall({
    connection,
    call: connection.converse(BlitService.push, { signal }),
    alive,
    signal,
    silenceMs,
  })
}

interface Conversation<Request, Response> {
  readonly connection: DaemonConnection
  readonly call: ClientDuplexStream<Request, Response>
  readonly alive: Request
  readonly signal: AbortSignal
  readonly silenceMs: number | undefined
}

/** The call that is a session with one daemon. */
class SessionCall<Request, Response extends MaybeAlive> {
  readonly connection: DaemonConnection
  private readonly call: ClientDuplexStream<Request, Response>
  private readonly reader: CallReader<Response>
  private hasBegun = false

  constructor(private readonly conversation: Conversation<Request, Response>) {
    const { call, connection, signal, silenceMs } = conversation
    this.connection = connection
    this.call = call
    call.on('error', () => {})
    this.reader = hearDaemon<Response>(call, connection, signal, silenceMs)
  }

  /**
   * The next message; undefined after the last. Rejects with what ended the call, which names the daemon, and where it says nothing
   * for too long.
   */
  async next(): Promise<Response | undefined> {
    return this.reader.next()
  }

  async send(request: Request): Promise<void> {
    await writeCall(this.call, request)
    if (this.hasBegun) return
    this.hasBegun = true
    // Nothing may come before the header.
    this.call.once('status', giveSignsOfLife(this.call, this.conversation.alive))
  }

  end(): void {
    this.call.end()
  }

  cancel(): void {
    this.call.cancel()
  }
}
