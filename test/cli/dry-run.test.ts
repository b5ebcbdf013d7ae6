import { expect } from 'chai'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeSandbox, type Sandbox } from './blit.js'

describe('a dry run', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    for (const path of ['p/d/e/one', 'q/d/two', 'q/three', 'file']) {
      mkdirSync(dirname(sandbox.at(path)), { recursive: true })
      writeFileSync(sandbox.at(path), path)
    }
  })

  afterEach(() => sandbox.remove())

  /** Runs it dry and then for real: the same counts, and the same lines in whatever order. */
  async function expectRehearsed(...args: string[]): Promise<Record<string, unknown>> {
    const lines = async (...more: string[]): Promise<string[]> =>
      (await sandbox.run([...args, ...more])).stdout.split('\n').slice(0, -2).sort()
    const dry = await sandbox.run([...args, '--json', '--dry-run'])
    const rehearsed = await lines('--verbose', '--dry-run')
    const log = sandbox.at('log')
    const wet = await sandbox.run([...args, '--json', '--log-file', log])
    const ignore = { durationMs: 0, dryRun: false }
    const report = { ...(JSON.parse(wet.stdout) as object), ...ignore }
    expect({ ...(JSON.parse(dry.stdout) as object), ...ignore }).to.deep.equal(report)
    expect(dry.code).to.equal(wet.code)
    expect(rehearsed).to.deep.equal(doneOf(log))
    return report
  }

  for (const [what, sources] of [
    ['of several trees', ['p', 'q']],
    ['of contents that meet in a directory', ['p/', 'q/']],
    ['of trees and files', ['file', 'p', 'q/d/two']],
  ] as const) {
    it(`${what} counts a directory once`, async () => {
      const report = await expectRehearsed('copy', ...sources, 'new/place')
      expect(report['dirsCreated']).to.be.greaterThan(1)
    })

    it(`${what} counts one once, with backups`, async () => {
      await expectRehearsed('copy', '--backup-dir', 'kept', ...sources, 'new/place')
    })
  }

  it('of a move with a list keeps directories that hold more', async () => {
    writeFileSync(sandbox.at('p/d/more'), 'more')
    writeFileSync(sandbox.at('list'), 'd/e\n')
    const { sourcesRemoved } = await expectRehearsed('move', '--files-from', 'list', 'p', 'moved')
    expect(sourcesRemoved).to.equal(2)
  })

  it('of a move with a list that names all removes the directory', async () => {
    writeFileSync(sandbox.at('list'), 'd\nthree\n')
    const { sourcesRemoved } = await expectRehearsed('move', '--files-from', 'list', 'q', 'moved')
    expect(sourcesRemoved).to.equal(4)
  })

  it('of a move that follows links leaves what they lead to', async () => {
    symlinkSync('../q/d', sandbox.at('p/link'))
    symlinkSync('../file', sandbox.at('p/other'))
    symlinkSync('..', sandbox.at('p/d/loop'))
    const { sourcesRemoved } = await expectRehearsed('move', '--copy-links', 'p', 'moved')
    expect(sourcesRemoved).to.equal(3)
  })
})

function doneOf(log: string): string[] {
  const lines = readFileSync(log, 'utf8').split('\n').slice(0, -2)
  return lines
    .map((line) => line.slice(line.indexOf(' ') + 1))
    .filter((line) => !line.startsWith('failed '))
    .sort()
}
