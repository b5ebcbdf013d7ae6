// Runs one transfer in a process of its own, for tests that kill it, give it another user or measure it. Takes a request as
// JSON in its first argument; prints a line `begin` right before the transfer, and its outcome as JSON at the end.
import { readFileSync } from 'node:fs'
import process from 'node:process'

import { ARCHIVE_PRESERVE, DEFAULT_TRANSFER_OPTIONS } from '@blit/core'

import { DiskEndpoint, runLocalTransfer } from '../../dist/index.js'

const { operation, from, to, archive = false, options = {} } = JSON.parse(process.argv[2] ?? '{}')
const source = new DiskEndpoint({ root: from, label: from })
const destination = new DiskEndpoint({ root: to, label: to })
process.stdout.write('begin\n')
const outcome = await runLocalTransfer(
  {
    operation,
    source,
    destination,
    jobs: [{ kind: 'tree', sourcePath: '', destinationPath: '', prefix: '' }],
    options: { ...DEFAULT_TRANSFER_OPTIONS, ...(archive ? { preserve: ARCHIVE_PRESERVE } : {}), ...options },
    observer: {
      progress: ({ bytesDone }) => void process.stdout.write(`bytes ${bytesDone}\n`),
    },
    confirmDeletes: async () => {},
    signal: new AbortController().signal,
  },
  source,
  destination,
)
const peak = /^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
const error =
  outcome.error === undefined ? undefined : { code: outcome.error.code, message: outcome.error.message }
process.stdout.write(`${JSON.stringify({ ...outcome, error, peakKib: Number(peak) })}\n`)
