import { BlitError } from '@blit/core'
import type { Settings } from '../config/settings.js'
import { formatAddress, isLoopback } from '../listen/address.js'

/**
 * Who reaches a daemon. Beyond loopback bytes and names would travel in clear, to whoever asks (S17): rejects with `E_BIND`, or gives the warning
 * that is due.
 */
export function checkReach({ bind, insecure, port }: Settings): string | undefined {
  const address = formatAddress({ host: bind, port })
  if (isLoopback(bind))
    return insecure ? `--insecure: ${address} is open to every user of this machine` : undefined
  if (insecure) {
    return `--insecure: ${address} is open to everybody who reaches it; files, names and changes travel in clear and without a credential`
  }

  throw new BlitError(
    'E_BIND',
    `refused to listen on ${address}: beyond loopback everything would travel in clear, open to everybody`,
    {
      hint: 'TLS and credentials are not there yet; on an isolated network start daemon and client with --insecure',
    },
  )
}
