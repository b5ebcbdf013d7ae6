import type { ClientDuplexStream, MethodDefinition } from '@grpc/grpc-js'

import { inTime, readCall, writeCall } from '#session'

import type { DaemonConnection } from './daemon-connection.js'
import { SILENCE_MS } from './session-route.js'

/** What a daemon says in a session, or only that it is still there. */
interface MaybeAlive {
  hasAlive(): boolean
}

/** The call that is a session with one daemon. */
export class SessionCall<Request, Response extends MaybeAlive> {
  private readonly call: ClientDuplexStream<Request, Response>
  private readonly reader: { readonly next: () => Promise<Response | undefined> }

  constructor(
    readonly connection: DaemonConnection,
    method: MethodDefinition<Request, Response>,
    private readonly signal: AbortSignal,
    private readonly silenceMs = SILENCE_MS,
  ) {
    this.call = connection.converse(method, { signal })
    this.call.on('error', () => {})
    this.reader = readCall<Response>(this.call)
  }

  /**
   * The next message; undefined after the last. Rejects with what ended the call, which names the daemon, and where it says nothing
   * for so long: a program that hangs still answers what HTTP/2 asks. How long is between two calls of this does not count.
   */
  async next(): Promise<Response | undefined> {
    for (;;) {
      const response = await inTime(this.read(), this.connection.at.name, this.silenceMs)
      if (response?.hasAlive() !== true) return response
    }
  }

  async send(request: Request): Promise<void> {
    await writeCall(this.call, request)
  }

  end(): void {
    this.call.end()
  }

  cancel(): void {
    this.call.cancel()
  }

  private async read(): Promise<Response | undefined> {
    try {
      return await this.reader.next()
    } catch (error) {
      throw this.connection.errorOf(error, this.signal)
    }
  }
}
