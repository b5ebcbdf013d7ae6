import {
  Client,
  credentials,
  type CallOptions,
  type ClientDuplexStream,
  type ClientReadableStream,
  Metadata,
  type MethodDefinition,
} from '@grpc/grpc-js'
import { BlitError, isBlitError } from '@blit/core'
import { readLocalToken, TOKEN_KEY } from '../local-daemon.js'
import { clientOptions, decodeError } from '../protocol/index.js'
import type { MaybeAlive } from '#session'
import type { DaemonAddress } from './dial-address.js'
import { hearDaemon } from './hear-daemon.js'
import { listenByMany } from './listen-by-many.js'
import { isLoopback } from './is-loopback.js'
import { unreachable } from './unreachable.js'

export interface CallBounds {
  readonly signal: AbortSignal
  /** When the answer has to be there, milliseconds since 1970; never by default. */
  readonly deadlineMs?: number
}

/** Anything that ends with an error event when it is cancelled. */
interface Cancellable {
  cancel(): void
}

/**
 * The control plane to one daemon: a channel, and the three shapes of calls over it. Errors are those that the daemon meant; what
 * gRPC says itself is `E_UNREACHABLE` or `E_PROTOCOL`. When the signal of a call fires, it is cancelled, and rejects with the
 * signal's reason.
 */
export class DaemonConnection {
  private readonly client: Client
  private readonly calls = new Set<Cancellable>()
  private readonly metadata = new Metadata()
  private isClosed = false
  private wasThere = false

  /** `silenceMs`: how long the daemon may say nothing in a call in which it streams. */
  constructor(
    readonly at: DaemonAddress,
    readonly silenceMs?: number,
  ) {
    const { address, port } = at
    const target = address.includes(':') ? `ipv6:[${address}]:${port}` : `ipv4:${address}:${port}`
    this.client = new Client(target, credentials.createInsecure(), clientOptions())
    const token = isLoopback(address) ? readLocalToken(address, port) : undefined
    if (token !== undefined) this.metadata.set(TOKEN_KEY, token)
  }

  /** One question, one answer. */
  async ask<Request, Answer>(
    method: MethodDefinition<Request, Answer>,
    request: Request,
    { deadlineMs, signal }: CallBounds,
  ): Promise<Answer> {
    this.begin(signal)
    return new Promise((resolve, reject) => {
      const call = this.client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request,
        this.metadata,
        boundsOf(deadlineMs),
        (error, answer) => {
          release()
          if (error !== null) reject(this.errorOf(error, signal) as Error)
          else if (answer === undefined) reject(new BlitError('E_PROTOCOL', `${this.at.name} gave no answer`))
          else {
            this.wasThere = true
            resolve(answer)
          }
        },
      )
      const release = this.cancelOn(signal, call)
    })
  }

  /** One question, answers as they come and as fast as they are taken. Ended early, or for silence, the call is cancelled. */
  async *watch<Request, Answer extends MaybeAlive>(
    method: MethodDefinition<Request, Answer>,
    request: Request,
    { deadlineMs, signal }: CallBounds,
  ): AsyncGenerator<Answer> {
    this.begin(signal)
    const call: ClientReadableStream<Answer> = this.client.makeServerStreamRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      this.metadata,
      boundsOf(deadlineMs),
    )
    const release = this.cancelOn(signal, call)
    try {
      const answers = hearDaemon<Answer>(call, this, signal, this.silenceMs)
      for (let answer = await answers.next(); answer !== undefined; answer = await answers.next()) {
        // What had arrived before the signal fired is not worked on.
        signal.throwIfAborted()
        yield answer
      }
    } finally {
      release()
      dismiss(call)
    }
  }

  /** Both ways. The caller listens to it, and ends it by `cancel` or `end`. */
  converse<Request, Answer>(
    method: MethodDefinition<Request, Answer>,
    { deadlineMs, signal }: CallBounds,
  ): ClientDuplexStream<Request, Answer> {
    this.begin(signal)
    const call = this.client.makeBidiStreamRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      this.metadata,
      boundsOf(deadlineMs),
    )
    const release = this.cancelOn(signal, call)
    call.once('status', release)
    return call
  }

  /** What ended a call, in terms of blit. */
  errorOf(error: unknown, signal: AbortSignal): unknown {
    if (signal.aborted) return signal.reason
    if (this.isClosed && !isBlitError(error)) return closed(this.at.name)
    const decoded = decodeError(error, this.at.name)
    const isSaidByGrpc = decoded !== error && decoded.code === 'E_UNREACHABLE'
    return isSaidByGrpc ? unreachable(this.at.name, error, this.wasThere) : decoded
  }

  /** Ends all calls, and releases the sockets. */
  close(): void {
    this.isClosed = true
    for (const call of this.calls) call.cancel()
    this.client.close()
  }

  private begin(signal: AbortSignal): void {
    signal.throwIfAborted()
    listenByMany(signal)
    if (this.isClosed) throw closed(this.at.name)
  }

  /** Has a call cancelled when the signal fires or the connection is closed, until the function it gives is called. */
  private cancelOn(signal: AbortSignal, call: Cancellable): () => void {
    const cancel = (): void => call.cancel()
    signal.addEventListener('abort', cancel, { once: true })
    this.calls.add(call)
    return () => {
      signal.removeEventListener('abort', cancel)
      this.calls.delete(call)
    }
  }
}

function boundsOf(deadlineMs: number | undefined): CallOptions {
  return deadlineMs === undefined ? {} : { deadline: deadlineMs }
}

/** Ends a call nobody listens to any more: what it still has to say would be an error without a listener. */
function dismiss(call: ClientReadableStream<unknown>): void {
  call.on('error', () => {})
  call.cancel()
}

function closed(name: string): BlitError {
  return new BlitError('E_UNEXPECTED', `the connection to ${name} is closed`)
}
