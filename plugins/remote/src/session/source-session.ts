/**
 * The source of a session, whichever end is the daemon; the main thread's part.
 *
 * 1. A thread lists the tree; its batches go to the threads that send, and then over the control plane.
 * 2. What the destination needs is dealt out to streams as they have done what they had: small files by their directory, as far
 *    as can be, so that one stream lands what is in one directory.
 * 3. When everything needed is known and sent, each stream ends, and the destination is told which there were.
 * 4. Then it finishes: asks before it deletes, lets go of what was moved, and says what was done.
 */
import {
  BlitError,
  EMPTY_TALLY,
  EntryColumns,
  isBlitError,
  type DeletePlan,
  type Failure,
  type Tally,
  type TransferObserver,
} from '@blit/core'
import { ManifestIndex } from '@blit/disk/outgoing'
import { SourceListing, type Listed, type ListedBatch } from '#threads'

import { pieceAt, pieceCount, SMALL_FILE_BYTES, type DataConnection } from '../data-plane/index.js'
import type { HashSeeds } from '../data-plane/stream.js'
import { decodeFailure, encodeFailure, pb } from '../protocol/index.js'
import { MAX_FAILURES } from '../protocol/limits.js'
import { protocolError } from '../protocol/protocol-error.js'
import {
  answerDeletePlan,
  passWarning,
  readActions,
  readProgress,
  readSummary,
} from './destination-reports.js'
import { encodeEntryBatch, encodeXattrsAhead } from './entry-batch.js'
import { FileProgress } from './file-progress.js'
import { MovedSources, type MoveRules } from './moved-sources.js'
import { IndexSet } from './index-set.js'
import { renameColumns } from './rename-columns.js'
import { REDIAL_MS } from './redial.js'
import type { ChangedFile, SourceSetup } from './source-messages.js'
import { SmallWork } from './small-work.js'
import { SourceStreams } from './source-streams.js'
import { inMessages } from './xattr-messages.js'

/** What the source hears and says. */
export interface SourceLink {
  /** The next message; undefined when there is none any more. */
  readonly receive: () => Promise<pb.DestinationMessage | undefined>
  /** Resolves when more may be said. */
  readonly send: (message: pb.SourceMessage) => Promise<void>
}

export interface SourceOptions {
  readonly setup: SourceSetup
  /** Of just this setup, where it has begun already; closed at the end. */
  readonly listing?: SourceListing
  /** Names at the destination of single things that have another there. */
  readonly landAs?: ReadonlyMap<string, string>
  /** Of all hashes in the session; known when streams are attached. */
  readonly seeds: () => HashSeeds
  /** Frames have hashes. */
  readonly hashed: boolean
  /** Data connections there may be; known when streams are attached. */
  readonly streams: () => number
  /** Called once, when the first byte is needed: some of them will be attached. */
  readonly openStreams: () => Promise<void>
  /** How long a stream may be without a byte. */
  readonly quietMs: number
  /** Dials another data connection for a stream whose own broke, where this end dials. */
  readonly redial?: (stream: number) => Promise<DataConnection>
  /** How long the other end may take for that. */
  readonly redialMs?: number
  readonly observer: TransferObserver
  /** Rejects where nothing may be deleted; undefined where nobody is to ask. */
  readonly confirmDeletes: ((plan: DeletePlan) => Promise<void>) | undefined
  /** In a move: what was moved is to be removed. */
  readonly move?: MoveRules
  readonly signal: AbortSignal
}

export interface SourceOutcome {
  readonly tally: Tally
  readonly failures: readonly Failure[]
  readonly streams: number
  readonly error?: BlitError
}

const HASH_BYTES = 16
/** At so many files another look is taken at once. */
const LOOK_AGAIN_FILES = 1000

export class SourceSession {
  /** What the destination says of what it needs: what has come, and all. */
  bytes = { done: 0, total: 0 }
  private readonly listing: SourceListing
  private readonly moved: MovedSources
  private readonly manifest = new ManifestIndex()
  private readonly streams: SourceStreams
  private readonly failures: Failure[] = []
  private tally: Tally = { ...EMPTY_TALLY }
  /** What was not as it had been listed, in this pass. */
  private changed: ChangedFile[] = []
  private passes = 0
  /** Failures that the destination was not told of. */
  private readonly unsent: Failure[] = []
  private readonly needed = new IndexSet()
  private hasDealt = false
  private streamsAsked = false
  private dataDone = false
  /** Why the user wants nothing to be deleted. */
  private refusal: BlitError | undefined
  private error: BlitError | undefined
  private readonly broken: Promise<never>
  private breakWith: (error: BlitError) => void = () => {}

  constructor(private readonly options: SourceOptions) {
    this.broken = new Promise((_, reject) => (this.breakWith = reject))
    this.broken.catch(() => {})
    this.listing = options.listing ?? new SourceListing(options.setup)
    this.streams = new SourceStreams({
      count: options.streams,
      setup: options.setup,
      seeds: options.seeds,
      hashed: options.hashed,
      quietMs: options.quietMs,
      redial: options.redial,
      redialMs: options.redialMs ?? REDIAL_MS,
      onFailures: ({ changed, failures }) => {
        this.unsent.push(...failures)
        this.changed.push(...changed)
      },
      onDiffers: (index) => this.dealDifferent(index),
      onError: (error) => this.stop(error),
    })
    this.moved = new MovedSources(this.listing.thread, options.move)
  }

  /** Everything, to the end. Rejects only on bugs: what went wrong is in the outcome. */
  async run(link: SourceLink): Promise<SourceOutcome> {
    const { signal } = this.options
    const onAbort = (): void => this.stop(reasonOf(signal))
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      if (signal.aborted) onAbort()
      const listed = this.list(link)
      listed.catch((error: unknown) => this.stop(error))
      await Promise.race([this.converse(link, listed), this.broken])
    } catch (error) {
      this.stop(error)
    } finally {
      signal.removeEventListener('abort', onAbort)
      await this.close()
    }

    return {
      tally: this.tally,
      failures: this.failures,
      streams: this.streams.size,
      ...(this.error === undefined ? {} : { error: this.error }),
    }
  }

  /**
   * Takes a data connection over: a thread sends what is dealt to this number. One whose number is the count of streams or more goes
   * on where the stream of that many less was. What is not expected is closed.
   */
  attach(number: number, connection: DataConnection): void {
    this.streams.attach(number, connection)
  }

  private async list(link: SourceLink): Promise<Listed> {
    for (;;) {
      const scanned = await this.listing.next()
      if (scanned.kind === 'done') {
        await link.send(completed(scanned))
        return scanned
      }

      await this.sendBatch(link, scanned)
    }
  }

  private async sendBatch(link: SourceLink, { scanned, supersedes = [] }: ListedBatch): Promise<void> {
    const { owner } = this.options.setup.options.preserve
    const { batch, failures, unreadXattrs, xattrs, ...marks } = scanned
    const columns = new EntryColumns(batch.buffer, batch.layout)
    this.manifest.add(columns)
    this.streams.tellBatch(batch)
    const renamed = renameColumns(columns, this.options.landAs)
    const parts = inMessages(xattrs)
    for (const part of parts.slice(0, -1))
      await link.send(entriesMessage(encodeXattrsAhead(columns.first, part)))
    const entries = { columns: renamed, marks, supersedes, unreadXattrs, xattrs: parts.at(-1) ?? [] }
    await link.send(entriesMessage(encodeEntryBatch(entries, { owner })))
    if (failures.length > 0) await this.report(link, failures)
  }

  private async converse(link: SourceLink, listed: Promise<Listed>): Promise<void> {
    for (let message = await link.receive(); message !== undefined; message = await link.receive()) {
      if (await this.hear(message, link, listed)) return
    }

    throw protocolError('nothing more, before it said what was done')
  }

  /** True after the summary. */
  private async hear(
    message: pb.DestinationMessage,
    link: SourceLink,
    listed: Promise<Listed>,
  ): Promise<boolean> {
    const { PayloadCase } = pb.DestinationMessage
    const { observer } = this.options
    switch (message.getPayloadCase()) {
      case PayloadCase.NEED: {
        await this.deal(message.getNeed() as pb.Need)
        return false
      }

      case PayloadCase.NEED_COMPLETE: {
        if (this.dataDone) throw protocolError('an end of needs, after its data was done')
        if (message.getNeedComplete()?.getFiles() !== this.needed.size)
          throw protocolError('an end of other needs than there were')
        // Not waited for: meanwhile the destination says how far it is.
        this.endPass(link, listed).catch((error: unknown) => this.stop(error))
        return false
      }

      case PayloadCase.STREAM_LOST: {
        const lost = message.getStreamLost() as pb.StreamLost
        this.streams.lost(lost.getStream(), lost.getFrames())
        return false
      }

      case PayloadCase.PROGRESS: {
        this.showProgress(message.getProgress() as pb.Progress)
        return false
      }

      case PayloadCase.FAILURES: {
        for (const failure of message.getFailures()?.getFailuresList() ?? [])
          this.addFailure(decodeFailure(failure, 'E_WRITE'))
        return false
      }

      case PayloadCase.ACTIONS: {
        observer.actions?.(readActions(message.getActions()))
        return false
      }

      case PayloadCase.WARNING: {
        passWarning(message.getWarning(), observer)
        return false
      }

      case PayloadCase.DELETE_PLAN: {
        await this.confirm(message.getDeletePlan() as pb.DeletePlan, link)
        return false
      }

      case PayloadCase.COMMITTED: {
        await this.letGo(message.getCommitted() as pb.Committed, link)
        return false
      }

      case PayloadCase.SUMMARY: {
        this.takeSummary(message.getSummary() as pb.Summary)
        return true
      }

      default: {
        throw protocolError('a message that is not understood, or not expected now')
      }
    }
  }

  private async deal(need: pb.Need): Promise<void> {
    const indices = need.getIndicesList()
    const held = readHeld(need)
    const small = new SmallWork((work, directory) => this.streams.deal(work, directory))
    for (const index of indices) {
      const found = this.manifest.find(index)
      if (found === undefined || found.columns.type(found.row) !== 'file')
        throw protocolError(`a need for ${index}`)
      if (!this.needed.add(index)) throw protocolError(`a second need for ${index}`)
      const size = found.columns.sizes[found.row] as number
      const there = held.get(index)
      const isSmall = size <= SMALL_FILE_BYTES
      if (there !== undefined) checkHeld(there, isSmall ? 1 : pieceCount(size), isSmall)
      held.delete(index)
      const directory = found.columns.directories[found.row] as number
      if (isSmall) small.add({ index, size, directory }, there?.getHashes_asU8())
      else this.dealLarge(index, size, there)
    }

    if (held.size > 0) throw protocolError('hashes of what it does not need')
    small.end()
    this.streams.handOut()
    if (this.streamsAsked || indices.length === 0) return
    this.streamsAsked = true
    await this.options.openStreams()
  }

  private dealLarge(index: number, size: number, held: pb.Held | undefined): void {
    const { dryRun } = this.options.setup.options
    const hashes = held?.getHashes_asU8() ?? (dryRun ? new Uint8Array() : undefined)
    if ((held?.getExisting() !== true && !dryRun) || hashes === undefined)
      this.dealPieces(index, size, hashes)
    else this.streams.deal({ kind: 'compare', index, hashes })
  }

  /** A large file is not what the destination has. */
  private dealDifferent(index: number): void {
    const found = this.manifest.find(index)
    if (found === undefined) throw new RangeError(`${index} is no entry`)
    this.hasDealt = true
    this.dealPieces(index, found.columns.sizes[found.row] as number, undefined)
    this.streams.handOut()
  }

  private dealPieces(index: number, size: number, hashes: Uint8Array | undefined): void {
    const pieces = pieceCount(size)
    const { buffer: progress } = FileProgress.create(pieces)
    for (let piece = 0; piece < pieces; piece++) {
      const { length, offset } = pieceAt(size, piece)
      const held = hashes?.slice(piece * HASH_BYTES, (piece + 1) * HASH_BYTES)
      this.streams.deal({
        kind: 'piece',
        index,
        offset,
        length,
        progress,
        ...(held?.some((byte) => byte !== 0) ? { held } : {}),
      })
    }
  }

  /** After the last need: what has changed since it was listed is listed again, and then needed again. */
  private async endPass(link: SourceLink, listed: Promise<Listed>): Promise<void> {
    const { complete, directories } = await listed
    if (this.streamsAsked) await this.drain()
    const changed = this.takeChanged()
    const isLast = this.passes++ >= this.options.setup.options.retries
    if (isLast) this.unsent.push(...changed.map(({ failure }) => failure))
    const before = this.manifest.count
    if (!isLast) await this.lookAgain(link, changed)
    const entries = this.manifest.count
    if (entries === before) await this.endStreams(link)
    else await link.send(completed({ kind: 'done', entries, directories, complete }))
  }

  /** Each once: a file may have been found changed before and after a connection broke. */
  private takeChanged(): ChangedFile[] {
    return [...new Map(this.changed.splice(0).map((file) => [file.index, file])).values()]
  }

  /** What is found different while streams are drained is dealt to them then. */
  private async drain(): Promise<void> {
    do {
      this.hasDealt = false
      await Promise.race([this.streams.drain(), this.broken])
    } while (this.hasDealt)
  }

  private async lookAgain(link: SourceLink, changed: readonly ChangedFile[]): Promise<void> {
    for (let start = 0; start < changed.length; start += LOOK_AGAIN_FILES) {
      const indices = changed.slice(start, start + LOOK_AGAIN_FILES).map(({ index }) => index)
      const scanned = await this.listing.thread.ask({ kind: 'look-again', indices })
      if (scanned.kind !== 'batch') throw new TypeError('no answer to what was asked')
      if (scanned.supersedes?.length === 0) await this.report(link, scanned.scanned.failures)
      else await this.sendBatch(link, scanned)
    }
  }

  /** Every stream says that it is done, then this end does. */
  private async endStreams(link: SourceLink): Promise<void> {
    if (this.streamsAsked) {
      await Promise.race([this.streams.end(), this.broken])
      // What was sent again has changed since.
      this.unsent.push(...this.takeChanged().map(({ failure }) => failure))
      if (this.unsent.length > 0) await this.report(link, this.unsent.splice(0))
    }

    const done = new pb.DataDone()
    done.setStreamsList(this.streams.numbers)
    const message = new pb.SourceMessage()
    message.setDataDone(done)
    this.dataDone = true
    await link.send(message)
  }

  private async report(link: SourceLink, failures: readonly Failure[]): Promise<void> {
    const list = new pb.Failures()
    list.setFailuresList(failures.map((failure) => encodeFailure(failure)))
    list.setIndicesList(failures.map(() => 0))
    for (const failure of failures) this.addFailure(failure)
    const message = new pb.SourceMessage()
    message.setFailures(list)
    await link.send(message)
  }

  private async confirm(plan: pb.DeletePlan, link: SourceLink): Promise<void> {
    const { confirmDeletes } = this.options
    if (confirmDeletes === undefined) throw protocolError('what it would delete, where nothing is to be')
    const { message, refusal } = await answerDeletePlan(plan, confirmDeletes)
    this.refusal = refusal
    await link.send(message)
  }

  /** S4: what the destination has on disk goes from here. */
  private async letGo(committed: pb.Committed, link: SourceLink): Promise<void> {
    if (!this.dataDone) throw protocolError('what is committed, before its data was done')
    const { failures, messages } = await this.moved.take(committed)
    for (let at = 0; at < failures.length; at += MAX_FAILURES)
      await this.report(link, failures.slice(at, at + MAX_FAILURES))
    for (const message of messages) await link.send(message)
  }

  private takeSummary(summary: pb.Summary): void {
    const { error, tally } = readSummary(summary, this.refusal)
    if (error === undefined && !this.dataDone) throw protocolError('what was done, before its data was done')
    this.tally = tally
    this.error ??= error
  }

  private showProgress(progress: pb.Progress): void {
    const shown = readProgress(progress)
    this.bytes = { done: shown.bytesDone, total: shown.bytesTotal }
    // Of a session that ends before its summary this is all that is known.
    this.tally = shown.tally
    this.options.observer.progress?.(shown)
  }

  private addFailure(failure: Failure): void {
    this.failures.push(failure)
    this.options.observer.failure?.(failure)
  }

  /** Wakes every thread: nothing more is sent. The first reason counts. */
  private stop(reason: unknown): void {
    if (this.error !== undefined) return
    this.error = isBlitError(reason)
      ? reason
      : new BlitError('E_UNEXPECTED', String(reason), { cause: reason })
    this.streams.shutdown()
    this.breakWith(this.error)
  }

  private async close(): Promise<void> {
    await this.streams.close()
    await this.listing.close()
  }
}

/** Throws `E_PROTOCOL` unless there is a hash for each piece; a small file has one, and only as a whole. */
function checkHeld(held: pb.Held, pieces: number, isSmall: boolean): void {
  if (held.getHashes_asU8().length !== pieces * HASH_BYTES || (isSmall && !held.getExisting()))
    throw protocolError(`hashes of other pieces than ${held.getIndex()} has`)
}

/** By index; throws `E_PROTOCOL` for what comes twice. */
function readHeld(need: pb.Need): Map<number, pb.Held> {
  const list = need.getHeldList()
  const held = new Map(list.map((one) => [one.getIndex(), one]))
  if (held.size < list.length) throw protocolError('hashes of one file twice')
  return held
}

function entriesMessage(batch: pb.EntryBatch): pb.SourceMessage {
  const message = new pb.SourceMessage()
  message.setEntries(batch)
  return message
}

function completed({ complete, directories, entries }: Listed): pb.SourceMessage {
  const end = new pb.ManifestComplete()
  end.setEntries(entries)
  end.setDirs(directories)
  end.setScanComplete(complete)
  const message = new pb.SourceMessage()
  message.setManifestComplete(end)
  return message
}

function reasonOf({ reason }: AbortSignal): unknown {
  return isBlitError(reason) ? reason : new BlitError('E_INTERRUPTED', 'interrupted', { cause: reason })
}
