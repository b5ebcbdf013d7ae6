import type { Server } from '@grpc/grpc-js'
import { BlitService, pb, type BlitHandlers } from '@blit/remote/protocol'
import { readFileSync } from 'node:fs'
import { answerChange } from './calls/change.js'
import { serveHash } from './calls/hash.js'
import { answerIdentity } from './calls/identity.js'
import { answerList } from './calls/list.js'
import { answerModules } from './calls/modules.js'
import { answerPing } from './calls/ping.js'
import { answerPull } from './calls/pull.js'
import { answerPurge } from './calls/purge.js'
import { answerScan } from './calls/scan.js'
import { answerSpace } from './calls/space.js'
import { answerStat } from './calls/stat.js'
import { conversation, NOT_SERVED, streaming, unary } from './handlers.js'
import type { SessionService } from './sessions.js'
import { Serving, type ServingOptions } from './serving.js'

export interface ServicesOptions extends ServingOptions {
  readonly sessions: SessionService | undefined
}

/** What the control plane answers. */
export interface Services {
  readonly services: (server: Server) => void
  /** What the health service says. */
  readonly setServing: (isServing: boolean) => void
}

/** The service of blit, and the standard ones for health and reflection, which need no module (S19). */
export async function addServices(options: ServicesOptions): Promise<Services> {
  const { HealthImplementation } = await import('grpc-health-check')
  const { reflection } = await import('./reflection.js')
  const health = new HealthImplementation({ '': 'SERVING', 'blit.v2.Blit': 'SERVING' })
  return {
    services(server) {
      server.addService(BlitService, handlersOf(options))
      health.addToServer(server)
      reflection().addToServer(server)
    },
    setServing(isServing) {
      for (const name of ['', 'blit.v2.Blit']) health.setStatus(name, isServing ? 'SERVING' : 'NOT_SERVING')
    },
  }
}

function handlersOf(options: ServicesOptions): BlitHandlers {
  const serving = new Serving(options)
  const { dataPort, sessions, settings } = options
  const software = ownSoftware()
  const sessionContext = {
    module: serving.module.bind(serving),
    open: serving.openModule.bind(serving),
    dataPort,
  }
  // It says nothing but what is there, as the services for health and reflection do.
  const open = { ...options, authorise: async () => {} }
  return {
    ping: unary(open, (request) => answerPing(request, software, dataPort())),
    modules: unary(options, () => answerModules(settings)),
    stat: unary(options, async (request, call) => answerStat(request, serving, call)),
    list: unary(options, async (request, call) => answerList(request, serving, call)),
    space: unary(options, async (request, call) => answerSpace(request, serving, call)),
    identity: unary(options, async (request, call) => answerIdentity(request, serving, call)),
    change: unary(options, async (request, call) => answerChange(request, serving, call)),
    purge: unary(options, async (request, call) => answerPurge(request, serving, call)),
    scan: streaming(
      options,
      (request, call) => answerScan(request, serving, call),
      () => new pb.ScanResponse().setAlive(new pb.Alive()),
    ),
    pull: streaming(
      options,
      (request, call) => answerPull(request, serving, call),
      // What has no place comes from a client of the first plan, which does not know of it.
      (request) => (request.hasPlace() ? new pb.PullChunk().setAlive(new pb.Alive()) : undefined),
    ),
    write: conversation(options, async (call, context) => {
      if (sessions === undefined) throw NOT_SERVED
      await sessions.write(call, { ...context, ...sessionContext })
    }),
    hash: conversation(options, async (call, context) => serveHash(call, serving, context)),
    push: conversation(options, async (call, context) => {
      if (sessions === undefined) throw NOT_SERVED
      await sessions.push(call, { ...context, ...sessionContext })
    }),
    pullSession: conversation(options, async (call, context) => {
      if (sessions === undefined) throw NOT_SERVED
      await sessions.pull(call, { ...context, ...sessionContext })
    }),
  }
}

/** Name and version of this package, for messages. */
function ownSoftware(): string {
  // The folder above `dist`, whichever file of it this is.
  const [root] = import.meta.url.split('/dist/')
  const { version } = JSON.parse(readFileSync(new URL(`${root}/package.json`), 'utf8')) as { version: string }
  return `blit/${version}`
}
