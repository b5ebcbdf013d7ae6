import {
  ARCHIVE_PRESERVE,
  DEFAULT_TRANSFER_OPTIONS,
  type DeletePlan,
  type EndpointLimits,
  type Failure,
  type Operation,
  type RouteOutcome,
  type TransferAction,
  type TransferJob,
  type TransferOptions,
} from '@blit/core'

import { DiskEndpoint, runLocalTransfer } from '../../dist/index.js'

export interface TransferSetup {
  readonly options?: Partial<TransferOptions>
  /** Keep everything, like `--archive`. */
  readonly archive?: boolean
  readonly jobs?: readonly TransferJob[]
  readonly limits?: EndpointLimits
  readonly signal?: AbortSignal
  readonly confirmDeletes?: (plan: DeletePlan) => Promise<void>
  readonly onProgress?: () => void
}

export interface Transferred extends RouteOutcome {
  readonly actions: TransferAction[]
  readonly warnings: string[]
  /** What was asked before something was deleted. */
  readonly plans: DeletePlan[]
  /** Failed paths and their codes. */
  readonly failed: Record<string, string>
}

export const WHOLE_TREE: TransferJob = { kind: 'tree', sourcePath: '', destinationPath: '', prefix: '' }

/** One transfer by the engine, in this process. */
export async function transfer(
  operation: Operation,
  from: string,
  to: string,
  setup: TransferSetup = {},
): Promise<Transferred> {
  const { limits } = setup
  const source = new DiskEndpoint({ root: from, label: from })
  const destination = new DiskEndpoint({ root: to, label: to, ...(limits === undefined ? {} : { limits }) })
  const actions: TransferAction[] = []
  const warnings: string[] = []
  const plans: DeletePlan[] = []
  const options: TransferOptions = {
    ...DEFAULT_TRANSFER_OPTIONS,
    reportActions: true,
    ...(setup.archive === true ? { preserve: ARCHIVE_PRESERVE } : {}),
    ...setup.options,
  }
  try {
    const session = {
      operation,
      source,
      destination,
      options,
      jobs: setup.jobs ?? [WHOLE_TREE],
      signal: setup.signal ?? new AbortController().signal,
      observer: {
        progress: () => setup.onProgress?.(),
        actions: (some: readonly TransferAction[]) => void actions.push(...some),
        warning: (message: string, path?: string) => void warnings.push(`${path}: ${message}`),
      },
      async confirmDeletes(plan: DeletePlan) {
        plans.push(plan)
        await setup.confirmDeletes?.(plan)
      },
    }
    const outcome = await runLocalTransfer(session, source, destination)
    return { ...outcome, actions, warnings, plans, failed: byPath(outcome.failures) }
  } finally {
    await source.close()
    await destination.close()
  }
}

/** Failures as what is compared in tests. */
export function byPath(failures: readonly Failure[]): Record<string, string> {
  return Object.fromEntries(failures.map(({ path, code }) => [path, code]))
}
