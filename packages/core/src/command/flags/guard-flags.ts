import * as Flags from '@oclif/core/flags'
import { countFlag } from './measure-flags.js'

const helpGroup = 'CARE'

/** Guards that a transfer and a purge share. */
export const guardFlags = {
  'dry-run': Flags.boolean({ char: 'n', description: 'say what would happen and touch nothing', helpGroup }),
  yes: Flags.boolean({ char: 'y', description: 'answer yes beforehand', helpGroup }),
  'max-delete': countFlag({ description: 'refuse to delete more entries than this', min: 0, helpGroup }),
}
