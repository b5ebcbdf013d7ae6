import * as Flags from '@oclif/core/flags'
import { ARCHIVE_PRESERVE, DEFAULT_PRESERVE, type PreserveRules } from '../../model/transfer-options.js'

const helpGroup = 'KEEP'

/** What is kept beside content, mtime, mode bits and symlinks. */
export const keepFlags = {
  archive: Flags.boolean({
    char: 'a',
    description: 'keep everything: all of the flags below, as far as permitted',
    helpGroup,
  }),
  owner: Flags.boolean({ allowNo: true, description: 'keep owner and group', helpGroup }),
  'hard-links': Flags.boolean({
    allowNo: true,
    description: 'keep hard links between files of the source',
    helpGroup,
  }),
  xattrs: Flags.boolean({ allowNo: true, description: 'keep extended attributes', helpGroup }),
  acls: Flags.boolean({ allowNo: true, description: 'keep POSIX ACLs', helpGroup }),
  setuid: Flags.boolean({ allowNo: true, description: 'keep setuid, setgid and sticky bits', helpGroup }),
  sparse: Flags.boolean({ allowNo: true, description: 'keep holes', helpGroup }),
  devices: Flags.boolean({ allowNo: true, description: 'keep block and character devices', helpGroup }),
  specials: Flags.boolean({
    allowNo: true,
    aliases: ['fifos'],
    description: 'keep FIFOs and sockets',
    helpGroup,
  }),
  'copy-links': Flags.boolean({ char: 'L', description: 'copy what symlinks point to', helpGroup }),
}

/** The keep flags as the parser gives them. */
export interface KeepFlagValues {
  readonly archive?: boolean
  readonly owner?: boolean
  readonly 'hard-links'?: boolean
  readonly xattrs?: boolean
  readonly acls?: boolean
  readonly setuid?: boolean
  readonly sparse?: boolean
  readonly devices?: boolean
  readonly specials?: boolean
}

/** The rules they ask for: `--archive` first, then what each flag adds or takes away. */
export function preserveRules(flags: KeepFlagValues): PreserveRules {
  const base = flags.archive ? ARCHIVE_PRESERVE : DEFAULT_PRESERVE
  return {
    owner: flags.owner ?? base.owner,
    hardLinks: flags['hard-links'] ?? base.hardLinks,
    xattrs: flags.xattrs ?? base.xattrs,
    acls: flags.acls ?? base.acls,
    setuid: flags.setuid ?? base.setuid,
    sparse: flags.sparse ?? base.sparse,
    devices: flags.devices ?? base.devices,
    specials: flags.specials ?? base.specials,
  }
}
