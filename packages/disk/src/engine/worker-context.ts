import {
  BlitError,
  CATALOGUE,
  compileFilter,
  displayPath,
  isBlitError,
  joinPath,
  type Entry,
  type Failure,
  type Filter,
  type TransferAction,
} from '@blit/core'
import { loadNative, type Native } from '@blit/native'

import type { DirectoryAccess } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { errnoOf, errorOf, type Side } from '../directory/failure-of.js'
import type { Xattrs } from '../metadata/extended-attributes.js'
import { appendToSessionFile, createSessionFile } from '../session/session-file.js'
import { tempName } from '../session/session-names.js'
import type { FileWork, FromWorker, Report, Task, WorkerJob, WorkerSetup } from './messages.js'
import { SharedState, SLOT, type Counter } from './shared-state.js'

/** Reports are sent when they hold this much. */
const REPORT_EVERY = 256
/** Content of many small files, read in one directory and written in another. */
export const BATCH_BYTES = 4 * 1024 * 1024

/** Where content comes from that is not read here: files are asked for, and land later. */
export interface ContentRequests {
  readonly request: (
    where: { readonly job: number; readonly path: string },
    files: readonly FileWork[],
  ) => void
  /** In a move: this needs no content any more, so that the source may let it go. */
  readonly landed: (entry: Entry) => void
  /** The source's extended attributes; undefined where they are not known. */
  readonly xattrs: (entry: Entry) => Xattrs | undefined
}

/** What the code of one worker shares: who it is, its handles and buffers, and how it says things. */
export class WorkerContext {
  /** Runs in the main thread, where only little may be done. */
  readonly inline: boolean
  readonly shared: SharedState
  readonly source: DirectoryChain
  readonly destination: DirectoryChain
  /** Of the destination, too: it goes deep while the engine holds on to where it is. */
  readonly extras: DirectoryChain
  /** Of the source, and never through a link. */
  readonly unfollowed: DirectoryChain
  readonly filter: Filter
  readonly native: Native | undefined
  /** Work found and not yet done, last in first out. */
  readonly stack: Task[] = []
  /** What a move has landed by copying, to be removed from the source at the end. */
  readonly moved: Array<{ readonly job: number; readonly path: string; readonly entry: Entry }> = []
  /** A directory of this worker could not be read in full. */
  incomplete = false
  /** How many things of a move this worker has landed. */
  landed = 0
  /** How many failures this worker has reported. */
  failures = 0
  /** Set where the source is not on this machine. */
  content: ContentRequests | undefined
  private readonly counters: Float64Array
  private batch: Buffer | undefined
  private report = emptyReport()
  private reported = 0
  private temps = 0
  private journaled: string | undefined

  constructor(
    readonly setup: WorkerSetup,
    readonly access: DirectoryAccess,
    private readonly post: (message: FromWorker) => void,
    inline = false,
  ) {
    this.inline = inline
    this.shared = new SharedState(setup.shared, setup.workers)
    this.counters = this.shared.countersOf(setup.index)
    this.source = new DirectoryChain(setup.source, access, setup.options.copyLinks)
    this.destination = new DirectoryChain(setup.destination, access)
    this.extras = new DirectoryChain(setup.destination, access)
    this.unfollowed = new DirectoryChain(setup.source, access)
    this.filter = compileFilter(setup.options.filter)
    this.native = loadNative()
  }

  get options(): WorkerSetup['options'] {
    return this.setup.options
  }

  get cancelled(): boolean {
    return this.shared.cancelled
  }

  /** For long work on one file: throws when the transfer was cancelled. */
  throwIfCancelled(): void {
    if (this.cancelled) throw new BlitError('E_INTERRUPTED', 'interrupted')
  }

  /** This is a move within one file system. */
  get renames(): boolean {
    return this.setup.canRename
  }

  job(index: number): WorkerJob {
    const job = this.setup.jobs[index]
    if (job === undefined) throw new RangeError(`no job ${index}`)
    return job
  }

  /** Path of something in a job, as the user shall see it. */
  label(job: number, path: string): string {
    return joinPath(this.job(job).prefix, path)
  }

  /** The label of what is at `path` below the destination's root. */
  labelOfPlace(path: string): string {
    const job = this.setup.jobs.find(
      ({ destination }) => destination !== '' && (path === destination || path.startsWith(`${destination}/`)),
    )
    return job === undefined ? path : joinPath(job.prefix, path.slice(job.destination.length + 1))
  }

  shown(label: string): string {
    return label === '' ? '.' : displayPath(label)
  }

  count(counter: Counter, by = 1): void {
    const slot = SLOT[counter]
    this.counters[slot] = (this.counters[slot] ?? 0) + by
  }

  /** The buffer for batches; its content is valid until the next use. */
  get buffer(): Buffer {
    this.batch ??= Buffer.allocUnsafeSlow(BATCH_BYTES)
    return this.batch
  }

  /**
   * A name for something unfinished in `directory` (relative to the destination's root), after it was written down.
   */
  temp(directory: string): string {
    if (this.journaled !== directory) {
      this.journaled = directory
      appendToSessionFile(this.sessionFd(), {
        kind: 'directory',
        path: joinPath(this.setup.home.prefix, directory),
      })
    }

    return tempName(this.setup.sessionId, this.nextTemp())
  }

  /** A number that no other temp of this session has. */
  nextTemp(): number {
    return this.temps++ * this.setup.workers + this.setup.index
  }

  /** Writes down that `temp` becomes `path`, so that the next run can go on with it. */
  journalLarge(path: string, temp: string): void {
    appendToSessionFile(this.sessionFd(), {
      kind: 'large',
      path: joinPath(this.setup.home.prefix, path),
      temp,
    })
  }

  private sessionFd(): number {
    return this.shared.sessionFd(() => {
      try {
        return createSessionFile(this.setup.home.directory, this.setup.sessionId, this.access, this.native)
      } catch (error) {
        const { code, message } = errorOf(error, this.setup.destination.path, 'destination')
        // Nothing can be landed then.
        throw new BlitError(code === 'E_WRITE' ? 'E_DESTINATION' : code, message, {
          path: this.setup.destination.path,
          cause: error,
        })
      }
    })
  }

  /** Something about one path went wrong: reported, and the transfer stopped if nothing else can succeed. */
  fail(label: string, error: unknown, side: Side): void {
    const known = errorOf(error, label, side)
    // Thrown where the path was not known.
    if (known.path === undefined) {
      const { retry, fatal, cause } = known
      const message = `${this.shown(label)}: ${known.message}`
      this.failWith(
        new BlitError(known.code, message, { path: label, hint: known.hint, retry, fatal, cause }),
        label,
      )
    } else this.failWith(known, label)
  }

  /** Whether the same may succeed now. */
  isRetryable(error: unknown): boolean {
    return isBlitError(error) ? error.retry : errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ESTALE'
  }

  failWith(error: BlitError, label: string): void {
    if (error.fatal && CATALOGUE[error.code].fatal === true) {
      this.failures++
      this.report = {
        ...this.report,
        fatal: { code: error.code, message: error.message, path: error.path ?? label },
      }
      // Said before others see that they are to stop.
      this.flush()
      this.shared.cancel('failed')
      return
    }

    this.addFailure({ path: label, code: error.code, message: error.message })
  }

  addFailure(failure: Failure): void {
    this.failures++
    ;(this.report.failures as Failure[]).push(failure)
    this.flushIfFull()
  }

  warn(message: string, path: string): void {
    ;(this.report.warnings as Array<{ message: string; path: string }>).push({ message, path })
    this.flushIfFull()
  }

  action(kind: TransferAction['kind'], path: string, sizeBytes?: number): void {
    if (!this.options.reportActions) return
    const action = sizeBytes === undefined ? { kind, path } : { kind, path, sizeBytes }
    ;(this.report.actions as TransferAction[]).push(action)
    this.flushIfFull()
  }

  noteResumable(path: string, temp: string, kept: boolean): void {
    ;(this.report.resumable as Array<{ path: string; temp: string; kept: boolean }>).push({
      path,
      temp,
      kept,
    })
  }

  /** Something was landed; a move will remove it from the source. */
  recordLanded(job: number, path: string, entry: Entry): void {
    if (this.setup.operation !== 'move') return
    this.landed++
    if (this.content !== undefined) this.content.landed(entry)
    else if (!this.options.dryRun) this.moved.push({ job, path, entry })
    else if (!this.isBehindLink(job, path)) {
      this.count('sourcesRemoved')
      this.action('remove-source', this.label(job, joinPath(path, entry.name)))
    }
  }

  /** Whether a directory of the source was reached through a link (`-L`): what is in it is not part of the source. */
  isBehindLink(job: number, path: string): boolean {
    if (!this.options.copyLinks) return false
    try {
      this.unfollowed.open(joinPath(this.job(job).source, path))
      return false
    } catch (error) {
      if (['ELOOP', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return true
      throw error
    }
  }

  /** Names what is in work; sent with the next report. */
  working(path: string): void {
    this.report = { ...this.report, current: path }
    this.flush()
  }

  say(message: FromWorker): void {
    this.post(message)
  }

  flush(): void {
    this.post({ type: 'report', report: this.report })
    this.report = emptyReport()
    this.reported = 0
  }

  /** Gives all the rest away, if this is the main thread and `task` is more than a little. */
  handOver(task: Task, isMuch: boolean): boolean {
    if (!this.inline || !isMuch) return false
    this.say({ type: 'donate', tasks: [...this.stack.splice(0), task] })
    return true
  }

  /** What this worker has scanned so far. */
  get scanned(): number {
    return this.counters[SLOT.filesScanned] ?? 0
  }

  /** Gives what other workers wait for: half of the oldest work, which tends to be the largest. */
  donate(): void {
    if (this.stack.length < 2 || this.shared.hungry <= 0) return
    this.say({ type: 'donate', tasks: this.stack.splice(0, this.stack.length >> 1) })
  }

  private flushIfFull(): void {
    if (++this.reported >= REPORT_EVERY) this.flush()
  }

  close(): void {
    this.source.close()
    this.unfollowed.close()
    this.destination.close()
    this.extras.close()
  }
}

function emptyReport(): Report {
  return { failures: [], warnings: [], actions: [], resumable: [] }
}
