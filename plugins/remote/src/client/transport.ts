import type { Transport } from '@blit/core'

import { pushRoute } from './anticipate-push.js'
import type { createDaemonTransport } from './daemon-transport.js'

/**
 * Daemons as places: `blit://host:port/MODULE/path`. What talks to them takes a while to load, and is loaded when they are first
 * talked to.
 */
export function createTransport(): Transport {
  let loading: Promise<ReturnType<typeof createDaemonTransport>> | undefined
  const daemons = async () => {
    loading ??= import('./daemon-transport.js').then(({ createDaemonTransport: create }) => create())
    return loading
  }

  return {
    open: async (location, options) => (await daemons()).open(location, options),
    ping: async (host, options) => (await daemons()).ping(host, options),
    modules: async (host, options) => (await daemons()).modules(host, options),
    async route(from, to) {
      if (from === 'file') return pushRoute
      if (to === 'file') return (await import('./pull-route.js')).pullRoute
      return (await import('./relay-route.js')).relayRoute
    },
  }
}
