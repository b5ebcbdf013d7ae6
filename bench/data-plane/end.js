// One end of a data connection: the process, and the thread in it that moves the bytes.
import { once } from 'node:events'
import { createServer } from 'node:net'
import process from 'node:process'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { loadNative } from '../../packages/native/dist/index.js'
import { DataListener, dialData } from '../../plugins/remote/dist/data-plane/index.js'
import { openCarrier } from '../../plugins/remote/dist/data-plane/stream.js'
import { receive, send } from './ways.js'

const SESSION = { sessionId: Buffer.alloc(16, 1), token: Buffer.alloc(32, 2) }
const TIMEOUTS = { handshakeTimeoutMs: 10_000, stallTimeoutMs: 60_000 }

if (isMainThread) await main(JSON.parse(process.argv[2] ?? '{}'))
else serve(workerData)

async function main(task) {
  loadNative()
  const connection = task.role === 'send' ? await dial(task.port) : await accept()
  const thread = new Worker(new URL(import.meta.url), {
    workerData: { setup: connection.setup, task },
    transferList: [...connection.transfer],
    trackUnmanagedFds: false,
  })
  // the thread has started, and waits; what starting costs is not the question
  await once(thread, 'message')
  const before = process.cpuUsage()
  thread.postMessage('go')
  const [seconds] = await once(thread, 'message')
  const { user, system } = process.cpuUsage(before)
  // what is still on its way goes on; then the process ends by itself
  connection.close()
  process.send?.({ seconds, cpuSeconds: (user + system) / 1e6 }, () => process.disconnect())
}

function dial(port) {
  return dialData({ host: '127.0.0.1', port, stream: 0, ...SESSION, ...TIMEOUTS })
}

async function accept() {
  const listener = new DataListener({ ...TIMEOUTS, maxUnauthenticated: 1 })
  const admitted = new Promise((resolve) => {
    listener.open({ ...SESSION, maxStreams: 1, onStream: (_, connection) => resolve(connection) })
  })
  const server = createServer({ pauseOnConnect: true }, (socket) => listener.accept(socket))
  server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }))
  const connection = await admitted
  server.close()
  return connection
}

function serve({ setup, task }) {
  parentPort?.once('message', () => {
    const carrier = openCarrier(setup)
    const begun = process.hrtime.bigint()
    const move = task.role === 'send' ? send : receive
    move({ ...task, carrier, fd: setup.via.fd, native: loadNative() })
    carrier.close()
    parentPort?.postMessage(Number(process.hrtime.bigint() - begun) / 1e9)
  })
  parentPort?.postMessage('ready')
}
