import { expect } from 'chai'
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'

import { DEFAULT_TRANSFER_OPTIONS, type TransferOptions } from '@blit/core'
import { startBench, type Bench, type Way } from './support/daemon-bench.js'

const OPTIONS: TransferOptions = {
  ...DEFAULT_TRANSFER_OPTIONS,
  preserve: { ...DEFAULT_TRANSFER_OPTIONS.preserve, hardLinks: true },
}
const UPDATE: TransferOptions = { ...OPTIONS, compare: { ...OPTIONS.compare, update: true } }
const EXISTING: TransferOptions = { ...OPTIONS, compare: { ...OPTIONS.compare, ignoreExisting: true } }

describe('hard links between machines', () => {
  let bench: Bench

  before(async () => {
    bench = await startBench()
  })

  beforeEach(() => {
    mkdirSync(bench.at('from/dir'), { recursive: true })
    writeFileSync(bench.at('from/a'), 'of the source')
    for (const name of ['b', 'c', 'dir/d']) linkSync(bench.at('from/a'), bench.at('from', name))
    for (const name of ['a', 'dir', '']) utimesSync(bench.at('from', name), 1e9, 1e9)
  })

  afterEach(() => {
    for (const root of ['from', 'to']) rmSync(bench.at(root), { recursive: true, force: true })
  })

  after(async () => bench.stop())

  const inode = (name: string): number => statSync(bench.at('to', name)).ino
  const content = (name: string): string => readFileSync(bench.at('to', name), 'utf8')

  for (const way of ['local', 'push', 'pull', 'relay'] as readonly Way[]) {
    const copy = async (options: TransferOptions): Promise<Record<string, unknown>> => {
      const { report } = await bench.transfer({
        way,
        operation: 'copy',
        sources: ['from/'],
        destination: 'to',
        options,
      })
      return report
    }

    it(`are one file there, too (${way})`, async () => {
      const counts = { filesScanned: 4, filesCopied: 1, linksCreated: 3, failures: [] }
      expect(await copy({ ...OPTIONS, dryRun: true })).to.deep.include(counts)
      expect(await copy(OPTIONS)).to.deep.include(counts)
      expect(new Set(['a', 'b', 'c', 'dir/d'].map(inode)).size).to.equal(1)
      const again = { filesCopied: 0, linksCreated: 0, filesSkipped: 4, failures: [] }
      expect(await copy({ ...OPTIONS, dryRun: true })).to.deep.include(again)
      expect(await copy(OPTIONS)).to.deep.include(again)
    })

    for (const [what, options] of [
      ['newer', UPDATE],
      ['there', EXISTING],
    ] as const) {
      it(`are not linked to a file that stays because it is ${what}, nor in the place of one (${way})`, async () => {
        mkdirSync(bench.at('to'))
        for (const name of ['a', 'c']) writeFileSync(bench.at('to', name), `kept ${name}`)
        expect(await copy(options)).to.deep.include({ filesCopied: 1, linksCreated: 1, failures: [] })
        expect(['a', 'b', 'c', 'dir/d'].map(content)).to.deep.equal([
          'kept a',
          'of the source',
          'kept c',
          'of the source',
        ])
        expect(inode('b')).to.equal(inode('dir/d'))
      })
    }

    it(`leave the time of a directory in which nothing else lands (${way})`, async () => {
      await copy(OPTIONS)
      rmSync(bench.at('to/dir/d'))
      utimesSync(bench.at('to/dir'), 1e9, 1e9)
      expect(await copy(OPTIONS)).to.include({ filesCopied: 0, linksCreated: 1 })
      expect(statSync(bench.at('to/dir')).mtimeMs).to.equal(1e12)
    })
  }
})
