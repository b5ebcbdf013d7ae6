import { loadNative } from '@blit/native'
import { closeSync, constants, openSync } from 'node:fs'
import { parentPort, type MessagePort } from 'node:worker_threads'

/** What a thread is given for one session. */
export interface ThreadStart {
  readonly data: unknown
  /** To the session's main thread. `run` closes it when it has done what it was to do. */
  readonly port: MessagePort
}

/** The last thing a thread says for a session: it holds nothing of it any more. */
export const THREAD_DONE = 'done'

/**
 * The entry of a thread: runs what comes, one after the other; ends when it is told `undefined`. What `run` throws ends the
 * thread, and the session with it.
 */
export function serveThread<Data>(run: (data: Data, port: MessagePort) => void): void {
  const parent = parentPort
  if (parent === null) throw new Error('this module is the entry of a worker thread')
  parent.on('message', (start: ThreadStart | undefined) => {
    if (start === undefined) {
      parent.close()
      return
    }

    const { data, port } = start
    const close = port.close.bind(port)
    port.close = () => {
      leave()
      port.postMessage(THREAD_DONE)
      close()
    }
    run(data as Data, port)
  })
}

/** A directory in which a thread waits could not be unmounted. */
function leave(): void {
  const native = loadNative()
  if (native?.fchdir === undefined) return
  const root = openSync('/', constants.O_RDONLY | constants.O_DIRECTORY)
  try {
    // Where that is denied the directory is that of the whole process, and threads stay out of it.
    native.unshareFs()
    native.fchdir(root)
  } catch {
    // It has not gone anywhere.
  } finally {
    closeSync(root)
  }
}
