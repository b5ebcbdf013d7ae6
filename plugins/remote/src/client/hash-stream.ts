import type { ClientDuplexStream } from '@grpc/grpc-js'
import { BlitError, displayPath, type CallOptions, type ErrorCode } from '@blit/core'
import { BlitService, decodeFailure, pb } from '../protocol/index.js'
import { hearDaemon } from './hear-daemon.js'
import type { RemotePlace } from './remote-place.js'

type HashCall = ClientDuplexStream<pb.HashRequest, pb.HashResponse>

interface Waiting {
  readonly path: string
  readonly resolve: (hash: string) => void
  readonly reject: (error: unknown) => void
}

/**
 * Hashes of many files in one call, made when it is first needed: answers come in the order of the questions, so a
 * thousand small files wait for one round trip. Whoever gives up does not hold up the others; when nobody waits any more, the
 * call is cancelled.
 */
export class HashStream {
  private call: HashCall | undefined
  private readonly stop = new AbortController()
  /** In the order asked; answers of those who gave up are dropped. */
  private readonly waiting: Waiting[] = []
  private wanted = 0

  constructor(private readonly place: RemotePlace) {}

  async hash(path: string, algorithm: string, { signal }: CallOptions): Promise<string> {
    this.place.begin({ signal })
    const request = new pb.HashRequest().setPlace(this.place.at(path)).setAlgorithm(algorithm)
    this.call ??= this.begin()
    const { call } = this
    this.wanted++
    let giveUp = (): void => {}
    try {
      return await new Promise<string>((resolve, reject) => {
        giveUp = () => reject(signal.reason as Error)
        signal.addEventListener('abort', giveUp, { once: true })
        this.waiting.push({ path, resolve, reject })
        call.write(request)
      })
    } finally {
      signal.removeEventListener('abort', giveUp)
      if (--this.wanted === 0 && signal.aborted) this.endWith(signal.reason)
    }
  }

  /** Cancels what runs. */
  close(): void {
    this.stop.abort()
    this.endWith(new BlitError('E_UNEXPECTED', `${this.place.label}: the endpoint is closed`))
  }

  private begin(): HashCall {
    const call = this.place.connection.converse(BlitService.hash, { signal: this.stop.signal })
    call.on('error', () => {})
    this.hear(call).catch((error: unknown) => this.fail(call, error))
    return call
  }

  private async hear(call: HashCall): Promise<never> {
    const { connection, label } = this.place
    const answers = hearDaemon<pb.HashResponse>(call, connection, this.stop.signal, connection.silenceMs)
    for (let answer = await answers.next(); answer !== undefined; answer = await answers.next())
      this.take(call, answer)
    throw new BlitError('E_PROTOCOL', `${label}: the hashes ended early`)
  }

  private take(call: HashCall, answer: pb.HashResponse): void {
    if (call !== this.call) return
    const next = this.waiting.shift()
    if (next === undefined) {
      this.fail(call, new BlitError('E_PROTOCOL', `${this.place.label}: a hash came that nobody asked for`))
      return
    }

    const failure = answer.getFailure()
    const hash = answer.getHash()
    if (failure !== undefined) next.reject(errorOf(failure, next.path))
    else if (/^[\da-f]{32}$/.test(hash)) next.resolve(hash)
    else next.reject(new BlitError('E_PROTOCOL', `${displayPath(next.path)}: what came is no hash`))
  }

  private fail(call: HashCall, error: unknown): void {
    if (call === this.call) this.endWith(error)
  }

  private endWith(error: unknown): void {
    const { call } = this
    this.call = undefined
    call?.cancel()
    for (const { reject } of this.waiting.splice(0)) reject(error)
  }
}

function errorOf(failure: pb.Failure, path: string): BlitError {
  const { code, message } = decodeFailure(failure, 'E_READ')
  return new BlitError(code as ErrorCode, message, { path })
}
