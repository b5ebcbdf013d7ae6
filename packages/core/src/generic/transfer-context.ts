import type { Backup } from './backup.js'
import type { DirectoryFinisher } from './directory-finisher.js'
import type { HardLinkGroups } from './hard-link-groups.js'
import type { Deletions } from './deletions.js'
import type { SourceRemoval } from './source-removal.js'
import type { TransferState } from './transfer-state.js'

/** The parts of one generic transfer. */
export interface TransferContext {
  readonly state: TransferState
  readonly backup: Backup | undefined
  readonly directories: DirectoryFinisher
  readonly hardLinks: HardLinkGroups
  readonly deletes: Deletions
  readonly removal: SourceRemoval
}
