import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Endpoint, Route } from '@blit/core'
import { describeRouteConformance, type RouteSetup } from '@blit/core/testing'
import { DiskEndpoint } from '@blit/disk'
import { createTransport } from '../../dist/client/transport.js'
import { pullRoute } from '../../dist/client/pull-route.js'
import { pushRoute } from '../../dist/client/anticipate-push.js'
import { relayRoute } from '../../dist/client/relay-route.js'
import { startDaemonProcess, type DaemonProcess } from '../../../../test/support/daemon-process.js'

describe('between machines', () => {
  const transport = createTransport()
  let scratch: string
  let daemon: DaemonProcess
  /** Keeps the connection. */
  let kept: Endpoint
  let count = 0

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'blit-routes-'))
    daemon = await startDaemonProcess([`m=${scratch}`])
    kept = await remote('')
  })

  after(async () => {
    await kept.close()
    await daemon.stop()
    rmSync(scratch, { recursive: true, force: true })
  })

  async function remote(path: string): Promise<Endpoint> {
    const location = {
      scheme: 'blit',
      host: '127.0.0.1',
      port: daemon.port,
      path: path === '' ? 'm' : `m/${path}`,
      trailingSlash: false,
      text: `blit://daemon/m/${path}`,
    }
    return transport.open(location, { signal: new AbortController().signal, insecure: false })
  }

  async function local(path: string): Promise<Endpoint> {
    return new DiskEndpoint({ root: join(scratch, path), label: path })
  }

  const ROUTES: ReadonlyArray<readonly [Route, typeof local, typeof local]> = [
    [pushRoute, local, remote],
    [pullRoute, remote, local],
    [relayRoute, remote, remote],
  ]
  for (const [route, openSource, openDestination] of ROUTES) {
    const setup: RouteSetup = {
      route,
      // One that has directories in the place of files, and the other way round.
      seeds: [2],
      // Every other one is for the route it is compared with: that is none of the daemon's business, and quicker so.
      async makePlaces() {
        const isOurs = count++ % 2 === 0
        const place = `place-${count}`
        mkdirSync(join(scratch, place))
        return {
          openSource: async () => (isOurs ? openSource : local)(`${place}/source`),
          openDestination: async () => (isOurs ? openDestination : local)(`${place}/destination`),
          dispose: async () => rmSync(join(scratch, place), { recursive: true, force: true }),
        }
      },
    }
    describeRouteConformance(route.name, setup, { describe, it })
  }
})
