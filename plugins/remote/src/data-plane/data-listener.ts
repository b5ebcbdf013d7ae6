/**
 * Admits data connections to sessions (S15).
 *
 * 1. A session is opened with its public id and its secret token, before the client learns them.
 * 2. A connection has until its deadline to show a preface: of exactly 56 bytes, for what comes after them is for the
 *    worker that sends the ack. So nobody may send more before.
 * 3. It is admitted if it proves the token, for a stream number below the session's limit that was not used before, while
 *    the session is open for streams. All else is closed without a word, and harms nobody else.
 * 4. Of connections that have not shown a preface yet, only so many are kept; the oldest makes room.
 */
import type { Socket } from 'node:net'

import { adoptSocket } from './adopt-socket.js'
import type { DataConnection } from './data-connection.js'
import { decodePreface, PREFACE_BYTES, provesToken, type Preface } from './preface.js'

export interface DataListenerOptions {
  /** For the preface, and again for the ack. */
  readonly handshakeTimeoutMs: number
  /** How long an admitted connection may be without a byte. */
  readonly stallTimeoutMs: number
  /** Connections without a preface yet, at most. */
  readonly maxUnauthenticated: number
}

export interface DataSessionOptions {
  /** Public, 16 bytes. */
  readonly sessionId: Uint8Array
  /** Secret, 32 random bytes. */
  readonly token: Uint8Array
  /** Stream numbers are below this. */
  readonly maxStreams: number
  /** Takes an admitted connection over, and closes it in the end: in a thread, or here with the ack still to be sent. */
  readonly onStream:
    | ((stream: number, connection: DataConnection) => void)
    | { readonly here: (stream: number, socket: Socket) => void }
}

/** A session that data connections can be admitted to. */
export interface DataSession {
  /** Stream numbers that were admitted. */
  readonly admitted: ReadonlySet<number>
  /** Admits no more; what was admitted stays. After DataDone, and whenever the session ends. */
  readonly close: () => void
}

/** Keeps count of connections for whoever accepts them. */
export interface Admittance {
  /** It has proved its token. */
  readonly authenticated: () => void
  /** It outlives its socket, until the function that this gives is called. */
  readonly adopt: () => () => void
}

interface OpenSession extends DataSessionOptions {
  readonly admitted: Set<number>
}

export class DataListener {
  private readonly sessions = new Map<string, OpenSession>()
  /** Oldest first: what closes each. */
  private readonly waiting = new Set<() => void>()

  constructor(private readonly options: DataListenerOptions) {}

  /** Connections that have not shown a preface yet. */
  get unauthenticated(): number {
    return this.waiting.size
  }

  open(options: DataSessionOptions): DataSession {
    const key = keyOf(options.sessionId)
    if (this.sessions.has(key)) throw new Error('there is a session of that id')
    const session: OpenSession = { ...options, admitted: new Set() }
    this.sessions.set(key, session)
    return {
      admitted: session.admitted,
      close: () => {
        if (this.sessions.get(key) === session) this.sessions.delete(key)
      },
    }
  }

  /**
   * Takes over a connection that was accepted with `pauseOnConnect`, or from which `head` was read before it was paused
   * again. What becomes of it, only the session is told.
   */
  accept(socket: Socket, head: Uint8Array = new Uint8Array(0), admittance?: Admittance): void {
    const { handshakeTimeoutMs, maxUnauthenticated } = this.options
    let preface = Buffer.from(head)
    const leave = (): void => {
      clearTimeout(timer)
      this.waiting.delete(refuse)
      socket.off('data', onData).off('end', refuse).off('close', refuse)
    }

    const refuse = (): void => {
      leave()
      socket.destroy()
    }

    const onData = (bytes: Buffer): void => {
      preface = Buffer.concat([preface, bytes])
      decide()
    }

    const decide = (): void => {
      if (preface.length < PREFACE_BYTES) return
      leave()
      this.admit(socket, preface, admittance)
    }

    const timer = setTimeout(refuse, handshakeTimeoutMs)
    socket.on('error', () => {
      // its 'close' follows
    })
    this.waiting.add(refuse)
    for (const oldest of this.waiting) {
      if (this.waiting.size <= maxUnauthenticated) break
      oldest()
    }

    if (socket.destroyed) return leave()
    socket.on('data', onData).on('end', refuse).on('close', refuse)
    decide()
    if (this.waiting.has(refuse)) socket.resume()
  }

  /** In the turn in which the last byte of the preface was read, so that nothing more is. */
  private admit(socket: Socket, bytes: Buffer, admittance?: Admittance): void {
    const found = this.find(bytes)
    if (found === undefined) {
      socket.destroy()
      return
    }

    const { session, stream } = found
    const { onStream } = session
    admittance?.authenticated()
    if (typeof onStream !== 'function') {
      session.admitted.add(stream)
      onStream.here(stream, socket)
      return
    }

    const left = admittance?.adopt()
    const { handshakeTimeoutMs, stallTimeoutMs } = this.options
    let connection: DataConnection
    try {
      connection = adoptSocket(socket, { handshakeTimeoutMs, stallTimeoutMs }, { onClose: left })
    } catch {
      // no descriptor to be had: for the client a connection that broke
      socket.destroy()
      left?.()
      return
    }

    session.admitted.add(stream)
    onStream(stream, connection)
  }

  private find(bytes: Buffer): { session: OpenSession; stream: number } | undefined {
    let preface: Preface
    try {
      preface = decodePreface(bytes)
    } catch {
      return undefined
    }

    const session = this.sessions.get(keyOf(preface.sessionId))
    if (session === undefined || !provesToken(preface, session.token)) return undefined
    const { stream } = preface
    return stream < session.maxStreams && !session.admitted.has(stream) ? { session, stream } : undefined
  }
}

function keyOf(sessionId: Uint8Array): string {
  return Buffer.from(sessionId).toString('hex')
}
