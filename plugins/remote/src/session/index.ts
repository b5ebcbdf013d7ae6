export type { DestinationLink } from './destination-link.js'
export {
  DestinationSession,
  type DestinationOptions,
  type DestinationOutcome,
} from './destination-session.js'
export {
  decodeEntryBatch,
  decodeRoot,
  encodeEntryBatch,
  type BatchMarks,
  type EntryBatch,
} from './entry-batch.js'
export { SourceSession, type SourceLink, type SourceOptions, type SourceOutcome } from './source-session.js'
export type { MoveRules } from './moved-sources.js'
export { readCall, writeCall, type CallReader } from './call-queue.js'
export { inTime } from './in-time.js'
export { livingReader, type MaybeAlive } from './living-reader.js'
export { giveSignsOfLife } from './signs-of-life.js'
export { reportToSource } from './report-to-source.js'
export {
  answerDeletePlan,
  passWarning,
  readActions,
  readProgress,
  readSummary,
} from './destination-reports.js'
export { summaryMessage } from './summary.js'
export { rootMessage } from './root-message.js'
export { keepThreads } from '#threads'
export { decodeXattrs, rootXattrs } from './xattr-messages.js'
