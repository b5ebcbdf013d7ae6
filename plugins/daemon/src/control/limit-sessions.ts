import { BlitError } from '@blit/core'
import type { Direction, Metrics } from '../metrics/metrics.js'
import type { SessionService } from './sessions.js'

/** The same service for at most so many sessions at a time; the others are refused with `E_UNREACHABLE`. Counts them. */
export function limitSessions(service: SessionService, limit: number, metrics: Metrics): SessionService {
  let open = 0
  async function run(direction: Direction, serve: () => Promise<void>): Promise<void> {
    if (open >= limit) throw tooMany(limit)
    open++
    const end = metrics.session(direction)
    try {
      await serve()
    } finally {
      end()
      open--
    }
  }

  return {
    push: async (call, context) => run('push', async () => service.push(call, context)),
    pull: async (call, context) => run('pull', async () => service.pull(call, context)),
    write: async (call, context) => run('push', async () => service.write(call, context)),
    connect: (connection) => service.connect(connection),
    close: async (deadlineMs) => service.close(deadlineMs),
  }
}

function tooMany(limit: number): BlitError {
  return new BlitError('E_UNREACHABLE', `the daemon is busy with ${limit} transfers`, {
    hint: 'try again later, or raise max_sessions in its config',
  })
}
