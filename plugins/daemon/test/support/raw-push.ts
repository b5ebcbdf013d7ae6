import { toBytes } from '@blit/core'
import { decodeError, pb } from '@blit/remote/protocol'
import { PlanStream, type Negotiation } from './plan-client.js'
import type { TestClient } from './client.js'

/** An entry as a hostile client would have it: nothing is checked. */
export interface RawEntry {
  readonly name: Buffer | string
  readonly type?: number
  readonly size?: number
  readonly mode?: number
  readonly mtime?: number
  readonly nanos?: number
  readonly target?: string
}

const FILE = 1

/** The columns of entries, as bytes. */
export function rawColumns(entries: readonly RawEntry[]): Uint8Array {
  const nul = Buffer.alloc(1)
  return new pb.EntryColumns()
    .setNames(Buffer.concat(entries.flatMap(({ name }) => [Buffer.from(name), nul])))
    .setTypes(Buffer.from(entries.map(({ type = FILE }) => type)))
    .setSizesList(entries.map(({ size = 0 }) => size))
    .setMtimeSecondsList(entries.map(({ mtime = 1_000_000_000 }) => mtime))
    .setMtimeNanosList(entries.map(({ nanos = 0 }) => nanos))
    .setModesList(entries.map(({ mode = 0o644 }) => mode))
    .setTargets(
      Buffer.concat(
        entries.flatMap(({ target }) => (target === undefined ? [] : [Buffer.from(`${target}\0`)])),
      ),
    )
    .serializeBinary()
}

/** One push of version 1, said message by message. */
export class RawPush {
  readonly answers: pb.ServerPushResponse[] = []
  private readonly call
  private status: { readonly code: string } | undefined
  private over = false
  private wake: () => void = () => {}
  private sent = 0

  constructor(private readonly client: TestClient) {
    this.call = client.raw.push()
    this.call.on('data', (answer: pb.ServerPushResponse) => {
      this.answers.push(answer)
      this.wake()
    })
    this.call.on('error', (error: Error) => {
      this.status = decodeError(error, 'daemon')
      this.over = true
      this.wake()
    })
    this.call.on('end', () => {
      this.over = true
      this.wake()
    })
  }

  header(
    path: string,
    more: { module?: string; options?: (options: pb.TransferOptions) => void } = {},
  ): this {
    const options = new pb.TransferOptions()
      .setOperation('copy')
      .setCompare('quick')
      .setModifyWindowNanos('1000')
    options.setPreserve(new pb.Preserve()).setMaxStreams(2)
    more.options?.(options)
    return this.say(
      new pb.ClientPushRequest().setHeader(
        new pb.PushHeader()
          .setProtocol(new pb.Protocol().setVersion(1).setMinVersion(1))
          .setPlace(new pb.Place().setModule(more.module ?? 'data').setPath(toBytes(path)))
          .setOptions(options)
          .setTree(true),
      ),
    )
  }

  say(message: pb.ClientPushRequest): this {
    this.call.write(message)
    return this
  }

  source(fill: (message: pb.SourceMessage) => void): this {
    const message = new pb.SourceMessage()
    fill(message)
    return this.say(new pb.ClientPushRequest().setSource(message))
  }

  /** Entries of one directory (index plus 1, 0 being the root); what is in a batch beside them is the test's to set. */
  entries(
    entries: readonly RawEntry[],
    { directory = 0, set }: { directory?: number; set?: (batch: pb.EntryBatch) => void } = {},
  ): this {
    const batch = new pb.EntryBatch().setFirstIndex(this.sent).setColumns(rawColumns(entries))
    if (entries.length > 0) batch.setDirectoriesList([directory]).setCountsList([entries.length])
    set?.(batch)
    this.sent += entries.length
    return this.source((message) => message.setEntries(batch))
  }

  complete(entries = this.sent, dirs = 0): this {
    const complete = new pb.ManifestComplete().setEntries(entries).setDirs(dirs).setScanComplete(true)
    return this.source((message) => message.setManifestComplete(complete))
  }

  dataDone(...streams: number[]): this {
    return this.source((message) => message.setDataDone(new pb.DataDone().setStreamsList(streams)))
  }

  /** How to open streams, once something is needed. */
  async negotiation(): Promise<Negotiation> {
    await this.until(() => this.answers.some((answer) => answer.hasTransferNegotiation()))
    const found = this.answers.find((answer) => answer.hasTransferNegotiation())?.getTransferNegotiation()
    if (found === undefined) throw new Error(`there is no negotiation: ${await this.outcome()}`)
    return {
      data_port: found.getDataPort(),
      one_time_token: Buffer.from(found.getOneTimeToken_asU8()),
      session_id: Buffer.from(found.getSessionId_asU8()),
      max_streams: found.getMaxStreams(),
      files_to_upload: [],
    }
  }

  /** Resolves when so many indices were asked for. */
  async needs(count: number): Promise<void> {
    await this.until(
      () =>
        this.answers.reduce(
          (sum, answer) => sum + (answer.getDestination()?.getNeed()?.getIndicesList().length ?? 0),
          0,
        ) >= count,
    )
  }

  async stream(number: number): Promise<PlanStream> {
    return PlanStream.open(this.client.port, await this.negotiation(), number)
  }

  /** The code of the error it ends with, in its summary or its status, or `OK`. */
  async outcome(): Promise<string> {
    await this.until(() => false)
    const summary = this.answers.find((answer) => answer.getDestination()?.hasSummary())
    return this.status?.code ?? summary?.getDestination()?.getSummary()?.getError()?.getCode() ?? 'OK'
  }

  cancel(): void {
    this.call.cancel()
  }

  private async until(isSo: () => boolean): Promise<void> {
    while (!isSo() && !this.over) await new Promise<void>((resolve) => (this.wake = resolve))
  }
}
