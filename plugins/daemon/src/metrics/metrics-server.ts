import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BlitError } from '@blit/core'
import { formatAddress, type Address } from '../listen/address.js'
import type { PrometheusMetrics } from './prometheus.js'

/** Where metrics can be read. */
export interface MetricsServer {
  readonly address: Address
  close(): void
}

/** Serves `/metrics` and nothing else. Rejects with `E_BIND`. */
export async function serveMetrics(wanted: Address, metrics: PrometheusMetrics): Promise<MetricsServer> {
  const server = createServer({ requestTimeout: 5000, headersTimeout: 5000 }, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }

    metrics.page().then(
      ({ contentType, text }) => response.writeHead(200, { 'content-type': contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  server.maxConnections = 16
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new BlitError(
          'E_BIND',
          `cannot serve metrics on ${formatAddress(wanted)}: ${error.code ?? error.message}`,
          {
            cause: error,
            hint: 'choose another address for metrics',
          },
        ),
      ),
    )
    server.listen(wanted, resolve)
  })
  const { address, port } = server.address() as AddressInfo
  return {
    address: { host: address, port },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
