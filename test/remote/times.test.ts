import { expect } from 'chai'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

import { DEFAULT_TRANSFER_OPTIONS } from '@blit/core'
import { startBench, type Way } from './support/daemon-bench.js'

describe('times between machines', () => {
  it('before 1970 are kept, which only the binding can: threads have it', async function () {
    if (process.platform !== 'linux' || process.env['BLIT_NO_NATIVE']) this.skip()
    const bench = await startBench()
    try {
      for (const way of ['local', 'push', 'pull', 'relay'] as readonly Way[]) {
        mkdirSync(bench.at(way, 'from'), { recursive: true })
        writeFileSync(bench.at(way, 'from/file'), 'content')
        execFileSync('touch', ['-d', '@-554915752.5', bench.at(way, 'from/file')])
        const operands = { sources: [`${way}/from/`], destination: `${way}/to` }
        await bench.transfer({ way, operation: 'copy', ...operands, options: DEFAULT_TRANSFER_OPTIONS })
        expect(statSync(bench.at(way, 'to/file')).mtimeMs, way).to.equal(-554915752500)
      }
    } finally {
      await bench.stop()
    }
  })
})
