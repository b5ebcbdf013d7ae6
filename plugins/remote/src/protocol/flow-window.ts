import type { Server } from '@grpc/grpc-js'
import type { Http2Server, ServerHttp2Session, Settings } from 'node:http2'
import { WINDOW_BYTES } from './limits.js'

/** What of grpc-js is used beyond its interface. */
interface Internals {
  commonServerOptions?: { settings?: Settings }
  createHttp2Server?: (...args: unknown[]) => Http2Server
}

/**
 * Gives the HTTP/2 connections of a server wide windows, on each stream and in all, and tells of each connection as it comes.
 * A grpc-js server keeps windows of 64 KiB, so that a distant client waits a round trip for each, and has no option for it. To be called
 * before the server binds or makes an injector. Where the inside of grpc-js has changed nothing happens, and the answer
 * is false.
 */
export function widenWindows(server: Server, onSession?: (session: ServerHttp2Session) => void): boolean {
  const internals = server as unknown as Internals
  const { commonServerOptions, createHttp2Server } = internals
  if (typeof commonServerOptions !== 'object' || typeof createHttp2Server !== 'function') return false
  commonServerOptions.settings = { ...commonServerOptions.settings, initialWindowSize: WINDOW_BYTES }
  internals.createHttp2Server = (...args) => {
    const made = createHttp2Server.apply(server, args)
    made.on('session', (session: ServerHttp2Session) => {
      session.setLocalWindowSize(WINDOW_BYTES)
      onSession?.(session)
    })
    return made
  }

  return true
}
