import type { Endpoint } from '../contract/endpoint.js'
import type { RouteOutcome, RouteSession, TransferJob } from '../contract/route.js'
import type { Location } from '../contract/transport.js'
import { BlitError } from '../errors/blit-error.js'
import { compileFilter, type Filter } from '../filters/filter.js'
import { Deletions } from '../generic/deletions.js'
import { DirectoryFinisher } from '../generic/directory-finisher.js'
import { settleTransfer } from '../generic/settle-transfer.js'
import { TransferState } from '../generic/transfer-state.js'
import { parseOperand } from '../location/operand.js'
import type { Entry } from '../model/entry.js'
import type { RouteName } from '../model/outcome.js'
import { DEFAULT_TRANSFER_OPTIONS } from '../model/transfer-options.js'
import { displayPath } from '../paths/display.js'
import { isInScope, type DeleteScope } from '../plan/delete-rules.js'
import { confirmDeletes, requireAnswer } from './confirm-deletes.js'
import type { OpenEndpoints } from './open-endpoints.js'
import type { OrchestratorDeps } from './orchestrator-deps.js'
import { lookAt } from './plan-sessions.js'
import { inDirectory } from './related-location.js'
import type { PurgeRequest } from './transfer-request.js'

/**
 * Removes a target, or with a trailing '/' what is in it: everything is listed first, the whole plan is confirmed once,
 * and then each entry goes only if it is still what was listed. A symlink is removed, never followed.
 */
export async function purgeTarget(
  deps: OrchestratorDeps,
  request: PurgeRequest,
  endpoints: OpenEndpoints,
): Promise<{ readonly outcome: RouteOutcome; readonly route: RouteName }> {
  const platform = deps.platform ?? process.platform
  const filter = compileFilter(request.filter)
  const location = parseOperand(request.target, { platform })
  const place = inDirectory(location, platform)
  const itself = await endpoints.open(location)
  const entry = await lookAt(itself, deps.signal, false, 'E_SOURCE_UNREADABLE', location)
  if (entry === undefined) throw refused('E_SOURCE_MISSING', location, 'there is nothing there')
  const contentsOnly = location.trailingSlash || place === undefined || itself.rootStays === true
  if (contentsOnly && entry.type !== 'directory') throw refused('E_USAGE', location, notDirectory(entry))
  if (entry.type === 'directory') await guardRoots(itself, location, endpoints, deps.signal)
  const rules = {
    operation: 'purge',
    target: request.target,
    dryRun: request.dryRun,
    maxDelete: request.maxDelete,
  } as const
  requireAnswer(deps, rules)

  const endpoint = contentsOnly ? itself : await endpoints.open(place.directory)
  const root = contentsOnly ? '' : place.name
  const state = new TransferState(
    sessionOf(deps, request, endpoint, (plan) => confirmDeletes(deps, rules, plan)),
  )
  const outcome = await settleTransfer(state, () => purge(state, filter, { entry, root, contentsOnly }))
  return {
    outcome: { ...outcome, dataPlane: 'none' },
    route: location.scheme === 'file' ? 'local' : 'generic',
  }
}

interface Target {
  readonly entry: Entry
  /** Its path at the endpoint. */
  readonly root: string
  readonly contentsOnly: boolean
}

async function purge(
  state: TransferState,
  filter: Filter,
  { contentsOnly, entry, root }: Target,
): Promise<void> {
  const job: TransferJob = { kind: 'tree', sourcePath: root, destinationPath: root, prefix: root }
  const scope = scopeOf(state, filter)
  const deletions = new Deletions(state, undefined, new DirectoryFinisher(state))
  if (contentsOnly) await addContents(state, deletions, job, scope)
  else deletions.add(job, { path: '', entry }, scope)
  await deletions.run(async () => {})
}

async function addContents(
  state: TransferState,
  deletions: Deletions,
  job: TransferJob,
  scope: DeleteScope,
): Promise<void> {
  const batches = state.destination.scan(job.destinationPath, { recursive: false, signal: state.signal })
  for await (const { entries, failure } of batches) {
    for (const entry of entries) {
      if (isInScope(entry.name, entry.type === 'directory', scope))
        deletions.add(job, { path: entry.name, entry }, scope)
    }

    if (failure === undefined) continue
    state.scanComplete = false
    state.fail('', new BlitError('E_SCAN', failure.message))
  }
}

/** Limits of size and age choose files; then directories are not what was asked for. */
function scopeOf(state: TransferState, filter: Filter): DeleteScope {
  const { maxSizeBytes, minSizeBytes, modifiedAfterNs, modifiedBeforeNs } = state.options.filter
  const hasLimits = [maxSizeBytes, minSizeBytes, modifiedAfterNs, modifiedBeforeNs].some(
    (limit) => limit !== undefined,
  )
  if (!hasLimits) return { filter, deleteExcluded: false }
  return { filter, deleteExcluded: false, keeps: (entry) => entry.type !== 'file' || filter.hidesFile(entry) }
}

function sessionOf(
  { observer, signal }: OrchestratorDeps,
  { dryRun, filter, reportActions }: PurgeRequest,
  endpoint: Endpoint,
  confirm: RouteSession['confirmDeletes'],
): RouteSession {
  const options = { ...DEFAULT_TRANSFER_OPTIONS, dryRun, filter, reportActions }
  const both = { source: endpoint, destination: endpoint }
  return { operation: 'mirror', ...both, jobs: [], options, observer, confirmDeletes: confirm, signal }
}

/** Nobody means the root of a file system, or the directory above. */
async function guardRoots(
  endpoint: Endpoint,
  location: Location,
  endpoints: OpenEndpoints,
  signal: AbortSignal,
): Promise<void> {
  if (location.scheme !== 'file') return
  const { path } = location
  if (/(?:^|[/\\])\.\.$/.test(path)) throw refused('E_USAGE', location, "it ends in '..'")
  if (/^(?:[A-Za-z]:)?[/\\]*$/.test(path))
    throw refused('E_USAGE', location, 'it is the root of a file system')
  const top = await endpoints.open({ scheme: 'file', path: '/', trailingSlash: true, text: '/' })
  const [here, root] = [
    await endpoint.features.identity?.('', { signal }),
    await top.features.identity?.('', { signal }),
  ]
  const isRoot = here?.self.some((name) => root?.self.includes(name)) === true
  if (isRoot) throw refused('E_USAGE', location, 'it is the root of a file system')
}

function notDirectory({ type }: Entry): string {
  return type === 'symlink'
    ? "it is a symlink; without the '/' it is the link that goes"
    : `it is no directory but a ${type}`
}

function refused(code: 'E_SOURCE_MISSING' | 'E_USAGE', { text }: Location, why: string): BlitError {
  const hint = code === 'E_USAGE' ? 'name the very thing that shall go' : undefined
  return new BlitError(code, `purge of '${displayPath(text)}' refused: ${why}`, { path: text, hint })
}
