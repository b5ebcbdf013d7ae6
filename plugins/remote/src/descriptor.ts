import { defineTransport } from '@blit/core'

/** Modules of daemons: `blit://host:port/MODULE/path`. */
export const blitTransport = defineTransport({
  plugin: '@blit/remote',
  schemes: ['blit'],
  routes: [
    { from: 'file', to: 'blit' },
    { from: 'blit', to: 'file' },
    { from: 'blit', to: 'blit' },
  ],
  load: async () => (await import('./client/transport.js')).createTransport(),
})
