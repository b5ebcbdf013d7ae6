import * as Flags from '@oclif/core/flags'
import { guardFlags } from './guard-flags.js'
import { countFlag } from './measure-flags.js'

const helpGroup = 'CARE'

/** How careful a transfer is. */
export const careFlags = {
  ...guardFlags,
  'allow-empty-source': Flags.boolean({
    description: 'let a mirror of nothing empty the destination',
    helpGroup,
  }),
  'delete-excluded': Flags.boolean({
    description: 'let a mirror delete also what the filters hide',
    helpGroup,
  }),
  'backup-dir': Flags.string({
    description: 'move what is replaced or deleted to DIR (relative to the destination)',
    helpGroup,
    helpValue: 'DIR',
  }),
  fsync: Flags.boolean({ description: 'sync to disk before files get their names', helpGroup }),
  resume: Flags.boolean({
    allowNo: true,
    description: 'go on where an interrupted run stopped (default: yes)',
    helpGroup,
  }),
  inplace: Flags.boolean({ description: 'write into existing files: half a file can be seen', helpGroup }),
  retries: countFlag({
    description: 'further tries for a file that failed (default: 1)',
    min: 0,
    max: 100,
    helpGroup,
  }),
  verify: Flags.boolean({
    allowNo: true,
    description: 'read back what landed and compare; --no-verify: nor hash what travels between machines',
    helpGroup,
  }),
}
