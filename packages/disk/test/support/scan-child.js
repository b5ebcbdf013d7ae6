// Lists a tree in a process of its own, as a worker thread would: for tests that give it another user or measure it. Takes
// the root in its first argument; prints what came of it as JSON.
import process from 'node:process'

import { DEFAULT_TRANSFER_OPTIONS } from '@blit/core'
import { loadNative } from '@blit/native'

import { ManifestIndex, openRoot, OutgoingScan, workerAccess } from '../../dist/outgoing/index.js'

const access = workerAccess(loadNative())
const root = openRoot(process.argv[2] ?? '')
const scan = new OutgoingScan({ root, access, options: DEFAULT_TRANSFER_OPTIONS })
const manifest = new ManifestIndex()
const outcome = {
  access: access.kind,
  types: {},
  failures: [],
  incomplete: [],
  text: 0,
  heldBytes: 0,
  peakBytes: 0,
}
const measures = globalThis.gc !== undefined

function used() {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

// What is compiled or made once, is made before.
const before = measures ? used() : 0
for (let part = 0; ; part++) {
  const batch = scan.next(4096)
  if (batch === undefined) break
  manifest.add(batch.columns)
  outcome.text += batch.columns.layout.nameBytes + batch.columns.layout.targetBytes
  outcome.failures.push(...batch.failures)
  outcome.incomplete.push(...batch.incomplete)
  if (measures && part % 4 === 3) outcome.peakBytes = Math.max(outcome.peakBytes, used() - before)
}

const { complete, entries } = scan
scan.close()
// Every directory's path has been asked for, as those who send would.
for (let index = 0; index < manifest.count; index++) {
  const found = manifest.find(index)
  if (found.columns.type(found.row) === 'directory') manifest.directoryPath(index + 1)
  if (!measures)
    outcome.types[
      `${manifest.directoryPath(found.columns.directories[found.row])}/${found.columns.name(found.row)}`
    ] = found.columns.type(found.row)
}

outcome.heldBytes = measures ? used() - before : 0
process.stdout.write(JSON.stringify({ ...outcome, complete, entries, held: manifest.count }))
