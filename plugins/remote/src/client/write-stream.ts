/**
 * Files written one by one to a daemon, any number at once over one call and one data connection, both made when they are
 * first needed.
 *
 * 1. A file is begun by the control plane. When the daemon has a place for it to land, and only then, its content is taken and
 *    sent; who fails before that has taken none of it.
 * 2. After its last byte, or when there is to be none, comes FILE_END, and the daemon says what became of the file: it has its
 *    name, or nothing is left of it.
 * 3. What breaks either plane fails the files under way; the next one begins anew.
 */
import type { ClientDuplexStream } from '@grpc/grpc-js'
import { BlitError, type ErrorCode, type WriteOptions } from '@blit/core'
import { dialSocket, MAX_HELD_PIECE_BYTES, PieceSender } from '#data-plane'
import { inTime, type CallReader } from '#session'
import { BlitService, decodeFailure, pb } from '../protocol/index.js'
import { metadataMessage } from './changes.js'
import { dialOptions } from './dial-options.js'
import { ownProtocol } from './greet.js'
import { hearDaemon } from './hear-daemon.js'
import type { RemotePlace } from './remote-place.js'
import { HANDSHAKE_MS, QUIET_MS } from './session-route.js'
import { Slots } from './slots.js'
import { untilAborted } from './until-aborted.js'

/** Files under way at once; a daemon takes no more than 64. */
const MAX_FILES = 32
/** How long one who was told to stop waits for the daemon to have removed what there was. */
const LEAVE_MS = 2000

type WriteCall = ClientDuplexStream<pb.WriteRequest, pb.WriteResponse>

interface Open {
  readonly call: WriteCall
  readonly sender: PieceSender
  readonly close: () => void
}

/** A file under way. */
interface Sent {
  readonly index: number
  readonly path: string
  /** Its content may be sent. */
  readonly ready: Pending
  /** The daemon is done with it. */
  readonly written: Pending
}

export class WriteStream {
  private opening: Promise<Open> | undefined
  private readonly stop = new AbortController()
  private readonly files = new Map<number, Sent>()
  private readonly slots = new Slots(MAX_FILES)
  private nextIndex = 0

  constructor(private readonly place: RemotePlace) {}

  /** See `Endpoint.write`. */
  async write(path: string, content: AsyncIterable<Uint8Array>, options: WriteOptions): Promise<void> {
    const { signal } = options
    this.place.begin(options)
    const bytes = this.place.bytesOf(path)
    if (path === '') throw new BlitError('E_USAGE', 'the root cannot be a file')
    const release = await this.slots.take(signal)
    try {
      const stream = await untilAborted(this.open(), signal)
      await this.sendFile(stream, this.begin(stream, path, bytes, options), content, options)
    } finally {
      release()
    }
  }

  /** Ends what runs. */
  close(): void {
    const { opening } = this
    this.opening = undefined
    this.failAll(new BlitError('E_UNEXPECTED', `${this.place.label}: the endpoint is closed`))
    if (opening === undefined) this.stop.abort()
    else
      opening.then(
        ({ close }) => close(),
        () => {}, // Whoever waited for it was told.
      )
  }

  private begin(
    { call }: Open,
    path: string,
    bytes: Uint8Array,
    { fsync = false, metadata, sizeBytes }: WriteOptions,
  ): Sent {
    const file = { index: this.nextIndex++, path, ready: new Pending(), written: new Pending() }
    this.files.set(file.index, file)
    const message = new pb.WriteFile()
      .setIndex(file.index)
      .setPath(bytes)
      .setSize(sizeBytes)
      .setMetadata(metadataMessage(metadata))
      .setFsync(fsync)
    call.write(new pb.WriteRequest().setFile(message))
    return file
  }

  private async sendFile(
    { sender }: Open,
    file: Sent,
    content: AsyncIterable<Uint8Array>,
    { signal, sizeBytes }: WriteOptions,
  ): Promise<void> {
    let hasEnded = false
    try {
      await untilAborted(file.ready.promise, signal)
      const sentBytes = await this.sendContent(sender, file, content, { signal, sizeBytes })
      sender.fileEnd(file.index, sentBytes, 'ok')
      hasEnded = true
      await untilAborted(file.written.promise, signal)
    } catch (error) {
      // What there is of it has to go, and is to be gone when this rejects.
      await atMost(LEAVE_MS, file.ready.promise)
      if (file.ready.isResolved && !hasEnded) sender.fileEnd(file.index, 0, 'failed')
      await atMost(LEAVE_MS, file.written.promise)
      if (!file.written.isSettled) this.lose(signal.reason ?? error)
      throw error
    }
  }

  /** Gives how many bytes there were. */
  private async sendContent(
    sender: PieceSender,
    { index, written }: Sent,
    content: AsyncIterable<Uint8Array>,
    { signal, sizeBytes }: Pick<WriteOptions, 'signal' | 'sizeBytes'>,
  ): Promise<number> {
    let sentBytes = 0
    for await (const chunk of content) {
      signal.throwIfAborted()
      // Why, it rejects with below.
      if (written.isSettled) break
      if (sentBytes + chunk.length > sizeBytes) throw changed(sizeBytes)
      for (let start = 0; start < chunk.length; start += MAX_HELD_PIECE_BYTES) {
        const piece = chunk.subarray(start, start + MAX_HELD_PIECE_BYTES)
        await untilAborted(sender.piece(index, sentBytes, piece), signal)
        sentBytes += piece.length
      }
    }

    signal.throwIfAborted()
    if (sentBytes !== sizeBytes && !written.isSettled) throw changed(sizeBytes)
    return sentBytes
  }

  private async open(): Promise<Open> {
    this.opening ??= this.connect()
    const { opening } = this
    try {
      return await opening
    } catch (error) {
      if (this.opening === opening) this.opening = undefined
      throw error
    }
  }

  private async connect(): Promise<Open> {
    const { connection, module } = this.place
    const { signal } = this.stop
    const call = connection.converse(BlitService.write, { signal })
    call.on('error', () => {})
    const answers = hearDaemon<pb.WriteResponse>(call, connection, signal, connection.silenceMs)

    try {
      const header = new pb.WriteHeader().setProtocol(ownProtocol()).setModule(module)
      call.write(new pb.WriteRequest().setHeader(header))
      const offer = (await inTime(answers.next(), connection.at.name, HANDSHAKE_MS))?.getNegotiation()
      if (offer === undefined)
        throw new BlitError('E_PROTOCOL', `${connection.at.name} does not let files be written`)
      const socket = await dialSocket(dialOptions(connection, offer, 0, signal))
      const sender = new PieceSender(socket, { a: BigInt(offer.getSeedA()), b: BigInt(offer.getSeedB()) })
      const alive = setInterval(() => sender.nop(), QUIET_MS)
      const close = (): void => {
        clearInterval(alive)
        sender.end()
        socket.destroySoon()
        call.end()
      }
      const open = { call, sender, close }
      // Nothing comes on it; reading tells when it ends.
      socket.resume().once('close', () => {
        clearInterval(alive)
        call.cancel()
      })
      this.hear(answers).then(
        () => this.lose(new BlitError('E_PROTOCOL', `${connection.at.name} wants no more files`)),
        (error: unknown) => this.lose(error),
      )
      return open
    } catch (error) {
      call.cancel()
      throw error
    }
  }

  private async hear(answers: CallReader<pb.WriteResponse>): Promise<void> {
    for (let answer = await answers.next(); answer !== undefined; answer = await answers.next()) {
      const ready = answer.getReady()
      const written = answer.getWritten()
      const index = (ready ?? written)?.getIndex()
      const file = index === undefined ? undefined : this.files.get(index)
      if (file === undefined || (ready === undefined && written === undefined))
        throw new BlitError('E_PROTOCOL', `${this.place.label}: an answer came that nobody waits for`)
      if (ready !== undefined) file.ready.resolve()
      else if (written !== undefined) this.settle(file, written.getFailure())
    }
  }

  private settle(file: Sent, failure: pb.Failure | undefined): void {
    this.files.delete(file.index)
    if (failure === undefined) {
      // It can have had no content without being ready for it.
      if (file.ready.isSettled) file.written.resolve()
      else
        this.lose(new BlitError('E_PROTOCOL', `${this.place.label}: a file was written before it was sent`))
      return
    }

    const { code, message } = decodeFailure(failure, 'E_WRITE')
    const error = new BlitError(code as ErrorCode, message, { path: file.path })
    file.ready.reject(error)
    file.written.reject(error)
  }

  /** The connection is not to be used any more. */
  private lose(error: unknown): void {
    const { opening } = this
    this.opening = undefined
    opening?.then(
      ({ call, close }) => {
        call.cancel()
        close()
      },
      () => {},
    )
    this.failAll(error)
  }

  private failAll(error: unknown): void {
    for (const { ready, written } of this.files.values()) {
      ready.reject(error)
      written.reject(error)
    }

    this.files.clear()
  }
}

/** A promise that is settled from outside, and tells whether it is. */
class Pending {
  readonly promise: Promise<void>
  isSettled = false
  isResolved = false
  private settle: { readonly resolve: () => void; readonly reject: (error: unknown) => void } | undefined

  constructor() {
    this.promise = new Promise((resolve, reject) => (this.settle = { resolve, reject }))
    // Whoever waits for it is told.
    this.promise.catch(() => {})
  }

  resolve(): void {
    this.isResolved ||= !this.isSettled
    this.isSettled = true
    this.settle?.resolve()
  }

  reject(error: unknown): void {
    this.isSettled = true
    this.settle?.reject(error)
  }
}

/** Resolves when the promise has settled, or so much later. */
async function atMost(timeoutMs: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, timeoutMs)))
  await Promise.race([promise.catch(() => {}), late])
  clearTimeout(timer)
}

function changed(sizeBytes: number): BlitError {
  return new BlitError('E_CHANGED', `its content was not ${sizeBytes} bytes long`)
}
