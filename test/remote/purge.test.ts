import { expect } from 'chai'
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'

import { makeSandbox, type Run, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

describe('a purge at a daemon', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess

  before(async () => {
    sandbox = makeSandbox()
    for (const module of ['m', 'local', 'outside']) mkdirSync(sandbox.at(module))
    writeFileSync(sandbox.at('outside/precious'), 'precious')
    daemon = await startDaemonProcess([`m=${sandbox.at('m')}`, `ro=${sandbox.at('m')}:ro`])
  })

  beforeEach(() => {
    for (const root of ['m', 'local']) {
      mkdirSync(sandbox.at(root, 'tree/sub/empty'), { recursive: true })
      for (const name of ['a.o', 'b', 'sub/c.o', 'sub/d', 'new\nline'])
        writeFileSync(sandbox.at(root, 'tree', name), name)
      if (!existsSync(sandbox.at(root, 'tree/link')))
        symlinkSync(sandbox.at('outside'), sandbox.at(root, 'tree/link'))
    }
  })

  after(async () => {
    await daemon.stop()
    sandbox.remove()
  })

  const at = (path: string, module = 'm'): string => `blit://127.0.0.1:${daemon.port}/${module}/${path}`

  async function json(...args: string[]): Promise<{ run: Run; value: Record<string, unknown> }> {
    const run = await sandbox.run(['purge', ...args, '--json'])
    return { run, value: JSON.parse(run.stdout) as Record<string, unknown> }
  }

  /** What both have left of the tree. */
  const left = (root: string): string[] =>
    (readdirSync(sandbox.at(root), { recursive: true }) as string[])
      .filter((name) => !name.startsWith('.blit-sessions'))
      .sort()

  const CASES: ReadonlyArray<readonly [string, ...string[]]> = [
    ['tree', '-n'],
    ['tree/', '--exclude', '*.o', '-y'],
    ['tree/sub/', '-y', '-v'],
    ['tree/link', '-y'],
    ['tree/', '-y', '--max-delete', '3'],
    ['tree/none', '-y'],
    ['tree/', '--min-size', '2', '-y'],
    ['tree', '-y'],
  ]
  for (const [path, ...flags] of CASES) {
    it(`S2, S3: leaves and says what a local one does: ${[path, ...flags].join(' ')}`, async () => {
      const there = await json(at(path), ...flags)
      const here = await json(`local/${path}`, ...flags)
      const { durationMs: _, route: __, ...said } = there.value
      const asHere = JSON.stringify(said).replaceAll(at(''), 'local/')
      expect(here.value).to.deep.include(JSON.parse(asHere))
      expect([there.run.code, left('m')]).to.deep.equal([here.run.code, left('local')])
      expect(readdirSync(sandbox.at('outside'))).to.deep.equal(['precious'])
    })
  }

  it('S2: asks before anything goes, and does not without a terminal', async () => {
    const before = left('m')
    expect((await sandbox.run(['purge', at('tree')])).code).to.equal(7)
    expect(left('m')).to.deep.equal(before)
  })

  it('S19: is refused by a module that is read-only', async () => {
    const before = left('m')
    const ways = [['-y'], ['-y', '-v'], ['-n'], ['-n', '-y']]
    for (const flags of ways) {
      const { run } = await json(at('tree', 'ro'), ...flags)
      const inWords = await sandbox.run(['purge', at('tree', 'ro'), ...flags])
      expect([run.code, inWords.code, left('m')], flags.join(' ')).to.deep.equal([5, 5, before])
    }
  })
})
