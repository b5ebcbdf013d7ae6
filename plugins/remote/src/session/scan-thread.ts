// The thread that lists the source.
import { ManifestIndex, OutgoingScan, workerAccess, type OutgoingBatch } from '@blit/disk/outgoing'
import { loadNative } from '@blit/native'
import { parentPort, workerData } from 'node:worker_threads'

import type { FromScan, ScannedBatch, SourceSetup, ToScan } from './source-messages.js'
import { threadError } from './thread-error.js'

/** Rows a batch. */
const ROWS = 1000

const port = parentPort
if (port === null) throw new Error('this module is the entry of a worker thread')

const { names, options, root } = workerData as SourceSetup
const say = (message: FromScan): void => port.postMessage(message)
const manifest = new ManifestIndex()
let scan: OutgoingScan | undefined

port.on('message', (message: ToScan) => {
  if (message.kind === 'stop') {
    scan?.close()
    port.close()
    return
  }

  try {
    say(message.kind === 'next' ? next() : lookAgain(message.indices))
  } catch (error) {
    say({ kind: 'error', error: threadError(error) })
  }
})

function next(): FromScan {
  scan ??= new OutgoingScan({
    root,
    access: workerAccess(loadNative()),
    options,
    ...(names === undefined ? {} : { names }),
  })
  const found = scan.next(ROWS)
  if (found === undefined) {
    const { complete, directories, entries } = scan
    return { kind: 'done', complete, directories, entries }
  }

  return { kind: 'batch', scanned: scanned(found) }
}

function lookAgain(indices: readonly number[]): FromScan {
  if (scan === undefined) throw new TypeError('nothing was listed')
  const { failed: _, supersedes, ...found } = scan.lookAgain(indices, manifest)
  return { kind: 'batch', scanned: scanned(found), supersedes }
}

function scanned({ columns, ...rest }: OutgoingBatch): ScannedBatch {
  manifest.add(columns)
  return { ...rest, batch: { buffer: columns.buffer, layout: columns.layout } }
}
