/**
 * A session between two daemons, of which this client is neither source nor destination: it passes on what they say.
 *
 * 1. What the source says goes to the destination as it is, and the other way round: needs are checked by the source, entries by
 *    the destination, bytes by their hashes, whose seeds are the same at both.
 * 2. What is for the user stays here: progress, actions, and the question before anything is deleted.
 * 3. When the destination first needs bytes, as many data connections are made in pairs as both grant.
 * 4. A pair that broke is replaced once, when the destination has said so.
 * 5. The summary ends it. Whatever else ends one side ends the other; the error is that of the side that was lost, if one was.
 */
import {
  BlitError,
  EMPTY_TALLY,
  isBlitError,
  type DeletePlan,
  type Failure,
  type RouteOutcome,
  type Tally,
  type TransferObserver,
} from '@blit/core'
import { setTimeout as delay } from 'node:timers/promises'
import { answerDeletePlan, passWarning, readActions, readProgress, readSummary } from '#session'
import { decodeFailure, pb } from '../../protocol/index.js'
import type { PullCall, PushCall } from '../session-call.js'
import { namedLoss } from '../unreachable.js'
import { RelayStreams } from './relay-streams.js'

export interface RelayOptions {
  readonly source: PullCall
  readonly destination: PushCall
  /** What the source has offered for data connections. */
  readonly offer: pb.DataTransferNegotiation
  /** Data connections, if any are needed. */
  readonly streams: number
  readonly observer: TransferObserver
  readonly confirmDeletes: (plan: DeletePlan) => Promise<void>
  readonly signal: AbortSignal
}

/** What one daemon makes of the loss of the other may be heard first. */
const OTHER_SIDE_MS = 500

export class RelaySession {
  private streams: RelayStreams | undefined
  private readonly failures: Failure[] = []
  private tally: Tally = { ...EMPTY_TALLY }
  private refusal: BlitError | undefined
  private error: BlitError | undefined
  private readonly broken: Promise<never>
  private breakWith: (error: unknown) => void = () => {}

  constructor(private readonly options: RelayOptions) {
    this.broken = new Promise((_, reject) => (this.breakWith = reject))
    this.broken.catch(() => {})
  }

  /** Everything, to the end. Rejects only on bugs. */
  async run(): Promise<RouteOutcome> {
    const { destination, source } = this.options
    const ahead = this.passEntries()
    const back = this.passNeeds()
    ahead.catch(() => {})
    back.catch(() => {})
    try {
      // The source's side ends only by an error, or after the summary.
      await Promise.race([back, ahead.then(async () => back), this.broken])
      destination.end()
      source.end()
    } catch (error) {
      this.error ??= await this.causeOf(error, [ahead, back])
      destination.cancel()
      source.cancel()
    } finally {
      this.streams?.close()
    }

    const { count = 0 } = this.streams ?? {}
    return {
      tally: this.tally,
      failures: this.failures,
      dataPlane: count === 0 ? 'none' : 'stream',
      streams: count,
      ...(this.error !== undefined && { error: this.error }),
    }
  }

  private async passEntries(): Promise<void> {
    const { destination, source } = this.options
    const { PayloadCase } = pb.SourceMessage
    for (let response = await source.next(); response !== undefined; response = await source.next()) {
      const message = response.getSource()
      if (message === undefined || message.getPayloadCase() === PayloadCase.DELETE_CONFIRM)
        throw this.unexpected(source)
      this.takeFailures(message.getFailures(), 'E_READ')
      await destination.send(new pb.ClientPushRequest().setSource(message))
    }
  }

  private async passNeeds(): Promise<void> {
    const { destination, source } = this.options
    for (
      let response = await destination.next();
      response !== undefined;
      response = await destination.next()
    ) {
      const offer = response.getTransferNegotiation()
      const message = response.getDestination()
      if (offer !== undefined) await this.openStreams(offer)
      else if (message === undefined) throw this.unexpected(destination)
      else if (await this.keeps(message)) continue
      else {
        await source.send(new pb.ClientPullRequest().setDestination(message))
        const lost = message.getStreamLost()
        // Not waited for: other streams go on.
        if (lost !== undefined) this.streams?.replace(lost.getStream()).catch(this.breakWith)
        const summary = message.getSummary()
        if (summary !== undefined) return this.takeSummary(summary)
      }
    }

    throw new BlitError('E_PROTOCOL', `${destination.connection.at.name} ended before it said what was done`)
  }

  /** Whether a message is for nobody but the user. */
  private async keeps(message: pb.DestinationMessage): Promise<boolean> {
    const { confirmDeletes, destination, observer } = this.options
    const { PayloadCase } = pb.DestinationMessage
    switch (message.getPayloadCase()) {
      case PayloadCase.PROGRESS: {
        const shown = readProgress(message.getProgress() as pb.Progress)
        // Of a session that ends before its summary this is all that is known.
        this.tally = shown.tally
        observer.progress?.(shown)
        return true
      }

      case PayloadCase.ACTIONS: {
        observer.actions?.(readActions(message.getActions()))
        return true
      }

      case PayloadCase.WARNING: {
        passWarning(message.getWarning(), observer)
        return true
      }

      case PayloadCase.DELETE_PLAN: {
        const plan = message.getDeletePlan() as pb.DeletePlan
        const { message: answer, refusal } = await answerDeletePlan(plan, confirmDeletes)
        this.refusal = refusal
        await destination.send(new pb.ClientPushRequest().setSource(answer))
        return true
      }

      case PayloadCase.FAILURES: {
        this.takeFailures(message.getFailures(), 'E_WRITE')
        return false
      }

      case PayloadCase.PAYLOAD_NOT_SET: {
        throw this.unexpected(destination)
      }

      default: {
        return false
      }
    }
  }

  private async openStreams(offer: pb.DataTransferNegotiation): Promise<void> {
    const { destination, offer: offered, signal, source, streams } = this.options
    if (this.streams !== undefined) throw this.unexpected(destination)
    const from = { connection: source.connection, offer: offered }
    const to = { connection: destination.connection, offer }
    const pairs = new RelayStreams({ source: from, destination: to }, signal)
    this.streams = pairs
    await Promise.all(Array.from({ length: streams }, async () => pairs.add()))
  }

  private takeFailures(message: pb.Failures | undefined, otherwise: 'E_READ' | 'E_WRITE'): void {
    for (const one of message?.getFailuresList() ?? []) {
      const failure = decodeFailure(one, otherwise)
      this.failures.push(failure)
      this.options.observer.failure?.(failure)
    }
  }

  private takeSummary(summary: pb.Summary): void {
    const { error, tally } = readSummary(summary, this.refusal)
    this.tally = tally
    if (error !== undefined) this.error = namedLoss(error, this.options.destination.connection.at.name)
  }

  /** The first error, unless the other side turns out to have been lost, which explains it. */
  private async causeOf(first: unknown, sides: ReadonlyArray<Promise<void>>): Promise<BlitError> {
    const { signal } = this.options
    const known = signal.aborted ? (signal.reason as unknown) : first
    const error = isBlitError(known) ? known : new BlitError('E_UNEXPECTED', String(known), { cause: known })
    if (signal.aborted || error.code === 'E_UNREACHABLE') return error
    const lost = sides.map(async (side) => side.catch((reason: unknown) => reason))
    const found = await Promise.race([
      ...lost.map(async (side) => {
        const reason = await side
        return isBlitError(reason) && reason.code === 'E_UNREACHABLE' ? reason : new Promise<never>(() => {})
      }),
      delay(OTHER_SIDE_MS),
    ])
    return found ?? error
  }

  private unexpected({
    connection,
  }: {
    readonly connection: { readonly at: { readonly name: string } }
  }): BlitError {
    return new BlitError(
      'E_PROTOCOL',
      `${connection.at.name} sent something that is not understood, or not expected now`,
    )
  }
}
