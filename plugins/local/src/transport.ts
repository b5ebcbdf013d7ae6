import { BlitError, type Transport } from '@blit/core'

/** Local files. */
export const transport: Transport = {
  async open(location) {
    throw new BlitError('E_UNEXPECTED', `no endpoint yet for ${location.text}`)
  },
}
