import {
  BlitError,
  displayPath,
  purgePlace,
  toBytes,
  type DeletePlan,
  type Endpoint,
  type FilterSpec,
  type RouteOutcome,
} from '@blit/core'
import {
  checkWirePath,
  decodeFilter,
  decodePlace,
  encodeFailure,
  MAX_PLAN_FILES,
  pb,
} from '@blit/remote/protocol'
import type { CallContext } from '../handlers.js'
import { agreedVersion } from '../protocol-version.js'
import type { Serving } from '../serving.js'

/** Failures in one answer; there may be more. */
const MAX_FAILURES = 1000

interface Target {
  readonly path: string
  readonly contentsOnly: boolean
}

/**
 * Deletes what is at a place, or in it, by the rules of S2 and S3: all of it is listed first, and nothing is deleted on
 * doubt. A module's root stays, whatever was asked for. A client of the first plan names paths instead.
 */
export async function answerPurge(
  request: pb.PurgeRequest,
  serving: Serving,
  { signal }: CallContext,
): Promise<pb.PurgeResponse> {
  agreedVersion(request.getProtocol())
  const { module, targets } = targetsOf(request)
  const filter = decodeFilter(request)
  return serving.within(module, 'change', signal, async ({ endpoint }) => {
    const purge = new Purge(endpoint, filter, request, signal)
    for (const target of targets) await purge.run(target)
    serving.options.metrics.failures(purge.failureCount)
    return purge.response()
  })
}

function targetsOf(request: pb.PurgeRequest): {
  readonly module: string
  readonly targets: readonly Target[]
} {
  const given = request.getPlace()
  if (given !== undefined) {
    const { module, path } = decodePlace(given)
    return { module, targets: [{ path, contentsOnly: request.getContentsOnly() || path === '' }] }
  }

  const paths = request.getPathsToDeleteList()
  if (paths.length === 0 || paths.length > MAX_PLAN_FILES)
    throw new BlitError('E_PROTOCOL', `a purge names a place, or 1 to ${MAX_PLAN_FILES} paths`)
  const targets = paths
    .map((text) => checkWirePath(Buffer.from(text)))
    .map((path) => ({ path, contentsOnly: path === '' }))
  return { module: request.getModule(), targets }
}

/** One call's deletions, added up. */
class Purge {
  private files = 0
  private others = 0
  private dirs = 0
  private bytes = 0
  private planned = 0
  private readonly sample: string[] = []
  private readonly failures: pb.Failure[] = []
  failureCount = 0
  private error: BlitError | undefined

  constructor(
    private readonly endpoint: Endpoint,
    private readonly filter: FilterSpec,
    private readonly request: pb.PurgeRequest,
    private readonly signal: AbortSignal,
  ) {}

  async run({ contentsOnly, path }: Target): Promise<void> {
    if (this.error !== undefined) return
    const { signal } = this
    const entry = await this.endpoint.stat(path, { signal, follow: path === '' })
    if (entry === undefined)
      throw new BlitError('E_SOURCE_MISSING', `there is no '${displayPath(path)}'`, { path })
    if (contentsOnly && entry.type !== 'directory')
      throw new BlitError('E_USAGE', `'${displayPath(path)}' is no directory but a ${entry.type}`, { path })
    const dryRun = this.request.getDryRun()
    const outcome = await purgePlace({
      endpoint: this.counting(),
      path,
      entry,
      contentsOnly,
      filter: this.filter,
      dryRun,
      reportActions: false,
      observer: {},
      confirmDeletes: async (plan) => this.confirm(plan),
      signal,
    })
    this.add(outcome)
  }

  response(): pb.PurgeResponse {
    const { error } = this
    const isRefusal = this.files + this.others + this.dirs === 0 && this.failureCount === 0
    if (error !== undefined && (isRefusal || error.code === 'E_UNREACHABLE')) throw error
    const response = new pb.PurgeResponse()
      .setFilesDeleted(this.files)
      .setOthersDeleted(this.others)
      .setDirsDeleted(this.dirs)
      .setBytesDeleted(this.bytes)
      .setEntries(this.planned)
      .setSampleList(this.sample.map((path) => toBytes(path)))
      .setFailuresList(this.failures)
    return error === undefined ? response : withError(response, error)
  }

  /** The endpoint, of which removals are counted: an outcome knows no bytes. */
  private counting(): Endpoint {
    const { endpoint } = this
    return Object.assign(Object.create(endpoint) as Endpoint, {
      remove: async (path: string, options: Parameters<Endpoint['remove']>[1]) => {
        await endpoint.remove(path, options)
        this.bytes += options.expect?.sizeBytes ?? 0
      },
    })
  }

  private confirm({ bytes, entries, sample }: DeletePlan): void {
    const { request } = this
    const total = this.planned + entries
    const isAgreed =
      (!request.hasAgreedEntries() || request.getAgreedEntries() === total) &&
      (!request.hasAgreedBytes() || request.getAgreedBytes() === bytes)
    if (!isAgreed)
      throw new BlitError(
        'E_CHANGED',
        'what is there has changed since it was looked at: nothing was deleted',
        {
          hint: 'run the same command again',
        },
      )
    if (request.hasMaxDelete() && total > request.getMaxDelete())
      throw new BlitError(
        'E_MAX_DELETE',
        `${total} entries would be deleted, --max-delete permits ${request.getMaxDelete()}`,
      )
    this.planned = total
    this.sample.push(...sample.slice(0, 20 - this.sample.length))
    if (request.getDryRun()) this.bytes += bytes
  }

  private add({ error, failures, tally }: RouteOutcome): void {
    this.files += tally.filesDeleted
    this.others += tally.othersDeleted
    this.dirs += tally.dirsDeleted
    this.failureCount += failures.length
    this.error = error
    const room = MAX_FAILURES - this.failures.length
    for (const failure of failures.slice(0, room)) this.failures.push(encodeFailure(failure))
  }
}

function withError(response: pb.PurgeResponse, error: BlitError): pb.PurgeResponse {
  const { code, exit, hint = '', message, path = '' } = error
  return response.setError(
    new pb.Failure().setCode(code).setMessage(message).setHint(hint).setPath(toBytes(path)).setExit(exit),
  )
}
