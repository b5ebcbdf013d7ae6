/** The source of a session between machines, for its threads: what is sent, without the rest of the engine. */
export {
  mainThreadAccess,
  workerAccess,
  type DirectoryAccess,
  type OpenDirectory,
} from '../directory/directory-access.js'
export { RateLimit } from '../engine/rate-limit.js'
export { rootErrorOf, saidOf } from '../directory/failure-of.js'
export { closeRoot, openRoot } from '../directory/open-root.js'
export { ManifestIndex, type ManifestRow } from '../manifest/manifest-index.js'
export type { OutgoingBatch } from './outgoing-batch.js'
export { OutgoingScan, type OutgoingScanSetup, type SupersedingBatch } from './outgoing-scan.js'
export {
  OutgoingFiles,
  type LargeOpen,
  type OutgoingFilesSetup,
  type OutgoingLargeFile,
  type SmallRead,
  type UnreadFile,
  type XattrsRead,
} from './outgoing-files.js'
export { movesWhole, takesAll } from '../engine/rename-tree.js'
export { removeBeneath, removeEmptyRoot } from './remove-root.js'
export { SourceRemoval, type RemovedSources, type SourceRemovalSetup } from './source-removal.js'
export { keepsXattrs, readXattrs, type Xattrs } from '../metadata/extended-attributes.js'
