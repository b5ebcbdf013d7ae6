import type { HostAndPort, OpenOptions, PingAnswer } from '@blit/core'
import { DaemonConnection } from './daemon-connection.js'
import { daemonName } from './daemon-name.js'
import { dialAddress } from './dial-address.js'
import { greet } from './greet.js'
import { unreachable } from './unreachable.js'

/** A connection that several share. Whoever has it calls `release` once. */
export interface SharedConnection {
  readonly connection: DaemonConnection
  /** What the daemon said when it was greeted. */
  readonly answer: PingAnswer
  release(): void
}

interface Shared {
  readonly opening: Promise<Omit<SharedConnection, 'release'>>
  readonly stop: AbortController
  users: number
}

/** One connection a daemon, for as long as somebody uses it. */
export class Connections {
  private readonly open = new Map<string, Shared>()

  /** `timeoutMs`: for connecting and greeting together. */
  constructor(private readonly timeoutMs: number) {}

  /**
   * The connection to a host, made and greeted by the first who asks. One deadline is over all of that (S16). Rejects with
   * `E_UNREACHABLE`, `E_UNAUTHORISED` or `E_VERSION`.
   */
  async use(host: HostAndPort, options: OpenOptions): Promise<SharedConnection> {
    options.signal.throwIfAborted()
    const key = `${daemonName(host)} ${options.insecure}`
    const shared = this.open.get(key) ?? this.begin(key, host, options)
    shared.users++
    let isUsed = true
    const release = (): void => {
      if (isUsed) this.leave(key, shared)
      isUsed = false
    }
    const giveUp = (): void => release()
    options.signal.addEventListener('abort', giveUp, { once: true })
    try {
      const { answer, connection } = await shared.opening
      options.signal.throwIfAborted()
      return { answer, connection, release }
    } catch (error) {
      release()
      throw options.signal.aborted ? options.signal.reason : error
    } finally {
      options.signal.removeEventListener('abort', giveUp)
    }
  }

  private begin(key: string, host: HostAndPort, options: OpenOptions): Shared {
    const stop = new AbortController()
    const shared: Shared = {
      opening: connect(host, options, { stop: stop.signal, timeoutMs: this.timeoutMs }),
      stop,
      users: 0,
    }
    this.open.set(key, shared)
    return shared
  }

  private leave(key: string, shared: Shared): void {
    if (--shared.users > 0) return
    if (this.open.get(key) === shared) this.open.delete(key)
    shared.stop.abort()
    shared.opening.then(
      ({ connection }) => connection.close(),
      () => {}, // Whoever asked for it was told.
    )
  }
}

async function connect(
  host: HostAndPort,
  options: OpenOptions,
  { stop, timeoutMs }: { readonly stop: AbortSignal; readonly timeoutMs: number },
): Promise<Omit<SharedConnection, 'release'>> {
  const late = new AbortController()
  const timer = setTimeout(() => {
    late.abort(unreachable(daemonName(host), new Error(`it does not answer within ${timeoutMs / 1000} s`)))
  }, timeoutMs)
  const signal = AbortSignal.any([stop, late.signal])
  let connection: DaemonConnection | undefined
  try {
    connection = new DaemonConnection(await dialAddress(host, { ...options, signal }))
    return { connection, answer: await greet(connection, { signal }) }
  } catch (error) {
    connection?.close()
    throw error
  } finally {
    clearTimeout(timer)
  }
}
