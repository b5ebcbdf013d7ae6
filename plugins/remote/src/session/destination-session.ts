/**
 * The destination of a session, whichever end is the daemon; the main thread's part.
 *
 * 1. Entries come over the control plane. Each batch goes to the threads that receive, then to the thread with the tree,
 *    which compares it; what that needs is asked for. So no byte can come before who is to land it knows where.
 * 2. Threads that receive are started by the connections that are attached, one each.
 * 3. When the manifest is complete and everything asked for has come or failed, when each stream has ended with right
 *    counts and the source has named those streams: hard links, deletes, attributes of directories.
 * 4. In a move everything is synced to disk, and the source is told what it may let go.
 * 5. Whatever goes wrong ends it: threads are woken, temps removed, and the error is in the outcome.
 */
import {
  addTally,
  BlitError,
  CATALOGUE,
  EMPTY_TALLY,
  isBlitError,
  toBytes,
  type DeletePlan,
  type EndpointLimits,
  type Entry,
  type ErrorCode,
  type Failure,
  type Operation,
  type Tally,
  type TransferObserver,
  type TransferOptions,
} from '@blit/core'
import {
  IncomingTransfer,
  PieceMap,
  XattrTable,
  type BackupPlace,
  type IncomingNeed,
  type IncomingPlace,
  type IncomingReport,
  type Xattrs,
} from '@blit/disk/incoming'
import { loadNative } from '@blit/native'

import type { DataConnection } from '../data-plane/index.js'
import type { HashSeeds } from '../data-plane/stream.js'
import { decodeFailure, pb } from '../protocol/index.js'
import { MAX_NEEDED } from '../protocol/limits.js'
import { protocolError } from '../protocol/protocol-error.js'
import type { DestinationLink } from './destination-link.js'
import { decodeEntryBatch } from './entry-batch.js'
import { HeldNeeds } from './held-needs.js'
import { DestinationStreams } from './destination-streams.js'
import { Passes } from './passes.js'
import { progressPhase } from './progress-phase.js'
import { REDIAL_MS } from './redial.js'
import { renameColumns } from './rename-columns.js'
import { removeFromSource } from './remove-from-source.js'
import { SessionThread } from '#threads'
import { fromThread } from './thread-error.js'
import type { Feed, FromTree, ToTree, TreeThreadData } from './thread-messages.js'
import { XattrsAhead } from './xattr-messages.js'

export interface DestinationOptions {
  /** Where the transfer's root is, or is to be made; what is open there stays open, and its caller's. */
  readonly place: IncomingPlace
  /** Whether the root is there; `absent` in a dry run that would make it. */
  readonly state: 'absent' | 'present' | 'unmade'
  /** Names of single things that have another in the source. */
  readonly landAs?: ReadonlyMap<string, string>
  /** What its root is to be like; undefined where it keeps its own attributes. */
  readonly root: Entry | undefined
  /** Extended attributes of the root, likewise. */
  readonly rootXattrs?: Xattrs | undefined
  readonly operation: Operation
  readonly options: TransferOptions
  /** Where what is replaced and deleted goes; stays open, and its caller's. */
  readonly backup?: BackupPlace | undefined
  readonly limits: EndpointLimits
  /** Of all hashes in the session. */
  readonly seeds: HashSeeds
  /** Frames must have hashes. */
  readonly hashed: boolean
  /** With `hashed`: they may all the same come without. */
  readonly hashesOptional?: boolean
  /** What an index in a frame means, where it is not that of an entry. */
  readonly indices?: Uint32Array
  /** Directories of the manifest are only on the way to files: nothing is said of them. */
  readonly keepsDirectories?: boolean
  readonly maxStreams: number
  /** Files that are asked for and have not come, at most. */
  readonly maxNeeded?: number
  readonly observer: TransferObserver
  /** Called once, when the first byte is needed: data connections will be attached then. */
  readonly openStreams: () => Promise<void>
  /** Dials another data connection for a stream whose own broke, where this end dials. */
  readonly redial?: (stream: number) => Promise<DataConnection>
  /** How long the other end may take for that; 0: a connection that breaks ends the session. */
  readonly redialMs?: number
  /** Rejects where nothing may be deleted; undefined: the source is asked. */
  readonly confirmDeletes: ((plan: DeletePlan) => Promise<void>) | undefined
  readonly signal: AbortSignal
}

export interface DestinationOutcome {
  readonly tally: Tally
  readonly failures: readonly Failure[]
  readonly streams: number
  readonly error?: BlitError
}

type TreeAnswer = Extract<FromTree, { readonly kind: 'answer' }>

/** Batches on their way to the tree, at most: bounds memory, and lets the source feel it. */
const BATCHES_IN_WORK = 4
const PROGRESS_MS = 200

export class DestinationSession {
  private readonly transfer: IncomingTransfer
  private readonly tree: SessionThread<ToTree, TreeAnswer>
  private readonly streams: DestinationStreams
  private readonly failures: Failure[] = []
  private readonly needed: number[] = []
  private readonly comparing = new Set<Promise<void>>()
  /** Who waits for something to land. */
  private readonly onSettled: Array<() => void> = []
  /** What is hashed before it is asked for. */
  private readonly holding = new Set<Promise<void>>()
  private readonly held: HeldNeeds
  private readonly xattrs = new XattrsAhead()
  private entries = 0
  private directories = 0
  private scanComplete: boolean | undefined
  /** Everything listed so far was compared, and asked for where it is needed. */
  private allAsked = false
  private readonly passes: Passes
  private streamsAsked = false
  private link: DestinationLink | undefined
  private error: BlitError | undefined
  /** What a thread ended with that was told to stop. */
  private interruption: BlitError | undefined
  private readonly broken: Promise<never>
  private breakWith: (error: BlitError) => void = () => {}

  constructor(private readonly options: DestinationOptions) {
    const { keepsDirectories = false, limits, maxStreams, operation, place, root, state } = options
    this.broken = new Promise((_, reject) => (this.breakWith = reject))
    this.broken.catch(() => {})
    this.transfer = new IncomingTransfer({
      place,
      backup: options.backup,
      operation,
      options: operation === 'move' ? carefulOptions(options.options) : options.options,
      limits,
      // Each stream may be gone on with in another thread.
      threads: 2 * maxStreams + 1,
      keepsDirectories,
      isPlainRoot: root === undefined,
    })
    this.streams = new DestinationStreams({
      count: maxStreams,
      setup: (thread) => this.transfer.setup(thread),
      seeds: options.seeds,
      hashed: options.hashed,
      hashesOptional: options.hashesOptional ?? false,
      indices: options.indices,
      redial: options.redial,
      redialMs: options.redialMs ?? REDIAL_MS,
      onReport: (report) => this.takeReport(report),
      onLost: (stream, frames) => this.lost(stream, frames),
      onError: (error) => this.stop(error),
    })
    this.passes = new Passes(this.transfer.states, options.options.retries)
    this.held = new HeldNeeds(this.transfer.setup(0), this.options.seeds)
    const data: TreeThreadData = {
      setup: this.transfer.setup(0),
      root,
      rootXattrs: this.options.rootXattrs,
      state: state === 'unmade' ? 'fresh' : state,
    }
    this.tree = new SessionThread(new URL('tree-thread.js', import.meta.url), data, (message) =>
      this.hearTree(message as FromTree),
    )
  }

  /** Everything, to the end. Rejects only on bugs: what went wrong is in the outcome. */
  async run(link: DestinationLink): Promise<DestinationOutcome> {
    const { signal } = this.options
    this.link = link
    const onAbort = (): void => this.stop(reasonOf(signal))
    signal.addEventListener('abort', onAbort, { once: true })
    const timer = setInterval(() => this.showProgress(), PROGRESS_MS)
    try {
      if (signal.aborted) onAbort()
      await Promise.race([this.converse(link), this.broken])
      await Promise.race([this.finish(link), this.broken])
      this.showProgress()
    } catch (error) {
      this.stop(error)
    } finally {
      signal.removeEventListener('abort', onAbort)
      await this.close()
      clearInterval(timer)
    }

    this.error ??= this.interruption

    const { tally } = this.transfer.progress
    const total = { ...EMPTY_TALLY }
    addTally(total, tally)
    return {
      tally: total,
      failures: this.failures,
      streams: this.streams.numbers.length,
      ...(this.error === undefined ? {} : { error: this.error }),
    }
  }

  /**
   * Takes a data connection over: a thread receives what comes on it. One whose number is the count of streams or more goes on
   * where the stream of that many less was. What is not expected is closed.
   */
  attach(number: number, connection: DataConnection): void {
    this.streams.attach(number, connection)
  }

  /** Of what is known to be needed: what has come, and all. */
  get bytes(): { readonly done: number; readonly total: number } {
    const { bytesDone, bytesTotal } = this.transfer.progress
    return { done: bytesDone, total: bytesTotal }
  }

  /** Resolves when a stream that was attached has ended, or failed. */
  async streamEnded(number: number): Promise<void> {
    await this.streams.settled(number)
  }

  /** Whether everything that was asked for has come, or will not. */
  get isServed(): boolean {
    return !this.needed.some((index) => this.transfer.states.isOpen(index))
  }

  private wakeNeeds(): void {
    for (const go of this.onSettled.splice(0)) go()
  }

  private showProgress(): void {
    this.wakeNeeds()
    const progress = { ...this.transfer.progress, totalKnown: this.allAsked }
    this.options.observer.progress?.({ ...progress, phase: progressPhase(progress) })
  }

  private async converse(link: DestinationLink): Promise<void> {
    for (let message = await link.receive(); message !== undefined; message = await link.receive()) {
      if (await this.hear(message, link)) return
    }

    // A call that is cancelled may end like one that is over: what has come of large files is kept for the next run.
    throw new BlitError('E_UNREACHABLE', 'the other side ended before its data was done')
  }

  /** True after the last message before the end. */
  private async hear(message: pb.SourceMessage, link: DestinationLink): Promise<boolean> {
    const { PayloadCase } = pb.SourceMessage
    switch (message.getPayloadCase()) {
      case PayloadCase.ENTRIES: {
        await this.takeBatch(message.getEntries() as pb.EntryBatch, link)
        return false
      }

      case PayloadCase.MANIFEST_COMPLETE: {
        await this.completeManifest(message.getManifestComplete() as pb.ManifestComplete, link)
        return false
      }

      case PayloadCase.FAILURES: {
        this.takeSourceFailures(message)
        return false
      }

      case PayloadCase.DATA_DONE: {
        await this.checkStreams(message.getDataDone()?.getStreamsList() ?? [])
        return true
      }

      default: {
        throw protocolError('a message that is not understood, or not expected now')
      }
    }
  }

  private async takeBatch(message: pb.EntryBatch, link: DestinationLink): Promise<void> {
    const { columns: sent, marks, supersedes } = decodeEntryBatch(message, this.entries)
    this.passes.entries(supersedes)
    this.allAsked = false
    const columns = renameColumns(sent, this.options.landAs)
    this.entries += columns.count
    for (let row = 0; row < columns.count; row++) if (columns.type(row) === 'directory') this.directories++
    const xattrs = this.xattrs.take(message, columns.first, columns.count)
    const batch = {
      buffer: columns.buffer,
      layout: columns.layout,
      ...(xattrs.length > 0 && { xattrs: XattrTable.of(xattrs).buffer }),
    }
    this.feed({ kind: 'batch', batch })
    while (this.comparing.size >= BATCHES_IN_WORK) await Promise.race(this.comparing)
    const compared = this.tree
      .ask({ kind: 'batch', batch, marks, supersedes })
      .then(async ({ needs = [] }) => {
        await this.request(needs, link)
      })
    compared.catch((error: unknown) => this.stop(error))
    this.comparing.add(compared)
    void compared.finally(() => this.comparing.delete(compared)).catch(() => {})
  }

  private async request(needs: readonly IncomingNeed[], link: DestinationLink): Promise<void> {
    if (needs.length === 0) return
    const large = needs.filter(({ pieces }) => pieces !== undefined)
    if (large.length > 0) this.feed({ kind: 'large', needs: large })
    // What takes long is to be seen, and to be resumed: neither can be in a root without a name. Whether it gets one is told at the end.
    if (large.some(({ pieces }) => pieces !== undefined && new PieceMap(pieces).pieces > 1))
      this.transfer.reveal().catch(() => {})
    if (!this.streamsAsked) {
      this.streamsAsked = true
      this.transfer.begin()
      await this.options.openStreams()
    }

    const now = needs.filter((need) => need.held === undefined)
    if (now.length < needs.length) this.requestHeld(needs, link)
    await this.askFor(now, [], link)
  }

  /** What may be there already is asked for when its hashes are known. */
  private requestHeld(needs: readonly IncomingNeed[], link: DestinationLink): void {
    const hashed = (async () => {
      for await (const part of this.held.hash(needs.filter(({ held }) => held !== undefined)))
        await this.askFor(part.needs, part.held, link)
    })()
    this.holding.add(hashed)
    hashed.then(
      () => this.holding.delete(hashed),
      (error: unknown) => this.stop(error),
    )
  }

  /** Asks, as soon as not too much is asked for that has not come (S11): meanwhile nothing more is compared. */
  private async askFor(
    needs: readonly IncomingNeed[],
    held: readonly pb.Held[],
    link: DestinationLink,
  ): Promise<void> {
    const { maxNeeded = MAX_NEEDED } = this.options
    for (let start = 0; start < needs.length;) {
      const room = maxNeeded - (this.needed.length - this.transfer.settled)
      const part = needs.slice(start, start + Math.max(0, room)).map(({ index }) => index)
      for (const index of part) this.needed.push(index)
      start += part.length
      if (part.length > 0) await this.sendNeed(part, held, link)
      else await Promise.race([new Promise<void>((resolve) => this.onSettled.push(resolve)), this.broken])
    }
  }

  private async sendNeed(indices: number[], all: readonly pb.Held[], link: DestinationLink): Promise<void> {
    const asked = new Set(all.length === 0 ? [] : indices)
    const need = new pb.Need()
    need.setIndicesList(indices)
    need.setHeldList(all.filter((held) => asked.has(held.getIndex())))
    const message = new pb.DestinationMessage()
    message.setNeed(need)
    await link.send(message)
  }

  private async completeManifest(message: pb.ManifestComplete, link: DestinationLink): Promise<void> {
    this.passes.complete()
    if (message.getEntries() !== this.entries || message.getDirs() !== this.directories)
      throw protocolError('other entries than it has counted')
    this.scanComplete = this.scanComplete !== false && message.getScanComplete()
    await Promise.all(this.comparing)
    await Promise.all(this.holding)
    if (this.options.options.preserve.hardLinks) await this.lead(link)
    this.allAsked = true
    const complete = new pb.NeedComplete()
    complete.setFiles(this.needed.length)
    const answer = new pb.DestinationMessage()
    answer.setNeedComplete(complete)
    await link.send(answer)
  }

  /** Of inodes with several names one comes; where it fails, the next one takes its place. */
  private async lead(link: DestinationLink): Promise<void> {
    for (;;) {
      const { needs = [] } = await this.tree.ask({ kind: 'lead' })
      if (needs.length === 0) return
      await this.request(needs, link)
      await Promise.all(this.holding)
      for (const { index } of needs)
        while (this.transfer.states.isOpen(index))
          await Promise.race([new Promise<void>((resolve) => this.onSettled.push(resolve)), this.broken])
    }
  }

  /** The streams must be those that were admitted, and each must have ended as it should. */
  private async checkStreams(named: readonly number[]): Promise<void> {
    this.passes.done()
    if (!(await this.streams.only(named))) throw protocolError('the end of other streams than it has opened')
    await this.streams.ended()
    const open = this.needed.find((index) => this.transfer.states.isOpen(index))
    if (open !== undefined) throw protocolError(`nothing for ${open}, which was asked for`)
    this.passes.check()
  }

  private async finish(link: DestinationLink): Promise<void> {
    const { operation, options } = this.options
    this.throwIfStopped()
    await this.transfer.reveal()
    await this.tree.ask({ kind: 'link' })
    if (operation === 'mirror') await this.deleteExtras(link)
    this.throwIfStopped()
    // Before their times are set: its file is in one of them.
    this.transfer.end(this.failures.length === 0 ? 'complete' : 'partial')
    if (!options.dryRun) await this.tree.ask({ kind: 'finish' })
    this.throwIfStopped()
    if (operation === 'move') await this.emptySource(link)
  }

  /** S4: only what is on disk here is removed from where it was. */
  private async emptySource(link: DestinationLink): Promise<void> {
    const { entries, transfer, tree } = this
    if (!this.options.options.dryRun) await tree.ask({ kind: 'sync' })
    await removeFromSource(link, {
      count: entries,
      runs: (from, most) => transfer.states.landedRuns(from, entries, most),
      isLanded: (index) => transfer.states.isLanded(index),
      removed: async (runs, root) => {
        await tree.ask({ kind: 'removed', runs, root })
      },
      hear: (message) => {
        if (!message.hasFailures())
          throw protocolError('a message that is not understood, or not expected now')
        this.takeSourceFailures(message)
      },
    })
  }

  private async deleteExtras(link: DestinationLink): Promise<void> {
    const failures = this.failures.length + this.passes.failed(this.needed)
    const { plan } = await this.tree.ask({ kind: 'plan', failures })
    if (plan === undefined) throw new TypeError('the tree has no plan')
    const { deletes } = plan
    const refusal = this.scanComplete === true ? plan.refusal : INCOMPLETE
    if (refusal !== undefined) {
      if (deletes.entries > 0 || refusal.exit === 8)
        this.error ??= new BlitError('E_INCOMPLETE', refusal.message, { exit: refusal.exit })
      return
    }

    // What filters hide was named: a source with nothing at all looks like a file system that is not mounted (S2).
    if (deletes.entries > 0 && this.entries === 0 && !this.options.options.allowEmptySource)
      throw new BlitError('E_EMPTY_SOURCE', 'the source is empty and the destination is not')
    const held = await this.streams.ended()
    if (deletes.entries > 0) {
      // A question may follow: until it is answered nothing changes.
      this.showProgress()
      try {
        await (this.options.confirmDeletes?.(deletes) ?? askSource(link, deletes))
      } catch (error) {
        this.error ??= isBlitError(error)
          ? error
          : new BlitError('E_UNEXPECTED', String(error), { cause: error })
        return
      }
    }

    await this.tree.ask({ kind: 'delete', held })
  }

  private feed(message: Feed): void {
    this.streams.feed(message)
  }

  /** The source sends again what of a stream has not come. */
  private lost(stream: number, frames: number): void {
    const message = new pb.DestinationMessage()
    message.setStreamLost(new pb.StreamLost().setStream(stream).setFrames(frames))
    this.link?.send(message).catch((error: unknown) => this.stop(error))
  }

  private hearTree(message: FromTree): Error | TreeAnswer | undefined {
    if (message.kind === 'answer') return message
    if (message.kind === 'error') return fromThread(message.error)
    this.takeReport(message.report)
    return undefined
  }

  /** Threads that receive report after each frame. */
  private takeReport(message: IncomingReport): void {
    this.wakeNeeds()
    if (message.type !== 'report') return
    const { actions, failures, fatal, resumable, warnings } = message.report
    const { observer } = this.options
    for (const failure of failures) this.addFailure(failure)
    for (const { message: text, path } of warnings) observer.warning?.(text, path)
    for (const { path } of resumable) this.transfer.tookOver(path)
    if (actions.length > 0) observer.actions?.(actions)
    if (fatal === undefined) return
    const code = fatal.code in CATALOGUE ? (fatal.code as ErrorCode) : 'E_UNEXPECTED'
    this.stop(new BlitError(code, fatal.message, { path: fatal.path }))
  }

  private takeSourceFailures(message: pb.SourceMessage): void {
    for (const failure of message.getFailures()?.getFailuresList() ?? [])
      this.takeSourceFailure(decodeFailure(failure, 'E_READ'))
  }

  /** One who asks the source is watched by it: it knows. */
  private takeSourceFailure(failure: Failure): void {
    if (this.options.confirmDeletes === undefined) this.failures.push(failure)
    else this.addFailure(failure)
  }

  private addFailure(failure: Failure): void {
    this.failures.push(failure)
    this.options.observer.failure?.(failure)
  }

  /** Wakes every thread: nothing more is landed. The first reason counts. */
  private stop(reason: unknown): void {
    if (this.error !== undefined) return
    const error = isBlitError(reason)
      ? reason
      : new BlitError('E_UNEXPECTED', String(reason), { cause: reason })
    if (error.code === 'E_INTERRUPTED' && !this.options.signal.aborted) {
      // Another thread has failed, and is about to say why.
      this.interruption ??= error
      this.transfer.cancel('failed')
      this.streams.shutdown()
      this.breakWith(error)
      return
    }

    this.error = error
    this.transfer.cancel(this.error.code === 'E_INTERRUPTED' ? 'interrupted' : 'failed')
    this.streams.shutdown()
    this.breakWith(this.error)
  }

  private throwIfStopped(): void {
    if (this.transfer.cancelled && this.error !== undefined) throw this.error
  }

  private async close(): Promise<void> {
    // What still waits for its source would wait for ever.
    const crashed = await this.streams.close()
    await Promise.allSettled(this.holding)
    await this.held.close()
    await this.tree.ask({ kind: 'stop' }).catch(() => {})
    const crashes = [...crashed, await this.tree.ended()]
    if (crashes.some((crash) => crash !== undefined)) this.transfer.abandon()
    else await this.transfer.reveal().catch((error: unknown) => this.stop(error))
    this.transfer.close(isInterruption(this.error ?? this.interruption) ? 'resumable' : 'broken')
  }
}

/** The next run may go on where this one was. */
function isInterruption(error: BlitError | undefined): boolean {
  return error?.code === 'E_INTERRUPTED' || error?.code === 'E_UNREACHABLE'
}

/** Rejects with what the source says against it. */
async function askSource(link: DestinationLink, plan: DeletePlan): Promise<void> {
  const question = new pb.DeletePlan()
  question.setId(1)
  question.setEntries(plan.entries)
  question.setBytes(plan.bytes)
  question.setSampleList(plan.sample.map((path) => toBytes(path)))
  const message = new pb.DestinationMessage()
  message.setDeletePlan(question)
  await link.send(message)
  const answer = (await link.receive())?.getDeleteConfirm()
  if (answer?.getId() !== 1) throw protocolError('something else than an answer')
  const refusal = answer.getRefusal()
  if (refusal !== undefined) {
    const { code, message: text } = decodeFailure(refusal, 'E_DECLINED')
    throw new BlitError(code as ErrorCode, text)
  }
}

/** What is to be removed from the source is read back first, and on disk before (S4). */
function carefulOptions(options: TransferOptions): TransferOptions {
  const fsync = options.fsync || loadNative()?.syncfs === undefined
  return { ...options, verify: true, fsync }
}

const INCOMPLETE = { message: 'the source could not be read in full, so nothing was deleted', exit: 8 }

function reasonOf({ reason }: AbortSignal): unknown {
  return isBlitError(reason) ? reason : new BlitError('E_INTERRUPTED', 'interrupted', { cause: reason })
}
