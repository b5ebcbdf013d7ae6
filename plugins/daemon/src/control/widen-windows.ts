import type { Server } from '@grpc/grpc-js'
import type { Http2Server, ServerHttp2Session, Settings } from 'node:http2'

/** Bytes a client may send on one stream, and on all of a connection, before it has to wait for us. */
export const WINDOW_BYTES = 8 * 1024 * 1024

/** What of grpc-js is used beyond its interface. */
interface Internals {
  commonServerOptions?: { settings?: Settings }
  createHttp2Server?: (...args: unknown[]) => Http2Server
}

/**
 * Gives the HTTP/2 connections of a server windows wide enough for long distances, and tells of each. A grpc-js server keeps
 * windows of 64 KiB, one round trip for each, and has no option for it. Where its inside has changed, nothing happens,
 * and `false` says so.
 */
export function widenWindows(server: Server, onSession: (session: ServerHttp2Session) => void): boolean {
  const internals = server as unknown as Internals
  const { commonServerOptions, createHttp2Server } = internals
  if (commonServerOptions === undefined || createHttp2Server === undefined) return false
  commonServerOptions.settings = { ...commonServerOptions.settings, initialWindowSize: WINDOW_BYTES }
  internals.createHttp2Server = (...args) => {
    const made = createHttp2Server.apply(server, args)
    made.on('session', (session: ServerHttp2Session) => {
      session.setLocalWindowSize(WINDOW_BYTES)
      onSession(session)
    })
    return made
  }

  return true
}
