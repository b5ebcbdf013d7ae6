import { Server, ServerCredentials } from '@grpc/grpc-js'
import { serverOptions, WINDOW_BYTES, widenWindows } from '@blit/remote/protocol'
import type { ServerHttp2Session } from 'node:http2'
import type { Admitted } from '../listen/admission.js'
import type { ConnectionHandler } from '../listen/port-listener.js'
import type { Log } from '../log/create-log.js'
import type { Metrics } from '../metrics/metrics.js'
import { watchCalls } from './watch-calls.js'

const IDLE_MS = 600_000

export interface ControlOptions {
  /** How long a connection may take to its first call, and a call to its first message. */
  readonly deadlineMs: number
  readonly metrics: Metrics
  readonly log: Log
  readonly addServices: (server: Server) => void
}

/** The gRPC server of the control plane. It listens nowhere: connections are handed to it. */
export interface ControlServer {
  readonly accept: ConnectionHandler
  /** Takes no more calls; calls under way may end until the deadline. */
  close(deadlineMs: number): Promise<void>
}

export function createControlServer({
  addServices,
  deadlineMs,
  log,
  metrics,
}: ControlOptions): ControlServer {
  const server = new Server({
    ...serverOptions(),
    'grpc.max_connection_idle_ms': IDLE_MS,
    interceptors: [watchCalls(deadlineMs, metrics)],
  })
  // Sessions are made while `inject` runs, so this is whose they are.
  let arriving: Admitted | undefined
  // grpc-js does not wait for the sessions of connections that it was handed.
  const sessions = new Set<ServerHttp2Session>()
  const known = widenWindows(server, (session) => {
    sessions.add(session)
    session.once('close', () => sessions.delete(session))
    if (arriving !== undefined) awaitFirstCall(session, arriving, deadlineMs)
  })
  if (!known) log.warn({ wanted: WINDOW_BYTES }, 'this grpc-js has changed inside: its windows stay narrow')
  addServices(server)
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure())
  return {
    accept(socket, firstBytes, admitted) {
      if (!known) admitted.authenticated()
      socket.unshift(firstBytes)
      arriving = admitted
      injector.injectConnection(socket)
      arriving = undefined
    },
    async close(closeMs) {
      const ended = [...sessions].map(
        async (session) => new Promise<void>((resolve) => session.once('close', resolve)),
      )
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          server.forceShutdown()
          resolve()
        }, closeMs)
        server.tryShutdown(() => {
          void Promise.all(ended).then(() => {
            clearTimeout(timer)
            resolve()
          })
        })
      })
    },
  }
}

/** Until its first call a connection has shown nothing but a preface. */
function awaitFirstCall(session: ServerHttp2Session, admitted: Admitted, deadlineMs: number): void {
  const timer = setTimeout(() => session.destroy(), deadlineMs)
  session.once('stream', () => {
    clearTimeout(timer)
    admitted.authenticated()
  })
  session.once('close', () => clearTimeout(timer))
}
