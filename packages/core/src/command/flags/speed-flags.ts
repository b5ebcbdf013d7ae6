import * as Flags from '@oclif/core/flags'
import { countFlag, rateFlag } from './measure-flags.js'

const helpGroup = 'SPEED'

/** How much of the machine to take. The defaults are meant to be best. */
export const speedFlags = {
  bwlimit: rateFlag({ description: 'move at most this many bytes per second (K M G, Ki Mi Gi)', helpGroup }),
  workers: countFlag({
    description: 'worker threads (default: one a core, at most 8)',
    min: 1,
    max: 64,
    helpGroup,
  }),
  streams: countFlag({
    description: 'data streams between machines, as far as the daemon grants them',
    min: 1,
    max: 16,
    helpGroup,
  }),
  compress: Flags.boolean({
    description: 'compress what travels between machines, where it shrinks',
    helpGroup,
  }),
}
