import { deepEqual } from 'node:assert/strict'

import type { Endpoint } from '../../contract/endpoint.js'
import type { TransferAction } from '../../contract/observer.js'
import type { Route } from '../../contract/route.js'
import type { RouteOutcome } from '../../contract/route-outcome.js'
import { genericRoute } from '../../generic/generic-route.js'
import { changedTree, randomTree, type RandomTreeOptions } from '../random-tree.js'
import { RandomSource } from '../random-source.js'
import { snapshotOf, type SnapshotOptions } from '../snapshot.js'
import { globalRunner, type SuiteRunner } from '../suite-runner.js'
import { growTree, withoutLinks } from '../tree-plan.js'
import { ROUTE_CASES, type RouteCase } from './route-cases.js'

/** Two empty places, or such as do not exist yet, between which the route works. */
export interface RoutePlaces {
  /** Opens an endpoint at the place; it is closed before the next one is opened. */
  openSource(): Promise<Endpoint>
  openDestination(): Promise<Endpoint>
  dispose(): Promise<void>
}

export interface RouteSetup {
  readonly route: Route
  /** Called twice a test. */
  makePlaces(): Promise<RoutePlaces>
  /** Seeds of the random trees; 1 to 5 by default. `BLIT_SEED` in the environment adds one. */
  readonly seeds?: readonly number[]
  /** Things in a tree, about; 60 by default. */
  readonly size?: number
}

interface Ran {
  readonly outcome: RouteOutcome
  readonly actions: readonly string[]
}

/**
 * A route must leave exactly what the generic route leaves: random trees, with random old states of the
 * destination, go both ways, and what is then at the source and at the destination is compared, and so are the
 * counts, the failures and the actions of a dry run. A failed test names its seed.
 */
export function describeRouteConformance(
  name: string,
  setup: RouteSetup,
  runner: SuiteRunner = globalRunner(),
): void {
  const { BLIT_SEED } = process.env
  const seeds = [...(setup.seeds ?? [1, 2, 3, 4, 5]), ...(BLIT_SEED === undefined ? [] : [Number(BLIT_SEED)])]
  runner.describe(`${name} as a route`, () => {
    for (const one of ROUTE_CASES) {
      for (const seed of seeds) {
        runner.it(`leaves what the generic route leaves: ${one.says} (seed ${seed})`, () =>
          compareRoutes(setup, one, seed),
        )
      }
    }
  })
}

async function compareRoutes(setup: RouteSetup, one: RouteCase, seed: number): Promise<void> {
  const ours = await setup.makePlaces()
  const reference = await setup.makePlaces()
  try {
    for (const places of [ours, reference]) await grow(places, one, seed, setup.size ?? 60)
    const untouched = await look(ours, one)
    deepEqual(untouched, await look(reference, one), 'the places were not made equal')

    const dry = { ...one, options: { ...one.options, dryRun: true } }
    const dryOurs = await run(setup.route, ours, dry)
    deepEqual(await look(ours, one), untouched, 'a dry run touched something')
    compareRuns(dryOurs, await run(genericRoute, reference, dry), one, 'the dry run')

    const real = await run(setup.route, ours, one)
    compareRuns(real, await run(genericRoute, reference, one), one, 'the transfer')
    deepEqual(await look(ours, one), await look(reference, one), 'what is left')
    if (one.converges) await checkConverged(ours, real)
  } finally {
    for (const places of [ours, reference]) await places.dispose()
  }
}

async function checkConverged(places: RoutePlaces, { outcome }: Ran): Promise<void> {
  deepEqual(outcome.failures, [])
  const source = await using(places.openSource, (endpoint) => snapshotOf(endpoint))
  const destination = await using(places.openDestination, (endpoint) => snapshotOf(endpoint))
  deepEqual(destination, source, 'source and destination')
}

/** Opens an endpoint, works with it, closes it. */
async function using<T>(open: () => Promise<Endpoint>, work: (endpoint: Endpoint) => Promise<T>): Promise<T> {
  const endpoint = await open()
  try {
    return await work(endpoint)
  } finally {
    await endpoint.close()
  }
}

/**
 * What a run said; the order in which things were done is nobody's business, and neither is how a move was done: by
 * renaming, perhaps, and then nothing is counted alike.
 */
function compareRuns(ours: Ran, reference: Ran, { operation }: RouteCase, what: string): void {
  const told = ({ outcome }: Ran): unknown => ({
    tally: operation === 'move' ? undefined : outcome.tally,
    failures: outcome.failures.map(({ code, path }) => `${code} ${path}`).sort(),
    error: outcome.error?.code,
  })
  deepEqual(told(ours), told(reference), what)
  if (operation !== 'move') deepEqual(ours.actions, reference.actions, `the actions of ${what}`)
}

async function run(route: Route, places: RoutePlaces, { operation, options }: RouteCase): Promise<Ran> {
  const actions: TransferAction[] = []
  const outcome = await using(places.openSource, (source) =>
    using(places.openDestination, (destination) =>
      route.run({
        operation,
        source,
        destination,
        jobs: [{ kind: 'tree', sourcePath: '', destinationPath: '', prefix: '', contentsOnly: true }],
        options,
        observer: { actions: (some) => actions.push(...some) },
        confirmDeletes: async () => {},
        signal: new AbortController().signal,
      }),
    ),
  )
  return { outcome, actions: actions.map(({ kind, path }) => `${kind} ${path}`).sort() }
}

/** Both places as snapshots. Removing things is a change of times that no route can undo at the source of a move. */
async function look(places: RoutePlaces, { operation, options }: RouteCase): Promise<unknown> {
  const common: SnapshotOptions = { hardLinks: options.preserve.hardLinks && operation !== 'move' }
  const left = { ...common, withoutDirectoryTimes: operation === 'move' }
  // Directories that only backups made have the time at which they were made.
  const landed = { ...common, withoutDirectoryTimes: options.backupDir !== undefined }
  return {
    source: await using(places.openSource, (endpoint) => snapshotOf(endpoint, left)),
    destination: await using(places.openDestination, (endpoint) => snapshotOf(endpoint, landed)),
  }
}

async function grow(
  places: RoutePlaces,
  { options: { preserve } }: RouteCase,
  seed: number,
  size: number,
): Promise<void> {
  const random = new RandomSource(seed)
  const { caseInsensitive, normalizes, windowsNames } = await using(
    places.openDestination,
    async ({ limits }) => limits,
  )
  const options: RandomTreeOptions = { anyNames: !caseInsensitive && !normalizes && !windowsNames, size }
  const plan = randomTree(random, options)
  await using(places.openSource, (endpoint) => growTree(endpoint, plan))
  const changed = changedTree(random, plan, options)
  // A file is altered or replaced depending on how many names it still has when its turn comes, which no route promises.
  const old = preserve.hardLinks ? changed : withoutLinks(changed)
  await using(places.openDestination, (endpoint) => growTree(endpoint, old, 1_400_000_000_000_000_000n))
}
