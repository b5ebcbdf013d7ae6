import { toBytes, type TransferObserver } from '@blit/core'

import { encodeFailure, pb } from '../protocol/index.js'
import { countsOf } from './summary.js'

/** Tells the source what happens at a destination that nobody else watches; `made` directories led to its root. */
export function reportToSource(
  send: (message: pb.DestinationMessage) => void,
  made: number,
): TransferObserver {
  return {
    failure(failure) {
      const list = new pb.Failures()
      list.setFailuresList([encodeFailure(failure)])
      list.setIndicesList([0])
      const message = new pb.DestinationMessage()
      message.setFailures(list)
      send(message)
    },
    warning(text, path = '') {
      const message = new pb.DestinationMessage()
      message.setWarning(new pb.Warning().setPath(toBytes(path)).setMessage(text))
      send(message)
    },
    actions(actions) {
      const list = new pb.Actions()
      list.setActionsList(
        actions.map(({ kind, path, sizeBytes = 0 }) =>
          new pb.Action().setKind(kind).setPath(toBytes(path)).setSize(sizeBytes),
        ),
      )
      const message = new pb.DestinationMessage()
      message.setActions(list)
      send(message)
    },
    progress({ bytesDone, bytesTotal, filesTotal, tally, totalKnown }) {
      const progress = new pb.Progress()
      progress.setFilesTotal(filesTotal)
      progress.setBytesTotal(bytesTotal)
      progress.setFilesDone(tally.filesCopied)
      progress.setBytesDone(bytesDone)
      progress.setTotalKnown(totalKnown)
      progress.setSoFar(countsOf({ ...tally, dirsCreated: tally.dirsCreated + made }))
      const message = new pb.DestinationMessage()
      message.setProgress(progress)
      send(message)
    },
  }
}
