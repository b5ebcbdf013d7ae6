import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

import { expect } from 'chai'

import { BlitError } from '@blit/core'

import { Random } from '../support/random.js'
import { scratch } from '../support/scratch.js'
import { leftovers, snapshot } from '../support/snapshot.js'
import { transfer } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

const ROUNDS = Number(process.env['BLIT_TEST_ROUNDS'] ?? 8)
const MIB = 1024 * 1024

const openFiles = (): number => readdirSync('/proc/self/fd').length
const threads = (): number => readdirSync('/proc/self/task').length

describe('a transfer that is cancelled', () => {
  const { elsewhere: at } = scratch()

  before(function () {
    if (process.platform !== 'linux') this.skip()
  })

  function makeSource(): void {
    const nodes: Record<string, Buffer | string> = {
      large: randomBytes(20 * MIB),
      'd/larger': Buffer.alloc(66 * MIB, 'l'),
    }
    for (let i = 0; i < 400; i++) nodes[`d${i % 9}/e/f${i}`] = `content ${i} `.repeat(1 + (i % 300))
    makeTree(at('from'), nodes)
  }

  it('S1: at any instant leaves whole files, no temp but what can be resumed, no handle and no thread', async function () {
    this.timeout(60_000)
    makeSource()
    const whole = snapshot(at('from'))
    const random = new Random(11)
    let cancelled = 0
    // What is opened once and stays: the library of native calls.
    await transfer('copy', at('from'), at('warm'))
    await delay(0)
    const [files, tasks] = [openFiles(), threads()]
    for (let round = 0; round < ROUNDS; round++) {
      const to = at('to')
      rmSync(to, { recursive: true, force: true })
      if (round % 3 > 0) mkdirSync(to)
      const controller = new AbortController()
      const running = transfer('copy', at('from'), to, {
        signal: controller.signal,
        options: { workers: 1 + (round % 3) },
      })
      // Not to wait for anything: to hit any instant.
      await delay(random.below(150))
      controller.abort(new BlitError('E_INTERRUPTED', 'interrupted'))
      const { error, failures } = await running
      expect(failures).to.deep.equal([])
      if (error !== undefined) cancelled++
      expect(error?.code ?? 'E_INTERRUPTED').to.equal('E_INTERRUPTED')
      expect(openFiles(), `open files of round ${round}`).to.equal(files)
      expect(threads(), `threads of round ${round}`).to.be.at.most(tasks)
      for (const [path, line] of Object.entries(existsSync(to) ? snapshot(to) : {})) {
        if (!line.startsWith('4') && !/(^|\/)\.blit-/.test(path)) expect(line, path).to.equal(whole[path])
      }

      for (const name of existsSync(to) ? leftovers(to) : []) {
        if (!name.includes('.blit-sessions'))
          expect(statSync(`${to}/${name}`).size, name).to.be.above(16 * MIB)
      }

      const { error: second } = await transfer('copy', at('from'), to)
      expect(second).to.equal(undefined)
      expect(snapshot(to)).to.deep.equal(whole)
      expect(leftovers(at())).to.deep.equal([])
    }

    expect(cancelled).to.be.above(ROUNDS / 4)
  })

  it('S9: goes on where it was', async () => {
    makeTree(at('from'), { large: randomBytes(40 * MIB) })
    mkdirSync(at('to'))
    const controller = new AbortController()
    const { error } = await transfer('copy', at('from'), at('to'), {
      signal: controller.signal,
      options: { bwlimitBytesPerSec: 60 * MIB },
      onProgress: () => {
        if (leftovers(at('to')).length > 2) setTimeout(() => controller.abort(), 150)
      },
    })
    expect(error?.code).to.equal('E_INTERRUPTED')
    const { tally } = await transfer('copy', at('from'), at('to'))
    expect(tally.bytesResumed).to.be.above(0)
    expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
    expect(leftovers(at('to'))).to.deep.equal([])
  })

  it('does nothing when it was cancelled before', async () => {
    makeTree(at('from'), { x: 'x' })
    const { error, tally } = await transfer('copy', at('from'), at('to'), { signal: AbortSignal.abort() })
    expect(error?.code).to.equal('E_INTERRUPTED')
    expect(tally.filesCopied).to.equal(0)
    expect(existsSync(at('to'))).to.equal(false)
  })

  it('S2: deletes nothing when it is cancelled at the question', async () => {
    makeTree(at('from'), { x: 'x' })
    makeTree(at('to'), { extra: 'extra' })
    const controller = new AbortController()
    const { tally } = await transfer('mirror', at('from'), at('to'), {
      signal: controller.signal,
      async confirmDeletes() {
        controller.abort()
      },
    })
    expect(tally.filesDeleted).to.equal(0)
    expect(existsSync(at('to', 'extra'))).to.equal(true)
  })

  it('opens nothing for good in 200 transfers', async function () {
    this.timeout(60_000)
    makeTree(at('from'), { 'a/b/c': 'c', 'a/link': { link: 'b' }, large: Buffer.alloc(300_000, 'l') })
    makeTree(at('full'), { 'x/inside': 'x' })
    makeTree(at('bad'), { x: 'x' })
    const once = async (round: number): Promise<void> => {
      const to = at(`to${round % 5}`)
      await transfer('copy', at('from'), to, { archive: round % 2 === 0, options: { backupDir: 'backup' } })
      await transfer('mirror', at('from'), to, { options: { dryRun: round % 3 === 0 } })
      await transfer('copy', at('bad'), at('full'))
      await transfer('copy', at('missing'), to)
      await transfer('copy', at('from'), at('bad', 'x', 'below-a-file'))
      if (round % 5 === 4) await transfer('move', to, at(`moved${round}`))
    }

    await once(0)
    const files = openFiles()
    for (let round = 1; round <= 40; round++) await once(round)
    expect(openFiles()).to.equal(files)
  })
})
