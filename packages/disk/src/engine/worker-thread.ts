import { parentPort, workerData } from 'node:worker_threads'

import { loadNative } from '@blit/native'

import { workerAccess } from '../directory/directory-access.js'
import { EngineWorker } from './engine-worker.js'
import type { FromWorker, ToWorker, WorkerSetup } from './messages.js'
import { WorkerContext } from './worker-context.js'

const port = parentPort
if (port === null) throw new Error('this module is the entry of a worker thread')

const context = new WorkerContext(
  workerData as WorkerSetup,
  workerAccess(loadNative()),
  (message: FromWorker) => port.postMessage(message),
)
const worker = new EngineWorker(context)

port.on('message', (message: ToWorker) => {
  if (message.type === 'run') worker.run(message.tasks)
  else if (message.type === 'finish') worker.finish(message.finish)
  else {
    context.close()
    port.close()
  }
})
port.postMessage({ type: 'ready' } satisfies FromWorker)
