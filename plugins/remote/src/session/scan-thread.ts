// The thread that lists the source, and in a move empties it.
import {
  keepsXattrs,
  ManifestIndex,
  OutgoingScan,
  SourceRemoval,
  workerAccess,
  type DirectoryAccess,
  type OutgoingBatch,
} from '@blit/disk/outgoing'
import { loadNative } from '@blit/native'

import { withoutIndices } from './index-runs.js'
import { serveThread } from './serve-thread.js'
import type { FromScan, ScannedBatch, SourceSetup, ToScan } from './source-messages.js'
import { threadError } from './thread-error.js'
import { SourceXattrs } from './source-xattrs.js'

/** Rows a batch; fewer where much may be said of each. */
const ROWS = 1000
const ROWS_WITH_XATTRS = 500

// Of the session that it works for, one at a time.
let setup: SourceSetup
let manifest: ManifestIndex
// One for all of this thread: it knows which directory is the current one.
let access: DirectoryAccess
let scan: OutgoingScan | undefined
let xattrs: SourceXattrs
let removal: SourceRemoval | undefined

serveThread<SourceSetup>((given, port) => {
  setup = given
  manifest = new ManifestIndex()
  access = workerAccess(loadNative())
  scan = undefined
  xattrs = new SourceXattrs(setup, manifest, access)
  removal = undefined
  const say = (message: FromScan): void => port.postMessage(message)
  port.on('message', (message: ToScan) => {
    if (message.kind === 'stop') {
      removal?.close()
      xattrs.close()
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
  const { confine, names, options, root } = setup
  scan ??= new OutgoingScan({
    root,
    access,
    options,
    ...(names === undefined ? {} : { names }),
    ...(confine === undefined ? {} : { confine }),
  })
  const found = scan.next(keepsXattrs(options.preserve) ? ROWS_WITH_XATTRS : ROWS)
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

function scanned({ columns, failures, ...rest }: OutgoingBatch): ScannedBatch {
  manifest.add(columns)
  const batch = { buffer: columns.buffer, layout: columns.layout }
  const found = xattrs.of(columns)
  return { ...rest, ...found, batch, failures: [...failures, ...found.failures] }
}

function remove(message: Extract<ToScan, { readonly kind: 'remove' | 'remove-directories' }>): FromScan {
  const { options, root } = setup
  const { copyLinks, dryRun } = options
  removal ??= new SourceRemoval({ root, access, manifest, copyLinks, dryRun })
  if (message.kind === 'remove')
    return {
      kind: 'removed',
      ...removal.removeSource(withoutIndices(message.runs, xattrs.unread)),
      emptiesRoot: false,
    }
  const removed = removal.removeDirectories()
  return { kind: 'removed', ...removed, emptiesRoot: dryRun && removal.emptiesRoot }
}
