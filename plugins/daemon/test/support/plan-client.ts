// A client of the first plan, written from proto/blit.proto and docs/wire.md: it shares no code with blit.
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { credentials, loadPackageDefinition, type Client, type ServiceError } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'

const PROTO = fileURLToPath(new URL('../../../../proto/blit.proto', import.meta.url))

/** A file to be pushed. */
export interface PlanFile {
  readonly relative_path: string
  readonly content: Buffer
  readonly mtime_seconds?: number
  readonly permissions?: number
}

export interface Negotiation {
  readonly data_port: number
  readonly one_time_token: Buffer
  readonly files_to_upload: readonly string[]
  readonly session_id: Buffer
  readonly max_streams: number
}

interface Summary {
  readonly files_transferred: string
  readonly bytes_transferred: string
}

interface Response {
  readonly payload?: string
  readonly transfer_negotiation?: Negotiation
  readonly summary?: Summary
}

interface Call {
  write(message: unknown): void
  end(): void
  cancel(): void
  on(event: 'data', listener: (response: Response) => void): this
  on(event: 'error', listener: (error: ServiceError) => void): this
  on(event: 'end', listener: () => void): this
}

/** One push, said message by message. */
export class PlanPush {
  readonly answers: Response[] = []
  /** The status the call ends with, if not OK. */
  error: ServiceError | undefined
  private readonly client: Client
  private readonly call: Call
  private ended = false
  private wake: () => void = () => {}

  constructor(readonly port: number) {
    const { blit } = loadPackageDefinition(
      loadSync(PROTO, { keepCase: true, defaults: true, oneofs: true }),
    ) as unknown as {
      blit: { v2: { Blit: new (target: string, how: unknown) => Client & { Push: () => Call } } }
    }
    const client = new blit.v2.Blit(`127.0.0.1:${port}`, credentials.createInsecure())
    this.client = client
    this.call = client.Push()
    this.call
      .on('data', (answer) => {
        this.answers.push(answer)
        this.wake()
      })
      .on('error', (error) => {
        this.error = error
        this.ended = true
        this.wake()
      })
      .on('end', () => {
        this.ended = true
        this.wake()
      })
  }

  say(message: Readonly<Record<string, unknown>>): void {
    this.call.write(message)
  }

  /** Header, one message a file, and the end of it. */
  list(header: Readonly<Record<string, unknown>>, files: readonly PlanFile[]): void {
    this.say({ header })
    for (const { content, mtime_seconds = 1_000_000_000, permissions = 0o644, relative_path } of files)
      this.say({ file_manifest: { relative_path, size: content.length, mtime_seconds, permissions } })
    this.say({ manifest_complete: {} })
  }

  /** Says no more; still hears. */
  closeWriting(): void {
    this.call.end()
  }

  async negotiation(): Promise<Negotiation> {
    await this.until(() => this.answers.length > 0)
    const found = this.answers[0]?.transfer_negotiation
    if (found === undefined) throw this.error ?? new Error('there is no negotiation')
    return found
  }

  async summary(): Promise<Summary> {
    await this.until(() => this.answers.length > 1)
    const found = this.answers[1]?.summary
    if (found === undefined) throw this.error ?? new Error('there is no summary')
    return found
  }

  /** Resolves when the call is over. */
  async end(): Promise<void> {
    await this.until(() => false)
  }

  close(): void {
    this.call.cancel()
    this.client.close()
  }

  private async until(isSo: () => boolean): Promise<void> {
    while (!isSo() && !this.ended) await new Promise<void>((resolve) => (this.wake = resolve))
  }
}

/** One data connection: preface, ack, frames. */
export class PlanStream {
  private frames = 0n
  private bytes = 0n
  private files = 0n

  private constructor(readonly socket: Socket) {}

  static async open(
    port: number,
    { one_time_token: token, session_id: session }: Negotiation,
    stream: number,
  ): Promise<PlanStream> {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {
      // Its 'close' follows.
    })
    const number = Buffer.alloc(2)
    number.writeUInt16LE(stream)
    const proof = createHmac('sha256', token).update(session).update(number).digest()
    socket.write(Buffer.concat([Buffer.from('BLT2'), Buffer.from([1, 0]), number, session, proof]))
    const ack = await Promise.race([
      once(socket, 'data').then(([bytes]) => bytes as Buffer),
      once(socket, 'close').then(() => Buffer.alloc(0)),
    ])
    if (!ack.equals(Buffer.from('BLTA\x01\0\0\0'))) throw new Error(`not an ack: ${ack.toString('hex')}`)
    return new PlanStream(socket)
  }

  /** Small files, whole. */
  batch(files: ReadonlyArray<{ readonly index: number; readonly content: Buffer }>): void {
    const records = files.map(({ content, index }) => {
      const record = Buffer.alloc(12)
      record.writeUInt32LE(index, 0)
      record.writeUInt32LE(content.length, 4)
      return record
    })
    this.frame(1, files.length, 0, Buffer.concat([...records, ...files.map(({ content }) => content)]))
    for (const { content } of files) this.count(content.length, 1)
  }

  piece(index: number, offset: number, content: Buffer): void {
    this.frame(2, index, offset, content)
    this.count(content.length, 0)
  }

  fileEnd(index: number, size: number): void {
    this.frame(3, index, size, Buffer.alloc(0))
    this.count(0, 1)
  }

  end(): void {
    const counts = Buffer.alloc(24)
    counts.writeBigUInt64LE(this.frames, 0)
    counts.writeBigUInt64LE(this.bytes, 8)
    counts.writeBigUInt64LE(this.files, 16)
    this.frame(5, 0, 0, counts)
  }

  /** A frame of any kind: header, payload, and a trailer that says ok, without a hash. */
  frame(type: number, index: number, offset: number, payload: Buffer): void {
    const header = Buffer.alloc(24)
    header.writeUInt8(type, 0)
    header.writeUInt32LE(index, 4)
    header.writeBigUInt64LE(BigInt(offset), 8)
    header.writeBigUInt64LE(BigInt(payload.length), 16)
    this.socket.write(Buffer.concat([header, payload, Buffer.alloc(24)]))
    this.frames++
  }

  private count(bytes: number, files: number): void {
    this.bytes += BigInt(bytes)
    this.files += BigInt(files)
  }
}

const SMALL = 256 * 1024
const PIECE = 8 * 1024 * 1024

/** Sends what was asked for, evenly over so many streams. */
export async function upload(
  port: number,
  negotiation: Negotiation,
  files: readonly PlanFile[],
  streams: number,
): Promise<void> {
  const open: PlanStream[] = []
  for (let number = 0; number < streams; number++) open.push(await PlanStream.open(port, negotiation, number))
  let turn = 0
  const next = (): PlanStream => open[turn++ % streams] as PlanStream
  for (const path of negotiation.files_to_upload) {
    const index = files.findIndex(({ relative_path }) => relative_path === path)
    const { content } = files[index] as PlanFile
    if (content.length <= SMALL) next().batch([{ index, content }])
    else {
      for (let at = 0; at < content.length; at += PIECE)
        next().piece(index, at, content.subarray(at, at + PIECE))
      next().fileEnd(index, content.length)
    }
  }

  for (const stream of open) stream.end()
}
