// The thread that hashes what the destination holds of files before it asks for them.
import { HeldHashes } from '@blit/disk/incoming'

import { PayloadHash } from '../data-plane/stream.js'
import { serveThread } from './serve-thread.js'
import { threadError } from './thread-error.js'
import type { FromHash, HashThreadData, ToHash } from './thread-messages.js'

serveThread<HashThreadData>(({ seeds, setup }, port) => {
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
})
