import { Worker } from 'node:worker_threads'

/** Runs `fixtures/NAME.js` in a worker and gives the message it posts, once it has exited with 0. */
export function runWorker(name: string, workerData: unknown = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = new URL(`fixtures/${name}.js`, import.meta.url)
    // not the loader the tests run under: these are plain JavaScript
    const worker = new Worker(script, { workerData, execArgv: [] })
    let message: unknown
    worker.on('message', (value) => {
      message = value
    })
    worker.on('error', reject)
    worker.on('exit', (code) =>
      code === 0 ? resolve(message) : reject(new Error(`worker exited with ${code}`)),
    )
  })
}
