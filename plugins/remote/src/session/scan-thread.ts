// The thread that lists the source, and in a move empties it.
import {
  ManifestIndex,
  OutgoingScan,
  SourceRemoval,
  workerAccess,
  type DirectoryAccess,
  type OutgoingBatch,
} from '@blit/disk/outgoing'
import { loadNative } from '@blit/native'

import { serveThread } from './serve-thread.js'
import type { FromScan, ScannedBatch, SourceSetup, ToScan } from './source-messages.js'
import { threadError } from './thread-error.js'

/** Rows a batch. */
const ROWS = 1000

// Of the session that it works for, one at a time.
let setup: SourceSetup
let manifest: ManifestIndex
// One for all of this thread: it knows which directory is the current one.
let access: DirectoryAccess
let scan: OutgoingScan | undefined
let removal: SourceRemoval | undefined

serveThread<SourceSetup>((given, port) => {
  setup = given
  manifest = new ManifestIndex()
  access = workerAccess(loadNative())
  scan = undefined
  removal = undefined
  const say = (message: FromScan): void => port.postMessage(message)
  port.on('message', (message: ToScan) => {
    if (message.kind === 'stop') {
      removal?.close()
      scan?.close()
      port.close()
      return
    }

    try {
      say(answer(message))
    } catch (error) {
      say({ kind: 'error', error: threadError(error) })
    }
  })
})

function answer(message: Exclude<ToScan, { readonly kind: 'stop' }>): FromScan {
  if (message.kind === 'next') return next()
  return message.kind === 'look-again' ? lookAgain(message.indices) : remove(message)
}

function next(): FromScan {
  const { names, options, root } = setup
  scan ??= new OutgoingScan({
    root,
    access,
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

function remove(message: Extract<ToScan, { readonly kind: 'remove' | 'remove-directories' }>): FromScan {
  const { options, root } = setup
  const { copyLinks, dryRun } = options
  removal ??= new SourceRemoval({ root, access, manifest, copyLinks, dryRun })
  if (message.kind === 'remove')
    return { kind: 'removed', ...removal.removeSource(message.runs), emptiesRoot: false }
  const removed = removal.removeDirectories()
  return { kind: 'removed', ...removed, emptiesRoot: dryRun && removal.emptiesRoot }
}
