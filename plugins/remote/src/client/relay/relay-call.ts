import type { ClientDuplexStream, MethodDefinition } from '@grpc/grpc-js'
import { readCall, writeCall } from '#session'
import type { DaemonConnection } from '../daemon-connection.js'

/** One side of a relay: the call that is a session with one daemon. */
export class RelayCall<Request, Response> {
  private readonly call: ClientDuplexStream<Request, Response>
  private readonly reader: { readonly next: () => Promise<Response | undefined> }

  constructor(
    readonly connection: DaemonConnection,
    method: MethodDefinition<Request, Response>,
    private readonly signal: AbortSignal,
  ) {
    this.call = connection.converse(method, { signal })
    this.call.on('error', () => {})
    this.reader = readCall<Response>(this.call)
  }

  /** Rejects with what ended it, which names the daemon. */
  async next(): Promise<Response | undefined> {
    try {
      return await this.reader.next()
    } catch (error) {
      throw this.connection.errorOf(error, this.signal)
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
}
