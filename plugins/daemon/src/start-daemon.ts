import { BlitError } from '@blit/core'
import type { Settings } from './config/settings.js'
import { LOCAL_TOKEN_BYTES } from '@blit/remote'
import { randomBytes } from 'node:crypto'
import { LocalAccess } from './access/local-access.js'
import { addServices } from './control/add-services.js'
import { createControlServer } from './control/control-server.js'
import { limitSessions } from './control/limit-sessions.js'
import type { SessionFactory } from './control/sessions.js'
import { parseAddress, formatAddress, type Address } from './listen/address.js'
import { PortListener } from './listen/port-listener.js'
import type { Log } from './log/create-log.js'
import { NO_METRICS, type Metrics } from './metrics/metrics.js'
import type { MetricsServer } from './metrics/metrics-server.js'

export interface DaemonOptions {
  readonly settings: Settings
  readonly log: Log
  /** What serves pushes and pulls; without it they are answered with `UNIMPLEMENTED`. */
  readonly sessions?: SessionFactory
  /** By it processes of this machine prove that they may call; nobody knows it by default. */
  readonly token?: Uint8Array
}

/** A daemon that listens. */
export interface Daemon {
  readonly address: Address
  readonly metricsAddress: Address | undefined
  /** Ends everything within {@link STOP_MS}. */
  stop(): Promise<void>
}

/** What is under way has this long to end. */
const STOP_MS = 3500

/**
 * Starts a daemon:
 *
 * 1. Metrics, the session service and the control server are made; nobody can reach them yet.
 * 2. One port takes connections; the first bytes of each decide which plane it belongs to.
 *
 * It stops the other way round: no more connections; what is under way is told; what is left is cut off.
 * Rejects with `E_BIND`, and then nothing is left open.
 */
export async function startDaemon({
  log,
  sessions: factory,
  settings,
  token = randomBytes(LOCAL_TOKEN_BYTES),
}: DaemonOptions): Promise<Daemon> {
  const stopping = new AbortController()
  const handshakeMs = settings.handshake_seconds * 1000
  const held: { listener?: PortListener } = {}
  const levels = () => held.listener?.counts ?? { connections: 0, unauthenticated: 0 }
  const { metrics, server: metricsServer } = await startMetrics(settings, levels)
  const environment = {
    log,
    metrics,
    maxStreams: settings.max_streams,
    maxUnauthenticated: settings.max_unauthenticated,
    handshakeMs,
  }
  const service = await factory?.(environment)
  const sessions = service && limitSessions(service, settings.max_sessions, metrics)
  const access = settings.insecure ? undefined : new LocalAccess(token)
  let port = settings.port
  const { services, setServing } = await addServices({
    settings,
    log,
    metrics,
    sessions,
    stopping: stopping.signal,
    authorise: async (caller) => access?.check(caller),
    dataPort: () => port,
  })
  const control = createControlServer({ deadlineMs: handshakeMs, metrics, log, addServices: services })
  const listener = new PortListener({
    address: { host: settings.bind, port },
    maxConnections: settings.max_connections,
    maxUnauthenticated: settings.max_unauthenticated,
    deadlineMs: handshakeMs,
    log,
    handlers: {
      control(socket, firstBytes, admitted) {
        access?.watch(socket)
        control.accept(socket, firstBytes, admitted)
      },
      data(socket, firstBytes, admitted) {
        if (sessions === undefined) socket.destroy()
        else
          sessions.connect({
            socket,
            firstBytes,
            authenticated: admitted.authenticated,
            adopt: admitted.adopt,
          })
      },
    },
  })
  held.listener = listener
  const stop = async (): Promise<void> => {
    listener.stop()
    setServing(false)
    stopping.abort(
      new BlitError('E_UNREACHABLE', 'the daemon stops', { hint: 'run the same command again to go on' }),
    )
    await Promise.all([sessions?.close(STOP_MS), control.close(STOP_MS)])
    listener.destroy()
    metricsServer?.close()
  }

  try {
    const address = await listener.listen()
    port = address.port
    if (metricsServer !== undefined) log.info({ address: formatAddress(metricsServer.address) }, 'metrics')
    return { address, metricsAddress: metricsServer?.address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startMetrics(
  { metrics: where }: Settings,
  levels: () => { readonly connections: number; readonly unauthenticated: number },
): Promise<{ readonly metrics: Metrics; readonly server: MetricsServer | undefined }> {
  const address = parseAddress(where)
  if (address === undefined) return { metrics: NO_METRICS, server: undefined }
  const { prometheusMetrics } = await import('./metrics/prometheus.js')
  const { serveMetrics } = await import('./metrics/metrics-server.js')
  const metrics = prometheusMetrics(levels)
  return { metrics, server: await serveMetrics(address, metrics) }
}
