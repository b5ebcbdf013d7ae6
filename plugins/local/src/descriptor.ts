import { defineTransport } from '@blit/core'

/** Plain paths and `file:` URLs. */
export const fileTransport = defineTransport({
  plugin: '@blit/local',
  schemes: ['file'],
  routes: [{ from: 'file', to: 'file' }],
  load: async () => (await import('./transport.js')).transport,
})
