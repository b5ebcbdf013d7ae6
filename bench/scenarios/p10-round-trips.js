import { execFileSync } from 'node:child_process'
import { measure } from '../measure.js'
import { startBlit, startDelay, startRsync } from '../network/servers.js'
import { median } from '../statistics.js'
import { makeFiles } from '../trees.js'
import { remove } from '../workplace.js'

const DELAY_MS = 50
const GOAL = 15

/**
 * What distance costs: each task through a proxy that delays, and through the same proxy without a delay. The difference,
 * in round trips, is what it waits for answers.
 */
export const roundTrips = {
  id: 'P10',
  title: '10,000 files of 1 KiB in 100 folders, 50 ms away each way: round trips beyond the bytes',
  async run({ scenario, workplace, blit, scale, pairs }) {
    const { folder } = workplace
    const module = `${folder}/module`
    const [source, pushed, pulled] = [`${module}/source`, `${module}/copy`, `${folder}/copy`]
    makeFiles(source, { files: 10_000 * scale, folders: 100 * scale, sizeBytes: 1024 })
    const place = { blit, folder, module, workplace }
    const ports = { blit: (await startBlit(place)).port, rsync: (await startRsync(place)).port }
    const near = await proxies(ports, 0, workplace)
    const far = await proxies(ports, DELAY_MS, workplace)
    const rows = []
    for (const task of tasks({ blit, source, pushed, pulled })) {
      const { goal, name, reset } = task
      const waits = []
      const walls = { near: [], far: [] }
      for (let count = 0; count < pairs + 1; count++) {
        const run = async (at) => {
          reset()
          return (await measure(task.command(at), folder)).wallMs
        }
        const [close, distant] = [await run(near), await run(far)]
        if (count === 0) continue // To warm up.
        walls.near.push(close)
        walls.far.push(distant)
        waits.push((distant - close) / (2 * DELAY_MS))
      }

      const row = {
        name,
        pairs,
        nearMs: median(walls.near),
        farMs: median(walls.far),
        trips: median(waits),
        ...(goal !== undefined && { goal, holds: median(waits) <= goal }),
      }
      rows.push(row)
      const verdict = goal === undefined ? '' : `  goal ${goal}${row.holds ? '' : '  MISSED'}`
      const seconds = [row.nearMs, row.farMs].map((ms) => `${(ms / 1000).toFixed(3)} s`)
      console.error(
        `    ${name.padEnd(32)} ${seconds.join(' : ')}  ${row.trips.toFixed(1)} round trips${verdict}`,
      )
    }

    return { id: scenario.id, title: scenario.title, distance: { delayMs: DELAY_MS, rows } }
  },
}

async function proxies(ports, delayMs, workplace) {
  const to = async (port) => (await startDelay({ port, delayMs, workplace })).port
  return { blit: await to(ports.blit), rsync: await to(ports.rsync) }
}

function tasks({ blit, source, pushed, pulled }) {
  const at = ({ blit: port }, path) => `blit://127.0.0.1:${port}/m/${path}`
  const rsyncAt = ({ rsync: port }, path) => `rsync://127.0.0.1:${port}/m/${path}`
  const fill = (/** @type {string} */ path) => execFileSync('rsync', ['-a', '--delete', `${source}/`, path])
  const both = (name, command) => [
    {
      name: `${name}, push, new`,
      reset: () => remove(pushed),
      command: (to) => command(to, source, 'push', 'copy'),
    },
    {
      name: `${name}, pull, new`,
      reset: () => remove(pulled),
      command: (to) => command(to, pulled, 'pull', 'source'),
    },
    {
      name: `${name}, push, nothing changed`,
      reset: () => fill(pushed),
      command: (to) => command(to, source, 'push', 'copy'),
    },
    {
      name: `${name}, pull, nothing changed`,
      reset: () => fill(pulled),
      command: (to) => command(to, pulled, 'pull', 'source'),
    },
  ]
  const ours = (verb, flags) => (to, here, way, there) => [
    ...blit,
    verb,
    ...flags,
    ...(way === 'push' ? [here, at(to, there)] : [at(to, there), here]),
  ]
  const theirs = (to, here, way, there) => [
    'rsync',
    '-a',
    ...(way === 'push' ? [`${here}/`, rsyncAt(to, there)] : [`${rsyncAt(to, there)}/`, here]),
  ]
  return [
    ...both('blit copy', ours('copy', [])).map((task) => ({ ...task, goal: GOAL })),
    ...both('blit mirror', ours('mirror', ['--yes']))
      .filter(({ name }) => name.endsWith('changed'))
      .map((task) => ({ ...task, goal: GOAL })),
    ...both('rsync daemon', theirs),
  ]
}
