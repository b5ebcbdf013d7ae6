import type { Endpoint } from '../contract/endpoint.js'
import type { TransferObserver } from '../contract/observer.js'
import type { RouteSession, TransferJob } from '../contract/route.js'
import type { RouteOutcome } from '../contract/route-outcome.js'
import { BlitError } from '../errors/blit-error.js'
import { compileFilter, type Filter } from '../filters/filter.js'
import type { FilterSpec } from '../filters/filter-spec.js'
import { Deletions } from '../generic/deletions.js'
import { DirectoryFinisher } from '../generic/directory-finisher.js'
import { settleTransfer } from '../generic/settle-transfer.js'
import { TransferState } from '../generic/transfer-state.js'
import type { Entry } from '../model/entry.js'
import { DEFAULT_TRANSFER_OPTIONS } from '../model/transfer-options.js'
import { isInScope, type DeleteScope } from '../plan/delete-rules.js'

/** What is to be removed, and by which rules. */
export interface PlacePurge {
  readonly endpoint: Endpoint
  /** Of what goes, or is emptied, at the endpoint. */
  readonly path: string
  /** What was seen there. */
  readonly entry: Entry
  /** Only what is in it goes. */
  readonly contentsOnly: boolean
  readonly filter: FilterSpec
  readonly dryRun: boolean
  readonly reportActions: boolean
  readonly observer: TransferObserver
  /** See {@link RouteSession.confirmDeletes}. */
  readonly confirmDeletes: RouteSession['confirmDeletes']
  readonly signal: AbortSignal
}

/**
 * Removes what is at a place of an endpoint, or what is in it, by the rules of S2 and S3: everything is listed first, the
 * whole plan is confirmed once, and then each entry goes only if it is still what was listed. Rejects only on bugs, and with
 * `E_USAGE` for a bad filter.
 */
export async function purgePlace(purge: PlacePurge): Promise<RouteOutcome> {
  const filter = compileFilter(purge.filter)
  const state = new TransferState(sessionOf(purge))
  const outcome = await settleTransfer(state, async () => run(state, filter, purge))
  return { ...outcome, dataPlane: 'none' }
}

async function run(
  state: TransferState,
  filter: Filter,
  { contentsOnly, entry, path }: PlacePurge,
): Promise<void> {
  const job: TransferJob = { kind: 'tree', sourcePath: path, destinationPath: path, prefix: path }
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

function sessionOf(purge: PlacePurge): RouteSession {
  const { confirmDeletes, dryRun, endpoint, filter, observer, reportActions, signal } = purge
  const options = { ...DEFAULT_TRANSFER_OPTIONS, dryRun, filter, reportActions }
  const both = { source: endpoint, destination: endpoint }
  return { operation: 'mirror', ...both, jobs: [], options, observer, confirmDeletes, signal }
}
