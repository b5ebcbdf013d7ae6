import { BlitError, isBlitError } from '@blit/core'
import { encodeEntryBatch, type CallReader, type DestinationLink } from '@blit/remote/session'
import { pb, protocolError } from '@blit/remote/protocol'
import type { SessionManifest } from './plan-manifest.js'

export interface ConversationOptions {
  readonly plan: SessionManifest
  /** Of the files, by number. */
  readonly paths: readonly string[]
  /** How long files may be missing while no stream is open. */
  readonly stallMs: number
  /** Everything that was asked for has come, or will not. */
  readonly isServed: () => boolean
  /** Lets streams in from now on; `onStream` is told of each. */
  readonly openStreams: (onStream: (stream: number, ended: Promise<void>) => void) => {
    readonly close: () => void
  }
  /** Tells the client what to send. */
  readonly negotiate: (files: readonly string[]) => Promise<void>
}

/**
 * A client of the first plan, as the source of a session. What that client cannot say is said for it: its data is done
 * when all that it was asked for is there and no stream is open any more.
 */
export class PlanConversation implements DestinationLink {
  private readonly queue: pb.SourceMessage[]
  private readonly needed = new Set<number>()
  private readonly streams: number[] = []
  private readonly done: Promise<void>
  private finish: () => void = () => {}
  private fail: (error: unknown) => void = () => {}
  private open = 0
  private admission: { readonly close: () => void } | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly options: ConversationOptions) {
    this.queue = messagesOf(options.plan)
    this.done = new Promise((resolve, reject) => {
      this.finish = resolve
      this.fail = reject
    })
    this.done.catch(() => {
      // Whoever receives is told.
    })
  }

  async receive(): Promise<pb.SourceMessage> {
    const next = this.queue.shift()
    if (next !== undefined) return next
    await this.done
    return new pb.SourceMessage().setDataDone(new pb.DataDone().setStreamsList(this.streams))
  }

  async send(message: pb.DestinationMessage): Promise<void> {
    for (const index of message.getNeed()?.getIndicesList() ?? []) this.needed.add(index)
    if (!message.hasNeedComplete()) return
    const { negotiate, openStreams, paths, plan } = this.options
    const files = paths.filter((_, number) => this.needed.has(plan.indices[number] ?? -1))
    if (files.length > 0) this.admission = openStreams((stream, ended) => this.follow(stream, ended))
    await negotiate(files)
    this.look()
  }

  /** Whatever the client still says is too much; it may close its side of the call. */
  watch(reader: CallReader<pb.ClientPushRequest>): void {
    reader.next().then(
      (message) => {
        if (message !== undefined) this.fail(protocolError('something after the end of its manifest'))
      },
      (error: unknown) => this.fail(isBlitError(error) ? error : gone(error)),
    )
  }

  close(): void {
    clearTimeout(this.timer)
  }

  private follow(stream: number, ended: Promise<void>): void {
    this.streams.push(stream)
    this.open++
    clearTimeout(this.timer)
    void ended.then(() => {
      this.open--
      this.look()
    })
  }

  private look(): void {
    if (this.open > 0) return
    if (this.options.isServed()) {
      this.admission?.close()
      this.finish()
      return
    }

    const { stallMs } = this.options
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.fail(
        new BlitError(
          'E_UNREACHABLE',
          `the client has not sent what it was asked for within ${stallMs / 1000} s`,
        ),
      )
    }, stallMs)
  }
}

function messagesOf({ batches, directories, entries }: SessionManifest): pb.SourceMessage[] {
  const marks = { complete: [], incomplete: [], links: [] }
  const complete = new pb.ManifestComplete().setEntries(entries).setDirs(directories).setScanComplete(true)
  return [
    ...batches.map((columns) =>
      new pb.SourceMessage().setEntries(encodeEntryBatch({ columns, marks }, { owner: false })),
    ),
    new pb.SourceMessage().setManifestComplete(complete),
  ]
}

function gone(error: unknown): BlitError {
  return new BlitError('E_UNREACHABLE', 'the client is gone', { cause: error })
}
