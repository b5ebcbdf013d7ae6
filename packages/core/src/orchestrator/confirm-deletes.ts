import type { DeletePlan } from '../contract/route-outcome.js'
import { BlitError } from '../errors/blit-error.js'
import { interruption } from '../generic/transfer-state.js'
import type { DeleteQuestion, OrchestratorDeps } from './orchestrator-deps.js'

export interface DeleteRules {
  readonly operation: DeleteQuestion['operation']
  /** What the user wrote. */
  readonly target: string
  readonly dryRun: boolean
  readonly maxDelete?: number | undefined
}

/** Rejects with `E_DECLINED` where deletions will have to be confirmed and nobody can be asked. To be called before anything is touched. */
export function requireAnswer({ canAsk }: OrchestratorDeps, { dryRun, operation }: DeleteRules): void {
  if (dryRun || canAsk) return
  throw new BlitError('E_DECLINED', `${operation} deletes, and there is no terminal to ask on`)
}

/** Resolves when everything of the plan may be deleted; rejects with `E_MAX_DELETE` or `E_DECLINED`. A dry run is not asked about. */
export async function confirmDeletes(
  deps: OrchestratorDeps,
  rules: DeleteRules,
  plan: DeletePlan,
): Promise<void> {
  const { dryRun, maxDelete, operation, target } = rules
  if (maxDelete !== undefined && plan.entries > maxDelete) {
    throw new BlitError(
      'E_MAX_DELETE',
      `${plan.entries === 1 ? '1 entry' : `${plan.entries} entries`} would be deleted, --max-delete permits ${maxDelete}`,
      { path: target },
    )
  }

  if (dryRun) return
  const answer = await untilAborted(deps.confirm({ operation, target, plan }), deps.signal)
  if (answer === 'yes') return
  const why = answer === 'no' ? 'the question was answered no' : 'the question could not be asked'
  throw new BlitError('E_DECLINED', `nothing was deleted: ${why}`, { path: target })
}

/** The same promise, but rejects as soon as the signal fires. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  let stop = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(interruption(signal.reason))
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
