import type { Route, RouteSession } from '../contract/route.js'
import type { RouteOutcome } from '../contract/route-outcome.js'
import { compileFilter } from '../filters/filter.js'
import { backupPathOf } from '../generic/backup.js'
import { genericRoute } from '../generic/generic-route.js'
import { interruption } from '../generic/transfer-state.js'
import type { RouteName } from '../model/outcome.js'
import type { TransferOptions } from '../model/transfer-options.js'
import { Anticipation } from './anticipation.js'
import { concludeTransfer, isBareRefusal, mergeOutcomes } from './conclude.js'
import { confirmDeletes, requireAnswer } from './confirm-deletes.js'
import { guardBackup } from './guard-backup.js'
import { guardMerging } from './guard-merging.js'
import { guardOverlap } from './guard-overlap.js'
import { MadeDirectories } from './made-directories.js'
import { OpenEndpoints } from './open-endpoints.js'
import type { OrchestratorDeps } from './orchestrator-deps.js'
import {
  lookAtOperands,
  planSessions,
  type Operands,
  type PlanContext,
  type PlannedSession,
  type PlannedTransfer,
} from './plan-sessions.js'
import { purgeTarget } from './purge-target.js'
import { RunProgress } from './run-progress.js'
import type { PurgeRequest, TransferRequest } from './transfer-request.js'
import type { TransferResult } from './transfer-result.js'

/** One pipeline for every verb and every pair of endpoints. */
export class TransferOrchestrator {
  constructor(private readonly deps: OrchestratorDeps) {}

  /**
   * Copies, mirrors or moves. Rejects with a `BlitError` when it is refused before anything was touched;
   * whatever happens later is in the result, and so is what was done until then.
   */
  async transfer(request: TransferRequest): Promise<TransferResult> {
    return this.withEndpoints(request.insecure, async (endpoints) => {
      const startMs = performance.now()
      const { deps } = this
      const { operation, options } = request
      compileFilter(options.filter)
      const platform = deps.platform ?? process.platform
      const context = { request, endpoints, platform, signal: deps.signal }
      const operands = await lookAtOperands(context)
      const anticipation = await Anticipation.begin(deps.registry, context, operands)
      const { outcome, route } = await this.perform(context, operands, anticipation).finally(() =>
        anticipation.close(),
      )
      if (outcome.error !== undefined && isBareRefusal(outcome)) throw outcome.error
      const { destination, sources } = request
      const durationMs = Math.round(performance.now() - startMs)
      return concludeTransfer(
        { operation, sources, destination, dryRun: options.dryRun, route, durationMs },
        outcome,
      )
    })
  }

  /** Removes a target, or what is in it. Rejects by the same rule as `transfer`. */
  async purge(request: PurgeRequest): Promise<TransferResult> {
    return this.withEndpoints(request.insecure, async (endpoints) => {
      const startMs = performance.now()
      const { outcome, route } = await purgeTarget(this.deps, request, endpoints)
      if (outcome.error !== undefined && isBareRefusal(outcome)) throw outcome.error
      const durationMs = Math.round(performance.now() - startMs)
      const { dryRun, target } = request
      return concludeTransfer(
        { operation: 'purge', sources: [target], destination: '', dryRun, route, durationMs },
        outcome,
      )
    })
  }

  private async perform(
    context: PlanContext,
    operands: Operands,
    anticipation: Anticipation,
  ): Promise<{ readonly outcome: RouteOutcome; readonly route: RouteName }> {
    const { deps } = this
    const { request, signal } = context
    const { operation, options } = request
    const planned = await planSessions(context, operands)
    await guardOverlap(operation, planned.sessions, signal)
    await guardBackup(planned.sessions, options, signal)
    const plan = await guardMerging(planned, options, signal)
    const rules = {
      operation: 'mirror',
      target: request.destination,
      dryRun: options.dryRun,
      maxDelete: options.maxDelete,
    } as const
    if (operation === 'mirror') requireAnswer(deps, rules)
    return this.run(request, plan, anticipation, (deletes) => confirmDeletes(deps, rules, deletes))
  }

  /** One session after the other. After an error nothing else is begun. */
  private async run(
    request: TransferRequest,
    plan: PlannedTransfer,
    anticipation: Anticipation,
    confirm: RouteSession['confirmDeletes'],
  ): Promise<{ readonly outcome: RouteOutcome; readonly route: RouteName }> {
    const { observer, signal } = this.deps
    const { operation, options } = request
    const routes = await Promise.all(plan.sessions.map((session) => this.routeOf(session)))
    if (routes.includes(genericRoute)) backupPathOf(options.backupDir)
    for (const failure of plan.failures) observer.failure?.(failure)
    const outcomes: RouteOutcome[] = []
    const progress = new RunProgress(observer, plan.sessions.length)
    const made =
      options.dryRun && plan.sessions.length > 1 ? new MadeDirectories(progress.observer) : undefined
    for (const [i, session] of plan.sessions.entries()) {
      const route = routes[i] ?? genericRoute
      const { destination, jobs, source } = session
      const common = { operation, observer: progress.observer, signal, confirmDeletes: confirm }
      const headStart = anticipation.for(route, session)
      const outcome = await route.run({
        ...common,
        ...(headStart !== undefined && { headStart }),
        ...made?.forNext(options.reportActions),
        options: {
          ...optionsOf(session, options),
          reportActions: options.reportActions || made !== undefined,
        },
        source,
        destination,
        jobs,
      })
      outcomes.push(ofOperands(session, outcome))
      if (outcome.error !== undefined) break
      progress.end(outcome.tally)
    }

    if (outcomes.every(({ error }) => error === undefined)) progress.finish()
    const merged = mergeOutcomes(outcomes)
    const outcome = { ...merged, failures: [...plan.failures, ...merged.failures] }
    return { outcome, route: routes[0]?.name ?? 'generic' }
  }

  private async routeOf({ destination, source }: PlannedSession): Promise<Route> {
    return (await this.deps.registry.route(source.scheme, destination.scheme)) ?? genericRoute
  }

  private async withEndpoints<T>(
    insecure: boolean,
    work: (endpoints: OpenEndpoints) => Promise<T>,
  ): Promise<T> {
    const { observer, registry, signal } = this.deps
    const warn = (message: string): void => observer.warning?.(message)
    const endpoints = new OpenEndpoints(registry, { signal, insecure, warn })
    try {
      signal.throwIfAborted()
      return await work(endpoints)
    } catch (error) {
      throw signal.aborted ? interruption(signal.reason) : error
    } finally {
      await endpoints.close()
    }
  }
}

function optionsOf({ hiddenPaths }: PlannedSession, options: TransferOptions): TransferOptions {
  if (hiddenPaths === undefined || hiddenPaths.size === 0) return options
  return { ...options, filter: { ...options.filter, hiddenPaths } }
}

/** A single file that cannot be read is a source that cannot be read, not one failure among many. */
function ofOperands({ jobs }: PlannedSession, outcome: RouteOutcome): RouteOutcome {
  if (jobs.some(({ kind }) => kind === 'tree')) return outcome
  const failures = outcome.failures.map((failure) =>
    failure.code === 'E_READ' ? { ...failure, code: 'E_SOURCE_UNREADABLE' as const } : failure,
  )
  return { ...outcome, failures }
}
