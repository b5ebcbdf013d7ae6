import type { TransportDescriptor } from '@blit/core'
import { blitTransport } from '../descriptor.js'

/** The `blit:transports` hook: hands the host what this package brings. */
export default async function transports(): Promise<TransportDescriptor> {
  return blitTransport
}
