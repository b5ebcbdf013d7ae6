// A daemon that says what a test tells it to. It checks nothing, and of blit it uses the messages only.
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import {
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js'
import { decodeEntries, encodeEntries, pb, BlitService, type BlitHandlers } from '@blit/remote/protocol'

export interface HostileDaemon {
  readonly port: number
  close(): void
}

/** An entry as it is to be sent: nothing is checked. */
export interface RawEntry {
  readonly name: Buffer | string
  readonly type?: number
  readonly size?: number
  readonly mode?: number
  readonly target?: string
}

export const FILE = 1
export const DIRECTORY = 2
export const SYMLINK = 3

const PREFACE_BYTES = 56
const STREAM_AT = 6
const ACK = Buffer.from('BLTA\x01\0\0\0', 'latin1')

/** Answers to what is asked before a session: there is a directory, whatever the path. */
const POLITE: Partial<BlitHandlers> = {
  ping(_, answer) {
    answer(null, new pb.PingResponse().setProtocol(protocol()))
  },
  stat(call, answer) {
    const path = Buffer.from(call.request.getPlace()?.getPath_asU8() ?? []).toString()
    const name = path.slice(path.lastIndexOf('/') + 1)
    const isFile = name.startsWith('file')
    const entry = encodeEntries([
      isFile
        ? { name, type: 'file', sizeBytes: 3, mtimeNs: 0n }
        : { name, type: 'directory', sizeBytes: 0, mtimeNs: 0n },
    ])
    answer(
      null,
      new pb.StatResponse()
        .setFound(true)
        .setEntry(pb.EntryColumns.deserializeBinary(entry))
        .setLimits(new pb.Limits().setMaxNameBytes(255).setMtimeGrainNanos('1')),
    )
  },
  identity(_, answer) {
    answer(null, new pb.IdentityResponse().setSelfList([Buffer.alloc(32, 7)]))
  },
}

export function protocol(): pb.Protocol {
  return new pb.Protocol().setVersion(1).setMinVersion(1).setSoftware('blit daemon')
}

/** Listens on a free port of 127.0.0.1. */
export async function hostileDaemon(handlers: Partial<BlitHandlers>): Promise<HostileDaemon> {
  const server = new Server()
  server.addService(BlitService, { ...POLITE, ...handlers } as UntypedServiceImplementation)
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    )
  })
  return { port, close: () => server.forceShutdown() }
}

/** Its end of a data connection; frames are of any kind. */
export class RawStream {
  private frames = 0n
  private bytes = 0n
  private files = 0n

  constructor(readonly socket: Socket) {}

  /** Whole small files. */
  batch(
    files: ReadonlyArray<{ readonly index: number; readonly content: string; readonly size?: number }>,
  ): this {
    const records = files.map(({ content, index, size = content.length }) => {
      const record = Buffer.alloc(12)
      record.writeUInt32LE(index, 0)
      record.writeUInt32LE(size, 4)
      return record
    })
    const payload = Buffer.concat([...records, ...files.map(({ content }) => Buffer.from(content))])
    this.bytes += BigInt(files.reduce((sum, { content }) => sum + content.length, 0))
    this.files += BigInt(files.length)
    return this.frame({ type: 1, index: files.length, payload })
  }

  frame({
    attempt = 0,
    flags = 0,
    index = 0,
    length,
    offset = 0,
    payload = Buffer.alloc(0),
    status = 0,
    type,
  }: {
    readonly type: number
    readonly flags?: number
    readonly attempt?: number
    readonly index?: number
    readonly offset?: number
    readonly length?: bigint
    readonly status?: number
    readonly payload?: Buffer
  }): this {
    const header = Buffer.alloc(24)
    header[0] = type
    header[1] = flags
    header.writeUInt16LE(attempt, 2)
    header.writeUInt32LE(index, 4)
    header.writeBigUInt64LE(BigInt(offset), 8)
    header.writeBigUInt64LE(length ?? BigInt(payload.length), 16)
    const trailer = Buffer.alloc(24)
    trailer.writeUInt32LE(status, 0)
    this.frames++
    return this.raw(Buffer.concat([header, payload, trailer]))
  }

  end(counts: readonly bigint[] = [this.frames, this.bytes, this.files]): this {
    const payload = Buffer.alloc(24)
    for (const [i, count] of counts.entries()) payload.writeBigUInt64LE(count, i * 8)
    return this.frame({ type: 5, payload })
  }

  raw(bytes: Buffer): this {
    this.socket.write(bytes)
    return this
  }
}

/** A port for data connections. */
export class DataPort {
  readonly streams: RawStream[] = []
  private readonly sockets = new Set<Socket>()
  private wake: () => void = () => {}

  private constructor(
    readonly port: number,
    private readonly stop: () => void,
  ) {}

  /** `ack` is what a connection is answered. */
  static async open(ack: Buffer | undefined = ACK): Promise<DataPort> {
    const server = createServer((socket) => port.take(socket, ack))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const port = new DataPort((server.address() as AddressInfo).port, () => server.close())
    return port
  }

  /** The stream of this number, once it is dialled. */
  async stream(number: number): Promise<RawStream> {
    for (;;) {
      const found = this.streams[number]
      if (found !== undefined) return found
      await new Promise<void>((resolve) => (this.wake = resolve))
    }
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy()
    this.stop()
  }

  private take(socket: Socket, ack: Buffer | undefined): void {
    this.sockets.add(socket)
    socket.on('error', () => {})
    let preface = Buffer.alloc(0)
    socket.on('data', (bytes: Buffer) => {
      if (preface.length >= PREFACE_BYTES) return
      preface = Buffer.concat([preface, bytes])
      if (preface.length < PREFACE_BYTES) return
      if (ack !== undefined) socket.write(ack)
      this.streams[preface.readUInt16LE(STREAM_AT)] = new RawStream(socket)
      this.wake()
    })
  }
}

/** The daemon's side of a session, said message by message. */
class RawSession<Request, Response> {
  protected sent = 0
  readonly heard: Request[] = []
  private wake: () => void = () => {}
  private over = false

  constructor(
    readonly call: ServerDuplexStream<Request, Response>,
    readonly data: DataPort,
  ) {
    call.on('error', () => {})
    call.on('data', (message: Request) => {
      this.heard.push(message)
      this.wake()
    })
    for (const event of ['end', 'cancelled', 'close'])
      call.on(event, () => {
        this.over = true
        this.wake()
      })
  }

  /** Resolves when the client has said what is asked for, or nothing more. */
  async until(isSo: (heard: Request) => boolean): Promise<void> {
    while (!this.over && !this.heard.some((one) => isSo(one)))
      await new Promise<void>((resolve) => (this.wake = resolve))
  }

  protected offer(streams = 1): pb.DataTransferNegotiation {
    return new pb.DataTransferNegotiation()
      .setDataPort(this.data.port)
      .setOneTimeToken(Buffer.alloc(32, 1))
      .setSessionId(Buffer.alloc(16, 2))
      .setMaxStreams(streams)
      .setSeedA('1')
      .setSeedB('2')
  }

  protected welcome(): pb.Welcome {
    return new pb.Welcome()
      .setProtocol(protocol())
      .setSessionId(Buffer.alloc(16, 2))
      .setLimits(new pb.Limits().setMaxNameBytes(255).setMtimeGrainNanos('1'))
      .setExists(true)
      .setMaxStreams(2)
  }
}

/** A pull: the daemon is the source. */
export class RawPull extends RawSession<pb.ClientPullRequest, pb.ServerPullResponse> {
  begin(set: (offer: pb.DataTransferNegotiation) => void = () => {}): this {
    const offer = this.offer()
    set(offer)
    this.call.write(new pb.ServerPullResponse().setWelcome(this.welcome()))
    this.call.write(new pb.ServerPullResponse().setNegotiation(offer))
    return this
  }

  source(fill: (message: pb.SourceMessage) => void): this {
    const message = new pb.SourceMessage()
    fill(message)
    this.call.write(new pb.ServerPullResponse().setSource(message))
    return this
  }

  /** Entries of one directory: its index plus 1, 0 being the root. */
  entries(entries: readonly RawEntry[], directory = 0, set: (batch: pb.EntryBatch) => void = () => {}): this {
    const batch = new pb.EntryBatch().setFirstIndex(this.sent).setColumns(columns(entries))
    if (entries.length > 0) batch.setDirectoriesList([directory]).setCountsList([entries.length])
    set(batch)
    this.sent += entries.length
    return this.source((message) => message.setEntries(batch))
  }

  complete(entries = this.sent, dirs = 0, scanComplete = true): this {
    const end = new pb.ManifestComplete().setEntries(entries).setDirs(dirs).setScanComplete(scanComplete)
    return this.source((message) => message.setManifestComplete(end))
  }

  done(...streams: number[]): this {
    return this.source((message) => message.setDataDone(new pb.DataDone().setStreamsList(streams)))
  }

  /** Stream 0, when something is needed. */
  async stream(): Promise<RawStream> {
    await this.until((heard) => heard.getDestination()?.hasNeed() === true)
    return this.data.stream(0)
  }
}

/** A push: the daemon is the destination. */
export class RawPush extends RawSession<pb.ClientPushRequest, pb.ServerPushResponse> {
  begin(): this {
    this.call.write(new pb.ServerPushResponse().setWelcome(this.welcome()))
    return this
  }

  negotiate(set: (offer: pb.DataTransferNegotiation) => void = () => {}): this {
    const offer = this.offer(2)
    set(offer)
    this.call.write(new pb.ServerPushResponse().setTransferNegotiation(offer))
    return this
  }

  destination(fill: (message: pb.DestinationMessage) => void): this {
    const message = new pb.DestinationMessage()
    fill(message)
    this.call.write(new pb.ServerPushResponse().setDestination(message))
    return this
  }

  need(...indices: number[]): this {
    return this.destination((message) => message.setNeed(new pb.Need().setIndicesList(indices)))
  }

  needComplete(files = 0): this {
    return this.destination((message) => message.setNeedComplete(new pb.NeedComplete().setFiles(files)))
  }

  summary(set: (summary: pb.Summary) => void = () => {}): this {
    const summary = new pb.Summary()
    set(summary)
    return this.destination((message) => message.setSummary(summary))
  }

  committed(last: boolean, ...runs: number[]): this {
    return this.destination((message) =>
      message.setCommitted(new pb.Committed().setRunsList(runs).setLast(last)),
    )
  }

  /** Indices of the files that it was told of. */
  files(): number[] {
    return this.heard.flatMap((message) => {
      const batch = message.getSource()?.getEntries()
      if (batch === undefined) return []
      const entries = decodeEntries(batch.getColumns() as Uint8Array)
      return entries.flatMap(({ type }, i) => (type === 'file' ? [batch.getFirstIndex() + i] : []))
    })
  }

  async listed(): Promise<void> {
    await this.until((heard) => heard.getSource()?.hasManifestComplete() === true)
  }

  async dataDone(): Promise<void> {
    await this.until((heard) => heard.getSource()?.hasDataDone() === true)
  }
}

/** Columns as bytes, whatever is in them. */
export function columns(entries: readonly RawEntry[]): Uint8Array {
  const nul = Buffer.alloc(1)
  return new pb.EntryColumns()
    .setNames(Buffer.concat(entries.flatMap(({ name }) => [Buffer.from(name), nul])))
    .setTypes(Buffer.from(entries.map(({ type = FILE }) => type)))
    .setSizesList(entries.map(({ size = 0 }) => size))
    .setMtimeSecondsList(entries.map(() => 1_000_000_000))
    .setMtimeNanosList(entries.map(() => 0))
    .setModesList(entries.map(({ mode = 0o644 }) => mode))
    .setTargets(
      Buffer.concat(
        entries.flatMap(({ target }) => (target === undefined ? [] : [Buffer.from(`${target}\0`)])),
      ),
    )
    .serializeBinary()
}
