// The thread that hashes what the destination holds of files before it asks for them.
import { HeldHashes } from '@blit/disk/incoming'
import { parentPort, workerData } from 'node:worker_threads'

import { PayloadHash } from '../data-plane/stream.js'
import { threadError } from './thread-error.js'
import type { FromHash, HashThreadData, ToHash } from './thread-messages.js'

const port = parentPort
if (port === null) throw new Error('this module is the entry of a worker thread')

const { seeds, setup } = workerData as HashThreadData
const held = new HeldHashes(setup, new PayloadHash(seeds))
const say = (message: FromHash): void => port.postMessage(message)

port.on('message', (message: ToHash) => {
  if (message.kind === 'stop') {
    held.close()
    port.close()
    return
  }

  try {
    say({ kind: 'answer', hashes: message.contents.map((content) => held.of(content)) })
  } catch (error) {
    say({ kind: 'error', error: threadError(error) })
  }
})
