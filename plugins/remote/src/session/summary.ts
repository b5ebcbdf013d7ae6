import { toBytes, type BlitError, type Tally } from '@blit/core'

import { pb } from '../protocol/index.js'

/** The last message of a destination. */
export function summaryMessage(outcome: {
  readonly tally: Tally
  readonly streams: number
  readonly error?: BlitError
}): pb.DestinationMessage {
  const { error, streams, tally } = outcome
  const summary = new pb.Summary()
  summary.setFilesScanned(tally.filesScanned)
  summary.setFilesCopied(tally.filesCopied)
  summary.setFilesSkipped(tally.filesSkipped)
  summary.setFilesDeleted(tally.filesDeleted)
  summary.setDirsCreated(tally.dirsCreated)
  summary.setDirsDeleted(tally.dirsDeleted)
  summary.setLinksCreated(tally.linksCreated)
  summary.setSourcesRemoved(tally.sourcesRemoved)
  summary.setBytesCopied(tally.bytesCopied)
  summary.setBytesResumed(tally.bytesResumed)
  summary.setStreams(streams)
  if (error !== undefined) {
    const failure = new pb.Failure()
    failure.setCode(error.code)
    failure.setMessage(error.message)
    failure.setPath(toBytes(error.path ?? ''))
    failure.setExit(error.exit)
    summary.setError(failure)
  }

  const message = new pb.DestinationMessage()
  message.setSummary(summary)
  return message
}
