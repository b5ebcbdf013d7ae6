/** What a destination says that is for the user, for whoever is on the user's side. */
import {
  BlitError,
  CATALOGUE,
  EMPTY_TALLY,
  fromBytes,
  isBlitError,
  type DeletePlan,
  type ErrorCode,
  type Progress,
  type Tally,
  type TransferAction,
  type TransferObserver,
} from '@blit/core'

import { checkWirePath, decodeExit, decodeFailure, encodeFailure, pb } from '../protocol/index.js'
import { MAX_TEXT_LENGTH } from '../protocol/limits.js'
import { progressPhase } from './progress-phase.js'
import { tallyOf } from './summary.js'

export function readActions(actions: pb.Actions | undefined): TransferAction[] {
  return (actions?.getActionsList() ?? []).map((action) => ({
    kind: action.getKind() as TransferAction['kind'],
    path: fromBytes(action.getPath_asU8()),
    ...(action.getSize() === 0 ? {} : { sizeBytes: action.getSize() }),
  }))
}

export function readProgress(progress: pb.Progress): Progress {
  const soFar = progress.getSoFar()
  const known = { filesCopied: progress.getFilesDone(), bytesCopied: progress.getBytesDone() }
  const shown = {
    tally: soFar === undefined ? { ...EMPTY_TALLY, ...known } : tallyOf(soFar),
    filesTotal: progress.getFilesTotal(),
    bytesTotal: progress.getBytesTotal(),
    bytesDone: progress.getBytesDone(),
    totalKnown: progress.getTotalKnown(),
  }
  return { ...shown, phase: progressPhase(shown) }
}

/** Tells who watches what the destination warns of. */
export function passWarning(warning: pb.Warning | undefined, observer: TransferObserver): void {
  const path = checkWirePath(warning?.getPath_asU8() ?? new Uint8Array())
  const text = (warning?.getMessage() ?? '').slice(0, MAX_TEXT_LENGTH)
  observer.warning?.(text, path === '' ? undefined : path)
}

/** The question and what is to be answered; `refusal` is why not, if not. */
export async function answerDeletePlan(
  plan: pb.DeletePlan,
  confirmDeletes: (plan: DeletePlan) => Promise<void>,
): Promise<{ readonly message: pb.SourceMessage; readonly refusal?: BlitError }> {
  const answer = new pb.DeleteConfirm()
  answer.setId(plan.getId())
  const message = new pb.SourceMessage()
  message.setDeleteConfirm(answer)
  try {
    await confirmDeletes({
      entries: plan.getEntries(),
      bytes: plan.getBytes(),
      sample: plan.getSampleList_asU8().map((path) => fromBytes(path)),
    })
    return { message }
  } catch (error) {
    const refusal = isBlitError(error)
      ? error
      : new BlitError('E_UNEXPECTED', String(error), { cause: error })
    answer.setRefusal(encodeFailure({ path: '', code: refusal.code, message: refusal.message }))
    return { message, refusal }
  }
}

/** `refusal` is what the user has said against deletions: what the other end makes of it comes back by its code only. */
export function readSummary(
  summary: pb.Summary,
  refusal: BlitError | undefined,
): { readonly tally: Tally; readonly error?: BlitError } {
  const tally = tallyOf(summary)
  const failure = summary.getError()
  if (failure === undefined) return { tally }
  const { code, message } = decodeFailure(failure, 'E_UNEXPECTED')
  if (refusal?.code === code) return { tally, error: refusal }
  const known = code in CATALOGUE ? (code as ErrorCode) : 'E_UNEXPECTED'
  return { tally, error: new BlitError(known, message, decodeExit(failure)) }
}
