import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect } from 'chai'

import type { Operation } from '@blit/core'

import { scratch } from '../../packages/disk/test/support/scratch.js'
import { paths, snapshot } from '../../packages/disk/test/support/snapshot.js'
import { transfer } from '../../packages/disk/test/support/transfer.js'
import { makeTree, type Node } from '../../packages/disk/test/support/tree.js'

const EXCHANGE = fileURLToPath(new URL('../../packages/disk/test/support/exchange.js', import.meta.url))
const ROUNDS = Math.ceil(Number(process.env['BLIT_TEST_ROUNDS'] ?? 20) / 2)
const SESSION = '0123456789abcdef'

describe('a symlink that leads outside', () => {
  const { elsewhere: at } = scratch({
    // After every test, whatever it is about.
    atEnd: () => expect(snapshot(at('canary'), { untouched: true }), 'the canary').to.deep.equal(canary),
  })
  let canary: Record<string, string>

  beforeEach(() => {
    makeTree(at('canary'), {
      file: { file: 'canary', mode: 0o640, mtime: 1 },
      'd/file': 'canary',
      [`.blit-${SESSION}-0`]: 'canary',
      [`d/.blit-${SESSION}-0`]: 'canary',
      fedcba9876543210: 'canary',
    })
    canary = snapshot(at('canary'), { untouched: true })
  })

  for (const operation of ['copy', 'mirror', 'move'] as const) {
    it(`S12: S5: is replaced at the destination, not followed, by ${operation}`, async () => {
      makeTree(at('from'), {
        'd/file': 'new',
        'd/other': 'new',
        'e/file': 'new',
        file: 'new',
        link: { link: 'x' },
      })
      makeTree(at('to'), {
        d: { link: at('canary') },
        e: { link: '../canary/d' },
        file: { link: at('canary', 'file') },
        link: { link: at('canary') },
      })
      const { error, failures } = await transfer(operation, at('from'), at('to'))
      expect(failures).to.deep.equal([])
      expect(error).to.equal(undefined)
      expect(paths(at('to'))).to.deep.equal(['d', 'd/file', 'd/other', 'e', 'e/file', 'file', 'link'])
      expect(lstatSync(at('to', 'd')).isDirectory()).to.equal(true)
      expect(readFileSync(at('to', 'file'), 'utf8')).to.equal('new')
    })
  }

  it('S3: S12: is deleted by a mirror, not what it leads to', async () => {
    makeTree(at('from'), { 'd/keep': 'x' })
    makeTree(at('to'), {
      'd/out': { link: at('canary') },
      'extra/inner': { link: at('canary', 'd') },
      out: { link: at('canary') },
    })
    const { failures, plans, tally } = await transfer('mirror', at('from'), at('to'))
    expect(failures).to.deep.equal([])
    expect(plans[0]?.entries).to.equal(4)
    expect(tally).to.include({ filesDeleted: 0, othersDeleted: 3 })
    expect(paths(at('to'))).to.deep.equal(['d', 'd/keep'])
  })

  it('S12: is copied as a link, and its mode and time are its own', async () => {
    makeTree(at('from'), {
      out: { link: at('canary'), mtime: 5 },
      file: { link: at('canary', 'file'), mtime: 6 },
    })
    makeTree(at('to'), { out: { link: at('canary') }, file: { link: at('canary', 'file') } })
    for (const operation of ['copy', 'mirror'] as const) {
      const { failures } = await transfer(operation, at('from'), at('to'), { archive: true })
      expect(failures).to.deep.equal([])
      expect(snapshot(at('to'))).to.deep.include({
        file: snapshot(at('from'))['file'],
        out: snapshot(at('from'))['out'],
      })
    }
  })

  for (const [what, nodes] of Object.entries<Record<string, Node>>({
    'the directory of sessions': { '.blit-sessions': { link: '../../canary' } },
    'a session': { '.blit-sessions/fedcba9876543210': { link: '../../../canary/fedcba9876543210' } },
    'the directory of a temp': {
      d: { link: '../../canary/d' },
      [`.blit-sessions/${SESSION}`]: `blit 1 0 nowhere\nd ${hex('d')}\nl ${hex('d/file')} .blit-${SESSION}-0\n`,
    },
    'a temp': {
      [`.blit-sessions/${SESSION}`]: `blit 1 0 nowhere\nd \nl ${hex('large')} .blit-${SESSION}-0\n`,
      [`.blit-${SESSION}-0`]: { link: '../../canary/file' },
    },
  })) {
    it(`S12: S1: is not followed where it is ${what}`, async () => {
      makeTree(at('from'), { 'd/file': 'new', large: Buffer.alloc(20 * 1024 * 1024, 'x'), small: 'new' })
      for (const operation of ['copy', 'mirror'] as const) {
        makeTree(at('to', operation), { keep: 'x', ...nodes })
        await transfer(operation, at('from'), at('to', operation))
        expect(snapshot(at('canary'), { untouched: true }), operation).to.deep.equal(canary)
      }
    })
  }

  it('S12: is refused by name on the way into the backup', async () => {
    makeTree(at('from'), { 'd/file': 'new' })
    makeTree(at('to'), { 'd/file': { file: 'old', mtime: 1 } })
    makeTree(at('backup'), { d: { link: at('canary', 'd') } })
    const { failed } = await transfer('copy', at('from'), at('to'), { options: { backupDir: at('backup') } })
    expect(failed).to.deep.equal({ 'd/file': 'E_WRITE' })
    expect(readFileSync(at('to', 'd/file'), 'utf8')).to.equal('old')
  })

  it('S12: S5: is replaced where a tree goes that is one of several', async () => {
    makeTree(at('from'), { file: 'new' })
    makeTree(at('to'), { place: { link: at('canary') } })
    const job = { kind: 'tree' as const, sourcePath: '', destinationPath: 'place', prefix: 'from' }
    const { error, failures } = await transfer('copy', at('from'), at('to'), { jobs: [job] })
    expect(failures).to.deep.equal([])
    expect(error).to.equal(undefined)
    expect(paths(at('to'))).to.deep.equal(['place', 'place/file'])

    makeTree(at('to2'), { place: { link: at('canary') } })
    const below = { ...job, destinationPath: 'place/below' }
    const refused = await transfer('copy', at('from'), at('to2'), { jobs: [below] })
    expect(refused.error?.exit).to.equal(5)
  })

  describe('planted by another process while it runs', () => {
    let racer: { stop: () => Promise<void> } | undefined

    afterEach(async () => {
      await racer?.stop()
      racer = undefined
    })

    for (const operation of ['copy', 'mirror', 'move'] as const) {
      it(`S12: is never written, deleted or chmodded through, by ${operation}`, async () => {
        const nodes: Record<string, string> = {}
        for (let i = 0; i < 40; i++) nodes[`d/sub${i % 4}/f${i}`] = 'new'
        makeTree(at('canary'), {
          'sub0/f0': 'canary',
          'sub1/f1': 'canary',
          'sub1/extra': 'canary',
          extra: 'canary',
        })
        canary = snapshot(at('canary'), { untouched: true })
        makeTree(at('to'), { 'd/extra': 'extra', 'd/file': 'extra', 'd/sub1/extra': 'x', 'd/sub0/f0': 'old' })
        symlinkSync(at('canary'), at('to', 'e'))
        racer = await exchange(at('to', 'd'), at('to', 'e'))
        for (let round = 0; round < ROUNDS; round++) {
          makeTree(at('from'), nodes)
          writeFileSync(at('from', 'd/sub0/f0'), `round ${round}`)
          await run(operation, round)
          expect(snapshot(at('canary'), { untouched: true }), `round ${round}`).to.deep.equal(canary)
          restore()
        }
      })

      it(`S12: is never read through at the source, by ${operation}`, async () => {
        const nodes: Record<string, string> = {}
        for (let i = 0; i < 40; i++) nodes[`sub${i % 4}/f${i}`] = 'secret'
        makeTree(at('canary'), nodes)
        canary = snapshot(at('canary'), { untouched: true })
        for (let round = 0; round < ROUNDS; round++) {
          const [from, to] = [at(`from${round}`), at(`to${round}`)]
          makeTree(from, Object.fromEntries(Object.keys(nodes).map((name) => [`d/${name}`, 'public'])))
          symlinkSync(at('canary'), `${from}/e`)
          mkdirSync(to)
          racer = await exchange(`${from}/d`, `${from}/e`)
          await transfer(operation, from, to)
          await racer.stop()
          for (const name of paths(to).filter((path) => lstatSync(`${to}/${path}`).isFile())) {
            expect(readFileSync(`${to}/${name}`, 'utf8'), name).to.equal('public')
          }
        }
      })
    }

    async function run(operation: Operation, round: number): Promise<void> {
      // What was moved away or refused is not the point here.
      await transfer(operation, at('from'), at('to'), {
        archive: round % 2 === 0,
        options: { workers: 1 + (round % 2) },
      })
    }

    /** Both names again, whatever the transfer made of them: one a directory, one a link. */
    function restore(): void {
      for (const name of ['d', 'e']) {
        try {
          if (lstatSync(at('to', name)).isSymbolicLink()) continue
          renameSync(at('to', name), at('to', `${name}-away`))
          rmSync(at('to', `${name}-away`), { recursive: true, force: true })
        } catch {
          // Exchanged meanwhile: the next round will do.
        }
      }

      try {
        mkdirSync(at('to', 'd'))
      } catch {
        // It is there.
      }

      try {
        symlinkSync(at('canary'), at('to', 'e'))
      } catch {
        // It is there.
      }
    }
  })
})

async function exchange(a: string, b: string): Promise<{ stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [EXCHANGE, a, b], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  await once(child.stdout, 'data')
  return {
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function hex(text: string): string {
  return Buffer.from(text).toString('hex')
}
