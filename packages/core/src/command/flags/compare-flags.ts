import * as Flags from '@oclif/core/flags'
import {
  DEFAULT_MODIFY_WINDOW_NS,
  type CompareMode,
  type CompareRules,
} from '../../model/transfer-options.js'
import { durationFlag } from './measure-flags.js'

const helpGroup = 'COMPARE'

/** When two files are the same. */
export const compareFlags = {
  checksum: Flags.boolean({
    char: 'c',
    description: 'compare size and content, not the modification time',
    exclusive: ['size-only', 'ignore-times'],
    helpGroup,
  }),
  'size-only': Flags.boolean({
    description: 'files of one size are the same',
    exclusive: ['ignore-times'],
    helpGroup,
  }),
  'ignore-times': Flags.boolean({
    description: 'no two files are the same: transfer all of them',
    helpGroup,
  }),
  'ignore-existing': Flags.boolean({ description: 'leave alone what exists at the destination', helpGroup }),
  update: Flags.boolean({
    char: 'u',
    description: 'leave alone what is newer at the destination',
    helpGroup,
  }),
  'modify-window': durationFlag({
    description:
      'modification times this close are the same (default: 1us, or the coarser grain of the destination)',
    helpGroup,
  }),
}

/** The compare flags as the parser gives them. */
export interface CompareFlagValues {
  readonly checksum?: boolean
  readonly 'size-only'?: boolean
  readonly 'ignore-times'?: boolean
  readonly 'ignore-existing'?: boolean
  readonly update?: boolean
  readonly 'modify-window'?: bigint | undefined
}

/** The rules they ask for. */
export function compareRules(flags: CompareFlagValues): CompareRules {
  return {
    mode: compareMode(flags),
    ignoreExisting: flags['ignore-existing'] ?? false,
    update: flags.update ?? false,
    modifyWindowNs: flags['modify-window'] ?? DEFAULT_MODIFY_WINDOW_NS,
  }
}

function compareMode(flags: CompareFlagValues): CompareMode {
  if (flags.checksum) return 'checksum'
  if (flags['size-only']) return 'size'
  return flags['ignore-times'] ? 'never' : 'quick'
}
