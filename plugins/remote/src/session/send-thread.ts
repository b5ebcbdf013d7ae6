/**
 * The thread that sends one stream: files off the disk, frames onto the connection. It waits in system calls.
 *
 * Work lies in its feed. Without any it waits for the bell, and says from time to time that it is alive. When the
 * connection breaks, it waits for the next one. It ends when it is told to.
 */
import { BlitError, isBlitError } from '@blit/core'
import { ManifestIndex, OutgoingFiles, RateLimit, workerAccess } from '@blit/disk/outgoing'
import { loadNative } from '@blit/native'
import { receiveMessageOnPort } from 'node:worker_threads'

import { compressedCarrier, FrameSender, openCarrier, type CarrierSetup } from '../data-plane/stream.js'
import { Bell } from './bell.js'
import type { FromSend, SendThreadData, Work } from './source-messages.js'
import { serveThread } from './serve-thread.js'
import { StreamSender } from './stream-sender.js'
import { threadError } from './thread-error.js'

type Connection = Extract<Work, { readonly kind: 'connection' }>

// Of the session that it works for, one at a time.
let data: SendThreadData
let say: (message: FromSend) => void
let bell: Bell
let sender: StreamSender
let limit: RateLimit | undefined

serveThread<SendThreadData>((given, port) => {
  data = given
  say = (message) => port.postMessage(message)
  bell = new Bell(data.bell)
  const manifest = new ManifestIndex()
  const files = new OutgoingFiles({
    root: data.setup.root,
    access: workerAccess(loadNative()),
    manifest,
    preserve: data.setup.options.preserve,
    copyLinks: data.setup.options.copyLinks,
    native: loadNative(),
    ...(data.setup.confine === undefined ? {} : { confine: data.setup.confine }),
  })
  const { bwlimitBytesPerSec: rate, dryRun } = data.setup.options
  limit = rate === undefined ? undefined : new RateLimit(new BigInt64Array(data.paid), rate)
  sender = new StreamSender({ manifest, files, seeds: data.seeds, say, dryRun, pause: throwIfCancelled })
  try {
    serve()
  } catch (error) {
    if (!(bell.isCancelled && sender.isDone)) say({ kind: 'error', error: threadError(error) })
  } finally {
    sender.close()
    files.close()
    data.feed.close()
    port.close()
  }
})

/** Never returns: throws when it is told to end, or what went wrong. */
function serve(): never {
  let { attempt, carrier } = data
  sender.again(0, attempt)
  for (;;) {
    let next: Connection | undefined
    try {
      next = send(carrier)
    } catch (error) {
      if (bell.isCancelled || !isBlitError(error) || error.code !== 'E_UNREACHABLE') throw error
      say({ kind: 'lost', attempt, error: threadError(error) })
    }

    next ??= nextConnection()
    carrier = next.carrier
    attempt++
    sender.again(next.frames, attempt)
  }
}

/** Sends over one connection until there is another. */
function send(setup: CarrierSetup): Connection {
  const opened = openCarrier(setup)
  const carrier = data.setup.options.compress ? compressedCarrier(opened) : opened
  say({ kind: 'admitted' })
  try {
    const frames = new FrameSender(carrier, {
      seeds: data.hashed ? data.seeds : undefined,
      ...(limit !== undefined && { stepBytes: limit.stepBytes }),
      onChunk: pace,
    })
    for (;;) {
      throwIfCancelled()
      const rung = bell.rung
      if (sender.isIdle) {
        const work = take()
        if (work?.kind === 'connection') return work
        if (work !== undefined) sender.add(work)
      }

      if (!sender.isIdle) sender.step(frames)
      else if (sender.isDone) bell.wait(rung, data.quietMs)
      else {
        sender.flush(frames)
        if (!bell.wait(rung, data.quietMs)) frames.nop()
      }
    }
  } finally {
    carrier.close()
  }
}

/** Waits for it; work that comes before is kept. */
function nextConnection(): Connection {
  for (;;) {
    throwIfCancelled()
    const rung = bell.rung
    const work = take()
    if (work === undefined) bell.wait(rung, data.quietMs)
    else if (work.kind === 'connection') return work
    else sender.add(work)
  }
}

function take(): Work | undefined {
  return (receiveMessageOnPort(data.feed) as { readonly message: Work } | undefined)?.message
}

/** Waits until so many bytes may go. */
function pace(bytes: number): void {
  const until = performance.now() + (limit?.take(bytes) ?? 0)
  for (let left = 0; !bell.isCancelled && (left = until - performance.now()) > 0;) bell.wait(bell.rung, left)
  throwIfCancelled()
}

function throwIfCancelled(): void {
  if (bell.isCancelled) throw new BlitError('E_INTERRUPTED', 'interrupted')
}
