import { BlitError } from '@blit/core'
import { formatAddress } from '../listen/address.js'
import type { RunningDaemon } from './pid-file.js'

/** The daemon that is meant: the one on a port, or the only one. Rejects with `E_UNREACHABLE` or `E_USAGE`. */
export function chooseDaemon(running: readonly RunningDaemon[], port: number | undefined): RunningDaemon {
  const [first, ...others] = running.filter((daemon) => port === undefined || daemon.port === port)
  if (first === undefined) {
    throw new BlitError(
      'E_UNREACHABLE',
      port === undefined ? 'no daemon runs' : `no daemon runs on port ${port}`,
      {
        hint: 'a daemon of another user is not seen; `blit daemon start` starts one',
      },
    )
  }

  if (others.length === 0) return first
  throw new BlitError(
    'E_USAGE',
    `several daemons run: ${running.map((one) => formatAddress(one)).join(', ')}`,
    {
      hint: 'say which with --port',
    },
  )
}
