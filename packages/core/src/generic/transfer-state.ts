import type { Endpoint } from '../contract/endpoint.js'
import type { TransferAction } from '../contract/observer.js'
import type { RouteSession, TransferJob } from '../contract/route.js'
import { BlitError, isBlitError } from '../errors/blit-error.js'
import { compileFilter, type Filter } from '../filters/filter.js'
import { EMPTY_TALLY, type Failure, type Tally } from '../model/outcome.js'
import type { CompareRules, TransferOptions } from '../model/transfer-options.js'
import { joinPath } from '../paths/check-name.js'
import { displayPath } from '../paths/display.js'
import { Pacer } from './pacer.js'
import { ProgressMeter } from './progress-meter.js'
import { WorkPool } from './work-pool.js'

/** Things done side by side: enough to hide the latency of an endpoint, few enough for its handles. */
const IN_FLIGHT = 8

/** What all parts of one generic transfer share: what was asked for, what was counted, and how it stops. */
export class TransferState {
  readonly source: Endpoint
  readonly destination: Endpoint
  readonly options: TransferOptions
  /** The comparison's rules, with a window no finer than the times both sides can keep. */
  readonly compare: CompareRules
  readonly filter: Filter
  readonly tally: Tally = { ...EMPTY_TALLY }
  readonly failures: Failure[] = []
  readonly progress: ProgressMeter
  readonly pacer: Pacer
  readonly pool = new WorkPool(IN_FLIGHT)
  /** Fires when the user interrupts, and when nothing else can succeed. */
  readonly signal: AbortSignal
  /** False once a directory of either side could not be read in full. */
  scanComplete = true
  private readonly stopper = new AbortController()
  private stoppedBy: BlitError | undefined

  constructor(readonly session: RouteSession) {
    this.source = session.source
    this.destination = session.destination
    this.options = session.options
    this.compare = widened(session)
    this.filter = compileFilter(session.options.filter)
    this.progress = new ProgressMeter(session.observer, this.tally)
    this.pacer = new Pacer(session.options.bwlimitBytesPerSec)
    this.signal = AbortSignal.any([session.signal, this.stopper.signal])
  }

  get dryRun(): boolean {
    return this.options.dryRun
  }

  get isMove(): boolean {
    return this.session.operation === 'move'
  }

  /** Why the transfer ended early. */
  get error(): BlitError | undefined {
    if (this.session.signal.aborted) return interruption(this.session.signal.reason)
    return this.stoppedBy
  }

  /** Nothing else can succeed: what is under way is cancelled. */
  stop(error: BlitError): void {
    this.stoppedBy ??= error
    this.stopper.abort(error)
  }

  /** Refuses a part of the transfer, for example its deletions, while the rest goes on to its end. */
  refuse(error: BlitError): void {
    this.stoppedBy ??= error
  }

  /**
   * Something about one path went wrong: reported, and the transfer is stopped if nothing else can succeed. Cancelled
   * work is no failure.
   */
  fail(path: string, error: unknown): void {
    if (this.signal.aborted) return
    const known = isBlitError(error) ? error : unexpected(path, error)
    if (known.fatal && known.code !== 'E_UNEXPECTED') {
      this.stop(known)
      return
    }

    const failure = { path, code: known.code, message: known.message }
    this.failures.push(failure)
    this.session.observer.failure?.(failure)
  }

  warn(message: string, path: string): void {
    this.session.observer.warning?.(message, path)
  }

  action(kind: TransferAction['kind'], path: string, sizeBytes?: number): void {
    if (!this.options.reportActions) return
    this.progress.action(sizeBytes === undefined ? { kind, path } : { kind, path, sizeBytes })
  }

  /** A path of a job as the user shall see it. */
  label(job: TransferJob, path: string): string {
    return joinPath(job.prefix, path)
  }
}

/** Time stamps that one side cannot keep must not look different for ever. */
function widened({ options, source, destination }: RouteSession): CompareRules {
  const { compare } = options
  const windows = [
    compare.modifyWindowNs,
    source.limits.mtimeGrainNs - 1n,
    destination.limits.mtimeGrainNs - 1n,
  ]
  return { ...compare, modifyWindowNs: windows.reduce((a, b) => (a > b ? a : b)) }
}

/** An error that is no `BlitError` is a defect of an endpoint; it spoils the path it came with and no other. */
function unexpected(path: string, error: unknown): BlitError {
  const why = error instanceof Error ? error.message : String(error)
  return new BlitError('E_UNEXPECTED', `${displayPath(path)}: ${displayPath(why)}`, { path, cause: error })
}

/** The error for a fired signal. */
export function interruption(reason: unknown): BlitError {
  return isBlitError(reason) ? reason : new BlitError('E_INTERRUPTED', 'interrupted', { cause: reason })
}
