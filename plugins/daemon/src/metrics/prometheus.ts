import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import type { Metrics } from './metrics.js'

/** What is asked for when somebody looks. */
export interface Levels {
  readonly connections: number
  readonly unauthenticated: number
}

/** Metrics as Prometheus reads them. */
export interface PrometheusMetrics extends Metrics {
  /** The text of `/metrics`, and its content type. */
  page(): Promise<{ readonly text: string; readonly contentType: string }>
}

export function prometheusMetrics(levels: () => Levels): PrometheusMetrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[] = []): Counter<T> =>
    new Counter({ name: `blit_${name}`, help, labelNames: [...labelNames], registers })
  const gauge = <T extends string>(
    name: string,
    help: string,
    collect?: (gauge: Gauge<T>) => void,
  ): Gauge<T> =>
    new Gauge<T>({
      name: `blit_${name}`,
      help,
      registers,
      ...(collect !== undefined && {
        collect() {
          collect(this as Gauge<T>)
        },
      }),
    })

  const requests = counter('requests_total', 'calls of the control plane that ended', ['method', 'status'])
  const sessions = counter('sessions_total', 'pushes and pulls that began', ['direction'])
  const open = new Gauge({
    name: 'blit_sessions',
    help: 'pushes and pulls under way',
    labelNames: ['direction'],
    registers,
  })
  const bytes = counter('bytes_total', 'bytes of files that travelled', ['direction'])
  const files = counter('files_total', 'files that travelled whole', ['direction'])
  const failures = counter('failures_total', 'paths that could not be done')
  const stalls = counter('stalls_total', 'peers given up because they kept silent')
  gauge('connections', 'open connections of both planes', (one) => one.set(levels().connections))
  gauge('connections_unauthenticated', 'of these, connections that have not said what they want', (one) =>
    one.set(levels().unauthenticated),
  )
  return {
    request: (method, status) => requests.inc({ method, status }),
    session(direction) {
      sessions.inc({ direction })
      open.inc({ direction })
      return () => open.dec({ direction })
    },
    bytes: (direction, count) => bytes.inc({ direction }, count),
    files: (direction, count) => files.inc({ direction }, count),
    failures: (count) => failures.inc(count),
    stall: () => stalls.inc(),
    page: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  }
}
