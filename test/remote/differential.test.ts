import { expect } from 'chai'
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'

import { DEFAULT_TRANSFER_OPTIONS, type FilterRule, type Operation, type TransferOptions } from '@blit/core'
import {
  changedTree,
  growTree,
  RandomSource,
  randomTree,
  snapshotOf,
  withoutLinks,
  type TreePlan,
} from '@blit/core/testing'
import { DiskEndpoint } from '@blit/disk'
import { startBench, type Bench, type Way } from './support/daemon-bench.js'

const WAYS: readonly Way[] = ['local', 'push', 'pull', 'relay']
const TREE = { anyNames: true, size: 40 }
const OLD = 1_400_000_000_000_000_000n

/** More with BLIT_CASES; BLIT_SEED is the first. */
const CASES = Number(process.env['BLIT_CASES'] ?? 20)
const SEED = Number(process.env['BLIT_SEED'] ?? 1000)

const RULES: ReadonlyArray<readonly FilterRule[]> = [
  [],
  [],
  [{ action: 'exclude', pattern: '*.o' }],
  [
    { action: 'include', pattern: 'sub/*.o' },
    { action: 'exclude', pattern: '*.o' },
    { action: 'exclude', pattern: 'build/' },
  ],
  [{ action: 'exclude', pattern: '/a' }],
]

interface Case {
  readonly operation: Operation
  readonly options: TransferOptions
  /** Of the destination: what is there before. */
  readonly before: 'changed' | 'empty' | 'nothing'
  readonly sources: readonly string[]
  readonly into: string
}

/** A line of a snapshot, without the times that only the clock has chosen. */
function withoutNow(line: string): string {
  const hourAgoUs = (Date.now() - 3_600_000) * 1000
  return line.replace(/ (\d+)us/, (time, us: string) => (Number(us) > hourAgoUs ? ' now' : time))
}

/** One of all that can be asked for. */
function randomCase(random: RandomSource): Case {
  const operation = random.pick<Operation>(['copy', 'mirror'])
  const rules = random.pick(RULES)
  const compare = {
    ...DEFAULT_TRANSFER_OPTIONS.compare,
    mode: random.pick(['quick', 'quick', 'size', 'never', 'checksum', 'checksum'] as const),
    ignoreExisting: random.oneIn(6),
    update: random.oneIn(6),
  }
  const options: TransferOptions = {
    ...DEFAULT_TRANSFER_OPTIONS,
    compare,
    filter: {
      rules,
      ...(random.oneIn(4) && { minSizeBytes: 5 }),
      ...(random.oneIn(4) && { maxSizeBytes: 5000 }),
      ...(random.oneIn(6) && { modifiedAfterNs: 1_300_000_000_000_000_000n }),
    },
    preserve: { ...DEFAULT_TRANSFER_OPTIONS.preserve, specials: random.oneIn(2), hardLinks: random.oneIn(3) },
    deleteExcluded: operation === 'mirror' && random.oneIn(3),
    hashed: !random.oneIn(3),
    fsync: random.oneIn(8),
    reportActions: true,
    ...(operation === 'mirror' && random.oneIn(4) && { maxDelete: 3 }),
  }
  const sources = random.pick(
    operation === 'mirror'
      ? [['source/'], ['source/'], ['source']]
      : [
          ['source/'],
          ['source'],
          ['source/', 'other/'],
          ['source', 'other'],
          ['source/', 'single'],
          ['single'],
        ],
  )
  return {
    operation,
    options,
    before: random.pick(['changed', 'changed', 'empty', 'nothing'] as const),
    sources,
    into: random.pick(['destination', 'destination', 'destination/']),
  }
}

describe('the same transfer, local and between machines', () => {
  let bench: Bench

  before(async () => {
    bench = await startBench()
  })

  after(async () => bench.stop())

  for (let seed = SEED; seed < SEED + CASES; seed++) {
    it(`leaves and says the same (seed ${seed})`, async () => {
      const random = new RandomSource(seed)
      const one = randomCase(random)
      const plan = randomTree(random, TREE)
      const other = randomTree(random, { ...TREE, size: 10 })
      // Which names of an inode are altered or replaced depends on their order where links are not kept, which no route promises.
      const changed = changedTree(random, plan, TREE)
      const old = one.options.preserve.hardLinks ? changed : withoutLinks(changed)
      const found: unknown[] = []
      const dryRuns: unknown[] = []
      for (const way of WAYS) {
        const place = `${seed}-${way}`
        const disk = (name: string): DiskEndpoint =>
          new DiskEndpoint({ root: bench.at(place, name), label: name })
        mkdirSync(bench.at(place))
        const grow = async (name: string, tree: TreePlan, rootMtimeNs?: bigint): Promise<void> => {
          const endpoint = disk(name)
          await growTree(endpoint, tree, rootMtimeNs)
          await endpoint.close()
        }
        await grow('source', plan)
        await grow('other', other)
        writeFileSync(bench.at(place, 'single'), 'single')
        utimesSync(bench.at(place, 'single'), 1e9, 1e9)
        if (one.before !== 'nothing') await grow('destination', one.before === 'empty' ? new Map() : old, OLD)
        const wanted = {
          way,
          operation: one.operation,
          sources: one.sources.map((source) => `${place}/${source}`),
          destination: `${place}/${one.into}`,
        }
        const dry = await bench.transfer({ ...wanted, options: { ...one.options, dryRun: true } })
        const real = await bench.transfer({ ...wanted, options: one.options })
        const endpoint = disk('destination')
        const { hardLinks } = one.options.preserve
        const left = (await snapshotOf(endpoint, { hardLinks })).map(withoutNow)
        found.push({ left, ...real })
        dryRuns.push(dry)
        await endpoint.close()
        rmSync(bench.at(place), { recursive: true, force: true })
      }

      const [local, ...others] = found
      const [dryLocal, ...dryOthers] = dryRuns
      for (const [i, way] of WAYS.slice(1).entries()) {
        const what = `${way}: ${JSON.stringify(one, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`
        expect(dryOthers[i], `dry ${what}`).to.deep.equal(dryLocal)
        expect(others[i], what).to.deep.equal(local)
      }
    })
  }
})
