import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

import { expect } from 'chai'

import { TransferChild } from '../../packages/disk/test/support/child.js'
import { Random } from '../../packages/disk/test/support/random.js'
import { scratch } from '../../packages/disk/test/support/scratch.js'
import { leftovers, snapshot } from '../../packages/disk/test/support/snapshot.js'
import { transfer } from '../../packages/disk/test/support/transfer.js'
import { makeTree } from '../../packages/disk/test/support/tree.js'

const ROUNDS = Number(process.env['BLIT_TEST_ROUNDS'] ?? 12)
const MIB = 1024 * 1024
/** Large enough that several workers share its ranges. */
const LARGE = 66 * MIB

type Tree = Record<string, string>

describe('a transfer that is killed', function () {
  this.timeout(120_000)
  const { at, elsewhere } = scratch()
  let old: Tree
  let young: Tree

  /** Two versions of one tree: small files, a large one, links, and names that are something else in the other. */
  function makeVersions(): void {
    for (const [root, version] of [
      [elsewhere('old'), 'old'],
      [elsewhere('young'), 'young'],
    ] as const) {
      for (let i = 0; i < 150; i++) {
        makeTree(root, { [`d${i % 7}/e/f${i}`]: `${version} ${i} `.repeat(1 + ((i * 37) % 900)) })
      }

      makeTree(root, { 'd1/link': { link: version }, 'd2/large': { hole: LARGE }, middle: { hole: 3 * MIB } })
      stamp(`${root}/d2/large`, version, LARGE)
      stamp(`${root}/middle`, version, 3 * MIB)
    }

    makeTree(elsewhere('young'), { 'only/young/one': 'one', 'only/young/two': 'two', other: 'a file' })
    makeTree(elsewhere('old'), { 'other/directory': 'x', 'only/old': 'old' })
    old = snapshot(elsewhere('old'))
    young = snapshot(elsewhere('young'))
  }

  /** Each file is whole: as it was, or as in the source. */
  function expectWhole(destination: string): void {
    for (const [path, line] of Object.entries(existsSync(destination) ? snapshot(destination) : {})) {
      const isDirectory = line.startsWith('4')
      if (!isDirectory && !/(^|\/)\.blit-/.test(path)) expect([old[path], young[path]], path).to.include(line)
    }
  }

  async function expectConverged(destination: string): Promise<void> {
    const { error, failures } = await transfer('mirror', elsewhere('young'), destination)
    expect(failures).to.deep.equal([])
    expect(error).to.equal(undefined)
    expect(snapshot(destination)).to.deep.equal(young)
    expect(leftovers(destination)).to.deep.equal([])
    expect(leftovers(`${destination}/..`), 'beside the destination').to.deep.equal([])
  }

  it('S1: leaves every file whole, old or new, at any instant, and the next run converges', async () => {
    const random = new Random(7)
    makeVersions()
    let kills = 0
    for (let round = 0; round < ROUNDS; round++) {
      const to = (round % 5 === 4 ? at : elsewhere)('to')
      rmSync(to, { recursive: true, force: true })
      if (round % 3 > 0) await transfer('mirror', elsewhere('old'), to)
      const child = new TransferChild({ operation: 'mirror', from: elsewhere('young'), to })
      await child.says(/^begin/)
      // Not to wait for anything: to hit any instant.
      await delay(random.below(120))
      if (await child.kill()) kills++
      expectWhole(to)
      await expectConverged(to)
    }

    expect(kills).to.be.above(ROUNDS / 4)
  })

  for (const [i, call] of [
    'rename',
    'openat',
    'write',
    'close',
    'mkdir',
    'unlink',
    'ftruncate',
    'symlink',
  ].entries()) {
    it(`S1: is whole when killed in the middle of ${call}`, async function () {
      if (process.platform !== 'linux') this.skip()
      const random = new Random(100 + i)
      makeVersions()
      const to = elsewhere('to')
      let kills = 0
      for (let round = 0; round < Math.ceil(ROUNDS / 20); round++) {
        await transfer('mirror', elsewhere('old'), to)
        // Counted for each thread.
        const when =
          1 + random.below(call === 'openat' ? 400 : call === 'mkdir' || call === 'unlink' ? 4 : 40)
        const inject = `--inject=${call}:signal=SIGKILL:when=${when}`
        const child = new TransferChild(
          { operation: 'mirror', from: elsewhere('young'), to, options: { workers: 2 } },
          { under: ['strace', '-f', '-qq', '-o', '/dev/null', `--trace=${call}`, inject] },
        )
        await child.says(/^\{/)
        if (await child.kill()) kills++
        expectWhole(to)
        await expectConverged(to)
      }

      expect(kills, 'kills').to.be.above(0)
    })
  }
})

/** Writes the version into every MiB of a file, so that a mixture shows. */
function stamp(path: string, version: string, sizeBytes: number): void {
  const fd = openSync(path, 'r+')
  try {
    for (let offset = 0; offset < sizeBytes; offset += MIB) writeSync(fd, `${version} ${offset}`, offset)
  } finally {
    closeSync(fd)
  }
}
