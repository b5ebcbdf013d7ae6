import { toBytes, type BlitError, type Tally } from '@blit/core'

import { pb } from '../protocol/index.js'

/** The last message of a destination. */
export function summaryMessage(outcome: {
  readonly tally: Tally
  readonly streams: number
  readonly error?: BlitError
}): pb.DestinationMessage {
  const { error, streams, tally } = outcome
  const summary = countsOf(tally)
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

/** A summary that has counts only. */
export function countsOf(tally: Tally): pb.Summary {
  return new pb.Summary()
    .setFilesScanned(tally.filesScanned)
    .setFilesCopied(tally.filesCopied)
    .setFilesSkipped(tally.filesSkipped)
    .setFilesDeleted(tally.filesDeleted)
    .setOthersDeleted(tally.othersDeleted)
    .setDirsCreated(tally.dirsCreated)
    .setDirsDeleted(tally.dirsDeleted)
    .setLinksCreated(tally.linksCreated)
    .setSourcesRemoved(tally.sourcesRemoved)
    .setBytesCopied(tally.bytesCopied)
    .setBytesResumed(tally.bytesResumed)
}

/** The counts of a summary. */
export function tallyOf(summary: pb.Summary): Tally {
  return {
    filesScanned: summary.getFilesScanned(),
    filesCopied: summary.getFilesCopied(),
    filesSkipped: summary.getFilesSkipped(),
    filesDeleted: summary.getFilesDeleted(),
    othersDeleted: summary.getOthersDeleted(),
    dirsCreated: summary.getDirsCreated(),
    dirsDeleted: summary.getDirsDeleted(),
    linksCreated: summary.getLinksCreated(),
    sourcesRemoved: summary.getSourcesRemoved(),
    bytesCopied: summary.getBytesCopied(),
    bytesResumed: summary.getBytesResumed(),
  }
}
