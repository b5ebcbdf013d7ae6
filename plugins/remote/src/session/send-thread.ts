/**
 * The thread that sends one stream: files off the disk, frames onto the connection. It waits in system calls.
 *
 * 1. Work lies in its feed; small files are gathered into batches, which go when they are full or nothing else is to be done.
 * 2. Without work it waits for the bell, and says from time to time that it is alive.
 * 3. A large file is opened once for all pieces it sends of it in a row, and looked at after each. Whoever sends the last
 *    piece of all says what became of the file.
 */
import { BlitError, displayPath, EntryColumns, type Failure } from '@blit/core'
import { ManifestIndex, OutgoingFiles, workerAccess, type LargeOpen } from '@blit/disk/outgoing'
import { loadNative } from '@blit/native'
import { receiveMessageOnPort } from 'node:worker_threads'

import { BatchBuilder, FrameSender, openCarrier, type Status } from '../data-plane/stream.js'
import { Bell } from './bell.js'
import { FileProgress } from './file-progress.js'
import { RangeHash } from './range-hash.js'
import type { ChangedFile, FromSend, SendThreadData, Work } from './source-messages.js'
import { serveThread } from './serve-thread.js'
import { threadError } from './thread-error.js'

// Of the session that it works for, one at a time.
let data: SendThreadData
let say: (message: FromSend) => void
let bell: Bell
let manifest: ManifestIndex
let files: OutgoingFiles
let builder: BatchBuilder
let hasher: RangeHash
const large: { index: number; file: LargeOpen | undefined } = { index: -1, file: undefined }
let failures: Failure[] = []
let changed: ChangedFile[] = []

serveThread<SendThreadData>((given, port) => {
  data = given
  say = (message) => port.postMessage(message)
  bell = new Bell(data.bell)
  manifest = new ManifestIndex()
  files = new OutgoingFiles({
    root: data.setup.root,
    access: workerAccess(loadNative()),
    manifest,
    preserve: data.setup.options.preserve,
    copyLinks: data.setup.options.copyLinks,
    native: loadNative(),
  })
  builder = new BatchBuilder()
  hasher = new RangeHash(data.seeds)
  failures = []
  changed = []
  try {
    say(send())
  } catch (error) {
    say({ kind: 'error', error: threadError(error) })
  } finally {
    closeLarge()
    files.close()
    data.feed.close()
    port.close()
  }
})

function send(): FromSend {
  const carrier = openCarrier(data.carrier)
  try {
    const frames = new FrameSender(carrier, {
      seeds: data.hashed ? data.seeds : undefined,
      onChunk: throwIfCancelled,
    })
    for (;;) {
      throwIfCancelled()
      const rung = bell.rung
      const work = take()
      if (work === undefined) {
        frames.sendBatch(builder)
        flush()
        if (!bell.wait(rung, data.quietMs)) frames.nop()
      } else if (work.kind === 'batch') manifest.add(new EntryColumns(work.batch.buffer, work.batch.layout))
      else if (work.kind === 'small') for (const index of work.indices) sendSmall(frames, index)
      else if (work.kind === 'piece') sendPiece(frames, work)
      else if (work.kind === 'drain') {
        frames.sendBatch(builder)
        flush()
        say({ kind: 'drained' })
      } else {
        frames.sendBatch(builder)
        flush()
        frames.end()
        return { kind: 'end', counts: frames.counts }
      }
    }
  } finally {
    carrier.close()
  }
}

function take(): Work | undefined {
  return (receiveMessageOnPort(data.feed) as { readonly message: Work } | undefined)?.message
}

function sendSmall(frames: FrameSender, index: number): void {
  const found = manifest.find(index)
  if (found === undefined)
    throw new BlitError('E_PROTOCOL', `the other side asks for ${index}, which was not sent`)
  const size = found.columns.sizes[found.row] as number
  if (!builder.hasRoomFor(size)) frames.sendBatch(builder)
  const read = files.readSmall(index, builder.tail(size + 1), 0, size + 1)
  builder.add(index, size, read.status)
  if (read.status !== 'ok') fail(index, read.status, read.failure)
}

function sendPiece(
  frames: FrameSender,
  { held, index, length, offset, progress }: Extract<Work, { kind: 'piece' }>,
): void {
  const shared = new FileProgress(progress)
  const file = openLarge(index)
  let status: Status = file.status
  if (file.status === 'ok') {
    const { check, fd } = file
    if (held !== undefined && isHeld(fd, offset, length, held)) {
      frames.held(index, offset)
      status = check()
    } else status = frames.sendPiece({ index, attempt: 0, fd, offset, length, check })
  } else {
    // Its length was announced: it is sent as zeros, and the status says so.
    frames.sendPiece({ index, attempt: 0, fd: -1, offset, length })
  }

  const end = shared.sent(status)
  if (end === undefined) return
  if (end !== 'ok') fail(index, end, file.status === 'ok' ? unlike(index, end) : file.failure)
  const found = manifest.find(index)
  frames.fileEnd(index, found?.columns.sizes[found.row] ?? 0, end)
  closeLarge()
}

/** Whether the file has there what the other end has. */
function isHeld(fd: number, offset: number, length: number, held: Uint8Array): boolean {
  return hasher.of(fd, offset, length, throwIfCancelled)?.equals(held) === true
}

function openLarge(index: number): LargeOpen {
  if (large.index !== index || large.file === undefined) {
    closeLarge()
    large.index = index
    large.file = files.openLarge(index)
  }

  return large.file
}

function closeLarge(): void {
  if (large.file?.status === 'ok') large.file.close()
  large.file = undefined
}

function unlike(index: number, status: 'changed' | 'failed'): Failure {
  const found = manifest.find(index)
  const directory = manifest.directoryPath(found?.columns.directories[found.row] ?? 0)
  const name = found?.columns.name(found.row) ?? ''
  const path = directory === '' ? name : `${directory}/${name}`
  return status === 'changed'
    ? { path, code: 'E_CHANGED', message: `${displayPath(path)}: it changed while it was read` }
    : { path, code: 'E_READ', message: `${displayPath(path)}: it cannot be read` }
}

function fail(index: number, status: 'changed' | 'failed', failure: Failure): void {
  if (status === 'changed') changed.push({ index, failure })
  else failures.push(failure)
}

function flush(): void {
  if (failures.length + changed.length === 0) return
  say({ kind: 'failures', failures, changed })
  failures = []
  changed = []
}

function throwIfCancelled(): void {
  if (bell.isCancelled) throw new BlitError('E_INTERRUPTED', 'interrupted')
}
