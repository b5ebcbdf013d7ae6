export { IncomingFiles, type PieceSlot } from './incoming-files.js'
export { HeldHashes, type ContentHash } from './held-hashes.js'
export { type HeldContent, type HeldFile, type IncomingNeed, type IncomingSetup } from './incoming-setup.js'
export {
  IncomingTransfer,
  revealOther,
  type IncomingPlace,
  type IncomingProgress,
  type IncomingTransferOptions,
} from './incoming-transfer.js'
export { IncomingTree, type IncomingMarks } from './incoming-tree.js'
export { MAX_PIECES, pieceBytes, pieceCount, pieceLength } from './piece-grid.js'
export { type FromWorker as IncomingReport } from '../engine/messages.js'
export { rootErrorOf } from '../directory/failure-of.js'
export { openBeneath, openLocal, type OpenedBeneath } from './open-beneath.js'
export { PieceMap } from './piece-map.js'
export { XattrTable, type EntryXattrs } from '../manifest/xattr-table.js'
export { type Xattrs } from '../metadata/extended-attributes.js'
export { openBackupBeneath, type OpenedBackup } from './backup-beneath.js'
export { guardBackup, openBackup } from '../engine/backup-root.js'
export { type BackupPlace } from '../engine/messages.js'
