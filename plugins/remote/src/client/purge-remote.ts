import {
  BlitError,
  CATALOGUE,
  displayPath,
  EMPTY_TALLY,
  fromBytes,
  isBlitError,
  joinPath,
  type DeletePlan,
  type EndpointPurge,
  type ErrorCode,
  type Failure,
  type RouteOutcome,
} from '@blit/core'
import { BlitService, decodeExit, decodeFailure, encodeFilter, pb, safeNumber } from '../protocol/index.js'
import { ownProtocol } from './greet.js'
import type { RemotePlace } from './remote-place.js'

/**
 * A purge that the daemon makes: first it says what would go; when that was agreed to, it goes, if it is still just that.
 */
export async function purgeRemote(
  place: RemotePlace,
  path: string,
  purge: EndpointPurge,
): Promise<RouteOutcome> {
  const { confirmDeletes, dryRun, observer, signal } = purge
  const labels = new Labels(place, path)
  try {
    const looked = await ask(place, path, purge, undefined)
    const plan = labels.plan(looked)
    const error = labels.error(looked)
    if (error === undefined && plan.entries > 0) await confirmDeletes(plan)
    const isDone = dryRun || error !== undefined || plan.entries === 0
    const answer = isDone ? looked : await ask(place, path, purge, plan)
    const outcome = labels.outcome(answer)
    // What was only looked at is still there.
    if (isDone && !dryRun) Object.assign(outcome, { tally: { ...EMPTY_TALLY } })
    for (const failure of outcome.failures) observer.failure?.(failure)
    return outcome
  } catch (error) {
    if (!isBlitError(error)) throw error
    const reason = signal.aborted && isBlitError(signal.reason) ? signal.reason : error
    return { tally: { ...EMPTY_TALLY }, failures: [], dataPlane: 'none', streams: 0, error: reason }
  }
}

/** With a plan it happens, else it is only looked at. */
async function ask(
  place: RemotePlace,
  path: string,
  { contentsOnly, filter, signal }: EndpointPurge,
  agreed: DeletePlan | undefined,
): Promise<pb.PurgeResponse> {
  const request = new pb.PurgeRequest()
    .setProtocol(ownProtocol())
    .setPlace(place.at(path))
    .setContentsOnly(contentsOnly)
    .setDryRun(agreed === undefined)
  encodeFilter(filter, request)
  if (agreed !== undefined) request.setAgreedEntries(agreed.entries).setAgreedBytes(agreed.bytes)
  return place.ask(BlitService.purge, request, { signal })
}

/** A daemon names paths beneath the module's root; here they are relative to the endpoint's. */
class Labels {
  private readonly there: string

  constructor(
    place: RemotePlace,
    private readonly path: string,
  ) {
    this.there = fromBytes(place.bytesOf(path))
  }

  plan(answer: pb.PurgeResponse): DeletePlan {
    const sample = answer.getSampleList_asU8().map((bytes) => this.here(fromBytes(bytes)))
    return { entries: safeNumber(answer.getEntries()), bytes: safeNumber(answer.getBytesDeleted()), sample }
  }

  error(answer: pb.PurgeResponse): BlitError | undefined {
    const said = answer.getError()
    if (said === undefined) return undefined
    const { code, message } = this.failure(said)
    const known = code in CATALOGUE ? (code as ErrorCode) : 'E_UNEXPECTED'
    return new BlitError(known, message, decodeExit(said))
  }

  outcome(answer: pb.PurgeResponse): RouteOutcome {
    const error = this.error(answer)
    return {
      tally: {
        ...EMPTY_TALLY,
        filesDeleted: safeNumber(answer.getFilesDeleted()),
        othersDeleted: safeNumber(answer.getOthersDeleted()),
        dirsDeleted: safeNumber(answer.getDirsDeleted()),
      },
      failures: answer.getFailuresList().map((failure) => this.failure(failure)),
      dataPlane: 'none',
      streams: 0,
      ...(error !== undefined && { error }),
    }
  }

  private failure(sent: pb.Failure): Failure {
    const failure = decodeFailure(sent, 'E_DELETE')
    const path = this.here(failure.path)
    const was = `${displayPath(failure.path)}:`
    const message = failure.message.startsWith(was)
      ? `${displayPath(path)}:${failure.message.slice(was.length)}`
      : failure.message
    return { path, code: failure.code, message }
  }

  private here(path: string): string {
    if (path === this.there) return this.path
    const above = this.there === '' ? '' : `${this.there}/`
    return path.startsWith(above) ? joinPath(this.path, path.slice(above.length)) : path
  }
}
