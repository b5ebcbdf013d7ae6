import {
  status,
  type handleBidiStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type ServerDuplexStream,
  type StatusObject,
} from '@grpc/grpc-js'
import { BlitError, isBlitError } from '@blit/core'
import { encodeError } from '@blit/remote/protocol'
import { giveSignsOfLife } from '@blit/remote/session'
import type { Caller } from '../access/local-access.js'
import type { Log } from '../log/create-log.js'

/** What a handler is told about its call. */
export interface CallContext {
  /** Fires when the client is gone or the daemon stops; its reason is a `BlitError`. */
  readonly signal: AbortSignal
  readonly peer: string
}

/** What every call has in common. */
interface Call extends Caller {
  readonly cancelled: boolean
  on(event: 'cancelled', listener: () => void): unknown
}

/** What handlers are made with. */
export interface HandlerOptions {
  readonly log: Log
  readonly stopping: AbortSignal
  /** Rejects with `E_UNAUTHORISED` who may not call. */
  readonly authorise: (caller: Caller) => Promise<void>
}

/** A handler of calls with one answer. What it rejects with becomes the status. */
export function unary<Request, Response>(
  options: HandlerOptions,
  answer: (request: Request, context: CallContext) => Promise<Response> | Response,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const context = contextOf(call, options)
    const run = async (): Promise<Response> => {
      await options.authorise(call)
      return answer(call.request, context)
    }

    run().then(
      (response) => callback(null, response),
      (error: unknown) => callback(statusOf(error, options, call)),
    )
  }
}

/**
 * A handler of calls whose answers stream. They wait until the client has taken what is under way. `alive`: what shows that there are
 * more to come, where a client knows it.
 */
export function streaming<Request, Response>(
  options: HandlerOptions,
  answers: (request: Request, context: CallContext) => AsyncIterable<Response>,
  alive: (request: Request) => Response | undefined,
): handleServerStreamingCall<Request, Response> {
  return (call) => {
    const context = contextOf(call, options)
    const run = async (): Promise<void> => {
      await options.authorise(call)
      const sign = alive(call.request)
      const stop = sign === undefined ? (): void => {} : giveSignsOfLife(call, sign)
      try {
        for await (const answer of answers(call.request, context)) await write(call, answer, context.signal)
      } finally {
        stop()
      }
    }

    run().then(
      () => call.end(),
      (error: unknown) => call.emit('error', statusOf(error, options, call)),
    )
  }
}

/** What answers are written to. */
interface Sink<Response> {
  readonly writableLength: number
  write(response: Response, done: () => void): boolean
}

/** Answers of a call that wait to be sent, at most: grpc-js would take 16, of up to a mebibyte each. */
const MAX_WAITING = 2

/** Writes, and waits where the client is slower than the disk: one that reads nothing costs no more than a message or two. */
export async function write<Response>(
  call: Sink<Response>,
  response: Response,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const settle = (): void => {
      signal.removeEventListener('abort', settle)
      if (signal.aborted) reject(signal.reason as Error)
      else resolve()
    }

    signal.addEventListener('abort', settle, { once: true })
    call.write(response, settle)
    if (call.writableLength < MAX_WAITING) settle()
  })
}

export function contextOf(call: Call, { stopping }: Pick<HandlerOptions, 'stopping'>): CallContext {
  const gone = new AbortController()
  call.on('cancelled', () => gone.abort(new BlitError('E_UNREACHABLE', 'the client is gone')))
  if (call.cancelled) gone.abort(new BlitError('E_UNREACHABLE', 'the client is gone'))
  return { signal: AbortSignal.any([gone.signal, stopping]), peer: call.getPeer() }
}

export function statusOf(
  error: unknown,
  { log }: HandlerOptions,
  call: Pick<Call, 'getPeer'>,
): Partial<StatusObject> {
  if (error === NOT_SERVED) return NOT_SERVED
  const sent = encodeError(error)
  const peer = call.getPeer()
  if (isBlitError(error)) log.debug({ peer, code: error.code, reason: error.message }, 'refused a call')
  else
    log.error(
      { peer, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      'a call failed',
    )
  return sent
}

/** What is not there in this daemon. */
export const NOT_SERVED = { code: status.UNIMPLEMENTED, details: 'this daemon does not serve this' } as const

/** A handler of calls in which both sides stream. It ends the call when `serve` has resolved. */
export function conversation<Request, Response>(
  options: HandlerOptions,
  serve: (call: ServerDuplexStream<Request, Response>, context: CallContext) => Promise<void>,
): handleBidiStreamingCall<Request, Response> {
  return (call) => {
    const context = contextOf(call, options)
    call.on('error', () => {
      // The client is gone, which the signal says too.
    })
    const run = async (): Promise<void> => {
      await options.authorise(call)
      await serve(call, context)
    }

    run().then(
      () => call.end(),
      (error: unknown) => {
        const { aborted, reason } = context.signal
        call.emit('error', statusOf(aborted && isCutOff(error) ? reason : error, options, call))
      },
    )
  }
}

/** What reading of a call ends with when it is no more. */
function isCutOff(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE'
}

/** What a client streams. Reading to the end leaves the call open for answers, which a plain `for await` would not. */
export function messagesOf<Request>(call: ServerDuplexStream<Request, unknown>): AsyncIterable<Request> {
  return call.iterator({ destroyOnReturn: false })
}
