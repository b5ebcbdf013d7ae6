import { expect } from 'chai'
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'

import { DEFAULT_TRANSFER_OPTIONS, type FilterRule, type Operation, type TransferOptions } from '@blit/core'
import {
  changedTree,
  growTree,
  RandomSource,
  randomTree,
  snapshotOf,
  withoutLinks,
  type PlannedNode,
  type TreePlan,
} from '@blit/core/testing'
import { DiskEndpoint } from '@blit/disk'
import { startBench, type Bench, type Way } from './support/daemon-bench.js'

const WAYS: readonly Way[] = ['local', 'push', 'pull', 'relay']
/** A local move renames, and so counts nothing alike. */
const WAYS_OF_MOVES: readonly Way[] = ['push', 'pull', 'relay']
const TREE = { anyNames: true, size: 40 }
const OLD = 1_400_000_000_000_000_000n

/** More with BLIT_CASES; BLIT_SEED is the first. */
const CASES = Number(process.env['BLIT_CASES'] ?? 7)
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

/** A backup directory in which nothing is may be there or not: some ways make it when it is first needed, some before. */
function withoutEmpty(directory: string | undefined, lines: readonly string[]): string[] {
  if (directory === undefined) return [...lines]
  const parts = directory.split('/')
  const paths = parts.map((_, i) => parts.slice(0, i + 1).join('/')).reverse()
  let left = [...lines]
  for (const path of paths) {
    const isAlone = !left.some((line) => line.startsWith(`"${path}/`))
    if (isAlone) left = left.filter((line) => !line.startsWith(`"${path}" directory 755 now`))
  }

  return left
}

/** A plan, some of whose directories lie much deeper. */
function deepened(random: RandomSource, plan: TreePlan): TreePlan {
  const deeper = [...plan].filter(
    ([path, node]) => node.type !== 'link' && !path.includes('/') && random.oneIn(6),
  )
  const chain = Array.from({ length: 12 }, (_, i) => `deep${i}`)
  const mtimeNs = 1_200_000_000_000_000_000n
  return new Map([
    ...plan,
    ...chain.map((_, i): [string, PlannedNode] => [
      chain.slice(0, i + 1).join('/'),
      { type: 'directory', mode: 0o755, mtimeNs },
    ]),
    ...deeper.map(([path, node]): [string, PlannedNode] => [`${chain.join('/')}/${path}`, node]),
  ])
}

/** One of all that can be asked for. */
function randomCase(random: RandomSource): Case {
  const operation = random.pick<Operation>(['copy', 'copy', 'mirror', 'mirror', 'move'])
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
    preserve: {
      ...DEFAULT_TRANSFER_OPTIONS.preserve,
      specials: random.oneIn(2),
      hardLinks: random.oneIn(3),
      sparse: random.oneIn(4),
      xattrs: random.oneIn(4),
      setuid: random.oneIn(6),
    },
    ...(random.oneIn(4) && { backupDir: random.pick(['kept', 'sub/kept']) }),
    verify: random.oneIn(6),
    allowEmptySource: random.oneIn(8),
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
      const plan = random.oneIn(4) ? deepened(random, randomTree(random, TREE)) : randomTree(random, TREE)
      const other = randomTree(random, { ...TREE, size: 10 })
      // Which names of an inode are altered or replaced depends on their order where links are not kept, which no route promises.
      const changed = changedTree(random, plan, TREE)
      const old = one.options.preserve.hardLinks ? changed : withoutLinks(changed)
      const found: unknown[] = []
      const dryRuns: unknown[] = []
      const ways = one.operation === 'move' ? WAYS_OF_MOVES : WAYS
      for (const way of ways) {
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
        const { hardLinks } = one.options.preserve
        const look = async (name: string): Promise<string[]> => {
          const path = bench.at(place, name)
          if (statSync(path, { throwIfNoEntry: false })?.isFile() === true)
            return [readFileSync(path, 'utf8')]
          const endpoint = disk(name)
          const withoutDirectoryTimes = one.operation === 'move' && name === 'source'
          const lines = await snapshotOf(endpoint, { hardLinks, withoutDirectoryTimes })
          await endpoint.close()
          return lines.map(withoutNow)
        }
        const left = withoutEmpty(one.options.backupDir, await look('destination'))
        found.push({ left, source: await look('source'), ...real })
        dryRuns.push(dry)
        rmSync(bench.at(place), { recursive: true, force: true })
      }

      const [local, ...others] = found
      const [dryLocal, ...dryOthers] = dryRuns
      for (const [i, way] of ways.slice(1).entries()) {
        const what = `${way}: ${JSON.stringify(one, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`
        expect(dryOthers[i], `dry ${what}`).to.deep.equal(dryLocal)
        expect(others[i], what).to.deep.equal(local)
      }
    })
  }
})
