import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { loadNative } from '../dist/index.js'
import { linux } from './scratch.js'
import { runWorker } from './run-worker.js'

describe('loadNative', function () {
  this.timeout(60_000)

  it('gives the same binding at every call', () => {
    expect(loadNative()).to.equal(linux())
  })

  it('gives nothing while BLIT_NO_NATIVE is set', () => {
    process.env['BLIT_NO_NATIVE'] = '1'
    try {
      expect(loadNative()).to.equal(undefined)
    } finally {
      delete process.env['BLIT_NO_NATIVE']
    }

    expect(loadNative()).not.to.equal(undefined)
  })

  it('loads ffi-rs at the first call, not by the import', () => {
    expect(runScript('import-only')).to.deep.equal({ afterImport: false, afterLoad: true })
  })

  it('gives a worker nothing if the main thread has not loaded before, and the process lives', () => {
    expect(runScript('worker-first')).to.deep.equal({ early: false, main: true, late: true })
  })

  it('works in workers that come and go, fifty times two', async () => {
    linux()
    for (let round = 0; round < 50; round++) {
      const wrong = await Promise.all([1, 2].map(() => runWorker('many-calls', { calls: 20 })))
      expect(wrong).to.deep.equal([0, 0])
    }
  })

  it('gives right answers to threads that call at the same time', async () => {
    linux()
    const wrong = await Promise.all([1, 2, 3, 4].map(() => runWorker('many-calls', { calls: 3000 })))
    expect(wrong).to.deep.equal([0, 0, 0, 0])
  })

  it('leaks nothing call by call', () => {
    const growth = runScript('memory-growth', ['--expose-gc']) as Record<string, number>
    for (const [call, bytesPerCall] of Object.entries(growth)) expect(bytesPerCall, call).to.be.below(16)
  })
})

/** What `fixtures/NAME.js` prints, run by a process of its own. */
function runScript(name: string, nodeArguments: string[] = []): unknown {
  const script = fileURLToPath(new URL(`fixtures/${name}.js`, import.meta.url))
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...nodeArguments, script], {
    encoding: 'utf8',
  })
  expect({ status, signal, stderr }).to.deep.equal({ status: 0, signal: null, stderr: '' })
  return JSON.parse(stdout)
}
