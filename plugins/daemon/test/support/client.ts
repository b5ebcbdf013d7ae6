import { credentials } from '@grpc/grpc-js'
import { BlitClient, decodeError, pb } from '@blit/remote/protocol'
import { toBytes, type BlitError } from '@blit/core'

type Unary = 'change' | 'identity' | 'list' | 'modules' | 'ping' | 'purge' | 'space' | 'stat'
type Call<R, A> = (request: R, callback: (error: Error | null, answer: A) => void) => unknown

/** A plain grpc-js client of the service. */
export class TestClient {
  readonly raw: BlitClient

  constructor(
    readonly port: number,
    host = '127.0.0.1',
  ) {
    this.raw = new BlitClient(`${host}:${port}`, credentials.createInsecure())
  }

  /** Asks; rejects with the error the daemon meant. */
  async ask<R, A>(method: Unary, request: R): Promise<A> {
    return new Promise((resolve, reject) => {
      const call = this.raw[method].bind(this.raw) as unknown as Call<R, A>
      call(request, (error, answer) => {
        if (error === null) resolve(answer)
        else reject(decodeError(error, 'daemon'))
      })
    })
  }

  /** The code of the error that a call ends with. */
  async codeOf(method: Unary, request: unknown): Promise<string> {
    try {
      await this.ask(method, request)
      return 'OK'
    } catch (error) {
      return (error as BlitError).code
    }
  }

  close(): void {
    this.raw.close()
  }
}

export function place(path: string, module = 'data'): pb.Place {
  return new pb.Place().setModule(module).setPath(toBytes(path))
}

/** Everything a call streams; rejects with the error the daemon meant. */
export async function all<T>(call: AsyncIterable<unknown>): Promise<T[]> {
  const found: T[] = []
  try {
    for await (const one of call) found.push(one as T)
  } catch (error) {
    throw decodeError(error, 'daemon')
  }

  return found
}

/** The error a promise rejects with. */
export async function errorOf(promise: Promise<unknown>): Promise<BlitError> {
  try {
    await promise
  } catch (error) {
    return error as BlitError
  }

  throw new Error('it did not fail')
}
