/**
 * What one thread of a source has to send over its stream, and has sent.
 *
 * 1. Work is done in its order. Small files are gathered into batches, which go when they are full or nothing else is to be done.
 * 2. A large file is opened once for all pieces it sends of it in a row, and looked at after each. Whoever sends the last
 *    piece of all says what became of the file.
 * 3. What was sent is kept in mind, frame by frame: when the connection breaks, the destination says how many frames it has,
 *    and all that came later is done again over the next one. A step that broke in the midst is still the first to be done.
 */
import { displayPath, EntryColumns, type Failure } from '@blit/core'
import type { LargeOpen, ManifestIndex, OutgoingFiles } from '@blit/disk/outgoing'

import { pieceAt, pieceCount } from '../data-plane/piece-grid.js'
import {
  BatchBuilder,
  type FileStatus,
  type FrameSender,
  type HashSeeds,
  type Status,
} from '../data-plane/stream.js'
import { protocolError } from '../protocol/protocol-error.js'
import { FileProgress } from './file-progress.js'
import { RangeHash } from './range-hash.js'
import type { ChangedFile, FromSend, Work } from './source-messages.js'

const HASH_BYTES = 16
const NO_HASH = new Uint8Array(HASH_BYTES)
/** In a long comparison, a sign of life after so many pieces. */
const PIECES_A_NOP = 64

type PieceWork = Extract<Work, { readonly kind: 'piece' }>

type Step =
  | Exclude<Work, { readonly kind: 'connection' | 'piece' }>
  /** `again`: it was sent before, over a connection that broke. */
  | (PieceWork & { readonly again?: boolean })
  | { readonly kind: 'file-end'; readonly index: number; readonly status: FileStatus }

interface Queued {
  readonly step: Step
  /** How many of its files are in a batch. */
  done: number
  /** It was dealt, and who did that waits for it. */
  readonly dealt?: boolean
}

export interface StreamSenderOptions {
  readonly manifest: ManifestIndex
  readonly files: OutgoingFiles
  readonly seeds: HashSeeds
  readonly say: (message: FromSend) => void
  /** No content is sent: only whether it would have to be. */
  readonly dryRun: boolean
  /** May throw, to cancel. */
  readonly pause: () => void
}

export class StreamSender {
  private readonly builder = new BatchBuilder()
  private readonly hash: RangeHash
  private readonly large: { index: number; file: LargeOpen | undefined } = { index: -1, file: undefined }
  private queue: Queued[] = []
  /** Files in the batch that is not sent. */
  private inBatch: number[] = []
  /** In a dry run the hashes that they are compared with. */
  private hashesInBatch: Uint8Array[] = []
  private sent: Array<{ readonly frame: number; readonly step: Step }> = []
  /** What became of files that could not be sent: they are not read again. */
  private readonly unread = new Map<number, Status>()
  private failures: Failure[] = []
  private changed: ChangedFile[] = []
  private attempt = 0
  private hasEnded = false

  constructor(private readonly options: StreamSenderOptions) {
    this.hash = new RangeHash(options.seeds)
  }

  /** Further work. */
  add(step: Step): void {
    const dealt = step.kind === 'compare' || step.kind === 'piece' || step.kind === 'small'
    this.queue.push({ step, done: 0, dealt })
  }

  /** Nothing is left to be done. */
  get isIdle(): boolean {
    return this.queue.length === 0
  }

  /** All was sent, and said to be. */
  get isDone(): boolean {
    return this.hasEnded && this.isIdle
  }

  /** Over the next connection, of which the frames have this attempt; what comes after `frames` of the last one is done again. */
  again(frames: number, attempt: number): void {
    const lost = this.sent.filter(({ frame }) => frame > frames)
    const steps = lost.map(({ step }) => ({
      step: step.kind === 'piece' ? { ...step, again: true } : step,
      done: 0,
    }))
    this.queue = [...steps, ...this.queue]
    if (this.hasEnded) this.add({ kind: 'end' })
    this.sent = []
    this.hasEnded = false
    this.attempt = attempt
  }

  /** Does the next step, or goes on with it. */
  step(frames: FrameSender): void {
    const first = this.queue[0]
    if (first === undefined) return
    this.take(first, frames)
    if (first.dealt === true && this.queue[0] !== first) this.options.say({ kind: 'done' })
  }

  /** Sends what is gathered, and tells what could not be sent. */
  flush(frames: FrameSender): void {
    this.sendBatch(frames)
    const { changed, failures } = this
    if (failures.length + changed.length === 0) return
    this.options.say({ kind: 'failures', failures, changed })
    this.failures = []
    this.changed = []
  }

  close(): void {
    this.closeLarge()
  }

  private take(first: Queued, frames: FrameSender): void {
    const { step } = first
    switch (step.kind) {
      case 'batch': {
        this.options.manifest.add(new EntryColumns(step.batch.buffer, step.batch.layout))
        break
      }

      case 'small': {
        for (; first.done < step.indices.length; first.done++) {
          const hash = step.hashes?.subarray(first.done * HASH_BYTES, (first.done + 1) * HASH_BYTES)
          this.sendSmall(frames, step.indices[first.done] as number, hash)
        }

        break
      }

      case 'piece': {
        this.sendPiece(frames, step)
        return
      }

      case 'compare': {
        this.compare(frames, step.index, step.hashes)
        return
      }

      case 'file-end': {
        frames.fileEnd(step.index, this.sizeOf(step.index), step.status, this.attempt)
        this.keep(frames, step)
        this.closeLarge()
        break
      }

      case 'drain': {
        this.flush(frames)
        this.options.say({ kind: 'drained' })
        break
      }

      default: {
        this.flush(frames)
        frames.end()
        this.hasEnded = true
        this.options.say({ kind: 'end', counts: frames.counts })
      }
    }

    this.queue.shift()
  }

  private sendBatch(frames: FrameSender): void {
    if (this.builder.count === 0) return
    frames.sendBatch(this.builder, this.attempt)
    const { hashesInBatch, inBatch: indices } = this
    const hashes = this.options.dryRun ? { hashes: Buffer.concat(hashesInBatch) } : {}
    this.keep(frames, { kind: 'small', indices, ...hashes })
    this.inBatch = []
    this.hashesInBatch = []
  }

  private sendSmall(frames: FrameSender, index: number, held: Uint8Array | undefined): void {
    const { builder, unread } = this
    const size = this.sizeOf(index)
    if (!builder.hasRoomFor(size)) this.sendBatch(frames)
    const known = unread.get(index)
    if (known === undefined) {
      const read = this.options.files.readSmall(index, builder.tail(size + 1), 0, size + 1)
      const isSame = read.status === 'ok' && held !== undefined && this.isSame(builder.tail(size), held)
      const isDifferent = this.options.dryRun && read.status === 'ok'
      builder.add(index, size, isSame ? 'same' : isDifferent ? 'different' : read.status)
      if (read.status !== 'ok') {
        unread.set(index, read.status)
        this.fail(index, read.status, read.failure)
      }
    } else builder.add(index, size, known)
    this.inBatch.push(index)
    if (this.options.dryRun) this.hashesInBatch.push(held ?? NO_HASH)
  }

  private isSame(content: Buffer, held: Uint8Array): boolean {
    return this.hash.ofBytes(content).equals(held)
  }

  /** Of a large file: whether it is what the destination has. If not, its pieces will be dealt to all streams. */
  private compare(frames: FrameSender, index: number, hashes: Uint8Array): void {
    const size = this.sizeOf(index)
    const file = this.openLarge(index)
    let isSame = file.status === 'ok'
    for (let piece = 0; isSame && file.status === 'ok' && piece < pieceCount(size); piece++) {
      const { length, offset } = pieceAt(size, piece)
      const held = hashes.subarray(piece * HASH_BYTES, (piece + 1) * HASH_BYTES)
      isSame = this.isHeld(file.fd, offset, length, held)
      // What was gathered does not wait for that, and the stream is not silent.
      this.flush(frames)
      if (piece % PIECES_A_NOP === 0) frames.nop()
    }

    isSame &&= file.status === 'ok' && file.check() === 'ok'
    this.queue.shift()
    if (isSame) this.queue.unshift({ step: { kind: 'file-end', index, status: 'same' }, done: 0 })
    else if (this.options.dryRun) this.endDifferent(index, file)
    else this.options.say({ kind: 'differs', index })
  }

  private endDifferent(index: number, file: LargeOpen): void {
    const status = file.status === 'ok' ? file.check() : file.status
    if (status !== 'ok')
      this.fail(index, status, file.status === 'ok' ? this.unlike(index, status) : file.failure)
    const said = status === 'ok' ? 'different' : status
    this.queue.unshift({ step: { kind: 'file-end', index, status: said }, done: 0 })
  }

  private sendPiece(frames: FrameSender, step: PieceWork & { readonly again?: boolean }): void {
    const { held, index, length, offset } = step
    const { attempt } = this
    const shared = new FileProgress(step.progress)
    const file = this.openLarge(index)
    let status: Status = file.status
    if (file.status === 'ok') {
      const { check, fd } = file
      if (held !== undefined && this.isHeld(fd, offset, length, held)) {
        // Before it is said: afterwards it would be part of the file.
        status = check()
        if (status === 'ok') frames.held(index, offset, attempt)
        else frames.sendPiece({ index, attempt, fd: -1, offset, length })
      } else status = frames.sendPiece({ index, attempt, fd, offset, length, check })
    } else {
      // Its length was announced: it is sent as zeros, and the status says so.
      frames.sendPiece({ index, attempt, fd: -1, offset, length })
    }

    this.queue.shift()
    this.keep(frames, step)
    const end = step.again === true ? undefined : shared.sent(status)
    const isNews = step.again === true && status !== 'ok' && shared.fail(status)
    const ended = isNews ? status : end
    if (ended !== undefined && ended !== 'ok')
      this.fail(index, ended, file.status === 'ok' ? this.unlike(index, ended) : file.failure)
    if (end !== undefined) this.queue.unshift({ step: { kind: 'file-end', index, status: end }, done: 0 })
  }

  /** Remembers what the last frame was. */
  private keep(frames: FrameSender, step: Step): void {
    this.sent.push({ frame: frames.counts.frames, step })
  }

  /** Whether the file has there what the other end has. */
  private isHeld(fd: number, offset: number, length: number, held: Uint8Array): boolean {
    return this.hash.of(fd, offset, length, this.options.pause)?.equals(held) === true
  }

  private openLarge(index: number): LargeOpen {
    const { large } = this
    if (large.index !== index || large.file === undefined) {
      this.closeLarge()
      large.index = index
      large.file = this.options.files.openLarge(index)
    }

    return large.file
  }

  private closeLarge(): void {
    const { large } = this
    if (large.file?.status === 'ok') large.file.close()
    large.file = undefined
  }

  private sizeOf(index: number): number {
    const found = this.options.manifest.find(index)
    if (found === undefined) throw protocolError(`a need for ${index}, which was not sent`)
    return found.columns.sizes[found.row] as number
  }

  private unlike(index: number, status: 'changed' | 'failed'): Failure {
    const { manifest } = this.options
    const found = manifest.find(index)
    const directory = manifest.directoryPath(found?.columns.directories[found.row] ?? 0)
    const name = found?.columns.name(found.row) ?? ''
    const path = directory === '' ? name : `${directory}/${name}`
    return status === 'changed'
      ? { path, code: 'E_CHANGED', message: `${displayPath(path)}: it changed while it was read` }
      : { path, code: 'E_READ', message: `${displayPath(path)}: it cannot be read` }
  }

  private fail(index: number, status: 'changed' | 'failed', failure: Failure): void {
    if (status === 'changed') this.changed.push({ index, failure })
    else this.failures.push(failure)
  }
}
