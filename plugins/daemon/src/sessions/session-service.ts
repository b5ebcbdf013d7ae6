import { DataListener } from '@blit/remote/data-plane'
import { keepThreads } from '@blit/remote/session'
import type { SessionEnvironment, SessionService } from '../control/sessions.js'
import { servePull } from './serve-pull.js'
import { servePush } from './serve-push.js'
import { serveWrite } from './serve-write.js'

const STALL_MS = 60_000
/** Of a kind, that wait for the next session. */
const KEPT_THREADS = 4

/** Serves pushes and pulls: each is a session of its own, whose threads end with it. */
export function sessionService(environment: SessionEnvironment): SessionService {
  const listener = new DataListener({
    handshakeTimeoutMs: environment.handshakeMs,
    stallTimeoutMs: STALL_MS,
    maxUnauthenticated: environment.maxUnauthenticated,
  })
  const host = { listener, environment, stallMs: STALL_MS }
  const endThreads = keepThreads(KEPT_THREADS)
  const running = new Set<Promise<void>>()
  async function track(session: Promise<void>): Promise<void> {
    running.add(session)
    try {
      await session
    } finally {
      running.delete(session)
    }
  }

  return {
    push: async (call, context) => track(servePush(call, context, host)),
    pull: async (call, context) => track(servePull(call, context, host)),
    write: async (call, context) => track(serveWrite(call, context, host)),
    connect({ adopt, authenticated, firstBytes, socket }) {
      listener.accept(socket, firstBytes, { adopt, authenticated })
    },
    async close() {
      // They were told by their signals, and settle soon.
      await Promise.allSettled([...running])
      endThreads()
    },
  }
}
