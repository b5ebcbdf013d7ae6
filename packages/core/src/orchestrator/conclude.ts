import type { RouteOutcome } from '../contract/route-outcome.js'
import type { BlitError } from '../errors/blit-error.js'
import { EXIT, strongestExit } from '../errors/exit-codes.js'
import {
  EMPTY_TALLY,
  addTally,
  type DataPlane,
  type Failure,
  type RouteName,
  type Tally,
} from '../model/outcome.js'
import { reportError } from './error-report.js'
import type { TransferReport, TransferResult } from './transfer-result.js'

/** The outcome of several sessions, one after the other, as one. */
export function mergeOutcomes(outcomes: readonly RouteOutcome[]): RouteOutcome {
  const tally: Tally = { ...EMPTY_TALLY }
  for (const outcome of outcomes) addTally(tally, outcome.tally)
  const dataPlane =
    outcomes.map((outcome) => outcome.dataPlane).find((plane): plane is DataPlane => plane !== 'none') ??
    'none'
  const error = outcomes.find((outcome) => outcome.error !== undefined)?.error
  return {
    tally,
    failures: outcomes.flatMap((outcome) => outcome.failures),
    dataPlane,
    streams: Math.max(0, ...outcomes.map((outcome) => outcome.streams)),
    ...(error !== undefined && { error }),
  }
}

/** Counts of what was only looked at. */
const LOOKED_AT: ReadonlySet<string> = new Set<keyof Tally>(['filesScanned', 'filesSkipped'])

/** Whether an outcome says no more than its error: nothing was done, and no path failed. */
export function isBareRefusal({ error, failures, tally }: RouteOutcome): boolean {
  if (error === undefined || error.code === 'E_INTERRUPTED' || failures.length > 0) return false
  return Object.entries(tally).every(([name, count]) => count === 0 || LOOKED_AT.has(name))
}

/** What the report says beside the outcome. */
export interface ReportHead {
  readonly operation: TransferReport['operation']
  readonly sources: readonly string[]
  readonly destination: string
  readonly dryRun: boolean
  readonly route: RouteName
  readonly durationMs: number
}

/** The result of a transfer. Its keys are in the order of `CLI.md`. */
export function concludeTransfer(head: ReportHead, outcome: RouteOutcome): TransferResult {
  const { operation, sources, destination, dryRun, route, durationMs } = head
  const { dataPlane, error, failures, streams } = outcome
  const { othersDeleted, ...tally } = { ...EMPTY_TALLY, ...outcome.tally }
  const report: TransferReport = {
    operation,
    source: sources[0] ?? '',
    sources,
    destination,
    dryRun,
    route,
    dataPlane,
    streams,
    ...tally,
    durationMs,
    failures,
    ...(error !== undefined && { error: reportError(error) }),
  }
  return { report, othersDeleted, exit: exitOf(failures, error), ...(error !== undefined && { error }) }
}

function exitOf(failures: readonly Failure[], error: BlitError | undefined): number {
  const codes: number[] = failures.length > 0 ? [EXIT.partial] : [EXIT.ok]
  if (failures.some(({ code }) => code === 'E_DIFFER')) codes.push(EXIT.differ)
  if (failures.some(({ code }) => code === 'E_SOURCE_UNREADABLE')) codes.push(EXIT.source)
  if (error !== undefined) codes.push(error.exit)
  return strongestExit(codes)
}
