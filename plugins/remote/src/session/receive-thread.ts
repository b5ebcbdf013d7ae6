/**
 * The thread that receives one stream: frames off the connection, files onto the disk. It waits in system calls, and the
 * main thread wakes it by `shutdown(2)`.
 *
 * What it needs to know of entries lies in its feed before the source can have been asked for them. So it looks there
 * when a frame has come, without waiting: an index that is still unknown was never asked for.
 */
import { BlitError, EntryColumns, isBlitError } from '@blit/core'
import { IncomingFiles, XattrTable } from '@blit/disk/incoming'
import { receiveMessageOnPort } from 'node:worker_threads'

import {
  compressedCarrier,
  FrameReceiver,
  openCarrier,
  type Frame,
  type PieceResult,
} from '../data-plane/stream.js'
import { protocolError } from '../protocol/protocol-error.js'
import { RangeHash } from './range-hash.js'
import { serveThread } from './serve-thread.js'
import { threadError } from './thread-error.js'
import type { Feed, FromReceive, ReceiveThreadData } from './thread-messages.js'

// Of the session that it works for, one at a time.
let data: ReceiveThreadData
let files: IncomingFiles
let hash: RangeHash | undefined

/** Frames that have come, and are landed. */
let frames = 0

/** Is told how much has come of a large file's piece. */
let came: ((bytes: number) => void) | undefined

serveThread<ReceiveThreadData>((given, port) => {
  data = given
  frames = 0
  hash = undefined
  const say = (message: FromReceive): void => port.postMessage(message)
  files = new IncomingFiles(data.setup, (report) => say({ kind: 'report', report }))
  try {
    say(receive(say))
  } catch (error) {
    const isLost = isBlitError(error) && error.code === 'E_UNREACHABLE'
    const thrown = threadError(error)
    say(isLost ? { kind: 'lost', frames, held: files.held, error: thrown } : { kind: 'error', error: thrown })
  } finally {
    files.close()
    data.feed.close()
    port.close()
  }
})

function receive(say: (message: FromReceive) => void): FromReceive {
  const opened = openCarrier(data.carrier)
  const carrier = data.setup.worker.options.compress ? compressedCarrier(opened) : opened
  say({ kind: 'admitted' })
  try {
    const receiver = new FrameReceiver(carrier, {
      seeds: data.hashed ? data.seeds : undefined,
      requireHash: data.hashed && !data.hashesOptional,
      digests: data.setup.worker.options.verify ? data.seeds : undefined,
      onChunk(bytes) {
        throwIfCancelled()
        came?.(bytes)
      },
    })
    for (;;) {
      const frame = receiver.next()
      learn()
      if (frame.type === 'end') return { kind: 'end', counts: frame.counts, held: files.held }
      if (frame.attempt !== data.attempt) throw protocolError(`a frame of attempt ${frame.attempt}`)
      land(frame, receiver)
      frames = receiver.counts.frames
      files.flush()
    }
  } finally {
    carrier.close()
  }
}

function land(frame: Exclude<Frame, { readonly type: 'end' }>, receiver: FrameReceiver): void {
  if (frame.type === 'batch') {
    files.beginSmall()
    try {
      for (const { index, sizeBytes, start, status } of frame.files) {
        throwIfCancelled()
        if (status === 'same') files.same(entryOf(index), sizeBytes)
        else if (status === 'different') files.different(entryOf(index), sizeBytes)
        else if (status !== 'ok') files.giveUp(entryOf(index))
        else files.landSmall(entryOf(index), sizeBytes, frame.payload, start)
      }
    } finally {
      files.endSmall()
    }
  } else if (frame.type === 'piece') {
    const slot = files.piece(entryOf(frame.index), frame.offset, frame.length)
    let result: PieceResult
    came = slot.came
    try {
      result = receiver.pieceToFile(slot.fd, slot.write)
    } catch (error) {
      slot.release()
      throw error
    } finally {
      came = undefined
    }

    slot.done(result.status === 'ok', result.error ?? unlikeWritten(slot.fd, frame, result.digest))
  } else if (frame.type === 'held') files.heldPiece(entryOf(frame.index), frame.offset)
  else if (frame.status === 'same') files.same(entryOf(frame.index), frame.sizeBytes)
  else if (frame.status === 'different') files.different(entryOf(frame.index), frame.sizeBytes)
  else files.fileEnd(entryOf(frame.index), frame.sizeBytes, frame.status === 'ok')
}

/** With `--verify`: what is wrong with a piece when it is read back. */
function unlikeWritten(
  fd: number,
  { length, offset }: { readonly length: number; readonly offset: number },
  digest: Buffer | undefined,
): Error | undefined {
  if (digest === undefined || fd < 0) return undefined
  hash ??= new RangeHash(data.seeds)
  // A hole at the end is there when the file has its size.
  return hash.of(fd, offset, length, throwIfCancelled, true)?.equals(digest) === true
    ? undefined
    : new BlitError('E_DIFFER', 'what was read back is not what was written')
}

function entryOf(index: number): number {
  if (data.indices === undefined) return index
  const entry = data.indices[index]
  if (entry === undefined) throw protocolError(`${index}, which was not listed`)
  return entry
}

/** Takes what the main thread has put into the feed. */
function learn(): void {
  for (;;) {
    const received = receiveMessageOnPort(data.feed) as { readonly message: Feed } | undefined
    if (received === undefined) return
    const { message } = received
    if (message.kind === 'batch') {
      const { buffer, layout, xattrs } = message.batch
      files.add(new EntryColumns(buffer, layout), xattrs && new XattrTable(xattrs))
    } else
      for (const { index, pieces } of message.needs) if (pieces !== undefined) files.expect(index, pieces)
  }
}

function throwIfCancelled(): void {
  if (files.cancelled) throw new BlitError('E_INTERRUPTED', 'interrupted')
}
