import type { Route } from '@blit/core'

import { PushStart } from './push-start.js'

/** The fast path from files to a daemon. What it lists of the source it begins with before anything of it is loaded. */
export const pushRoute: Route = {
  name: 'push',
  anticipate(ahead) {
    try {
      return new PushStart(ahead)
    } catch {
      return undefined
    }
  },
  async run(session) {
    const { runPush } = await import('./push-route.js')
    const start = session.headStart instanceof PushStart ? session.headStart : undefined
    return runPush(session, start)
  },
}
