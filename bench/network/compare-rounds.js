import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { checkCopy } from '../check-copy.js'
import { measure } from '../measure.js'
import { median } from '../statistics.js'
import { watchServer } from './process-costs.js'

/** A control outside of this says that the machine is too busy to tell. */
const CALM = { least: 0.9, most: 1.1 }
const ATTEMPTS = 2

/**
 * Runs contenders in turn, A B C A B C, after one run of each to warm up. The first of them is blit, and it runs twice in a round:
 * against itself it has to be a draw, or all of it is done again.
 *
 * A contender is `{name, command, server, goal, rounds}`: what the client runs, the process of the server whose costs count with it, the
 * highest ratio that blit may have to it, and in how many rounds it takes part, if not in all. With `run` in the place of
 * `command` it measures itself.
 */
export function compareRounds(prepare) {
  return async ({ scenario, workplace, blit, scale, pairs }) => {
    const { folder } = workplace
    const parts = []
    for (const part of await prepare({ folder, scale, blit, workplace })) {
      console.error(`  ${part.title}`)
      for (const contender of part.contenders) {
        // One that runs once is too slow to be warmed up.
        if (contender.rounds === 1) continue
        await runOne(contender, part, folder)
        check(contender, part)
      }

      parts.push({ ...(await attempt(part, { folder, pairs, scale })), title: part.title, bytes: part.bytes })
      part.reset?.()
    }

    return { id: scenario.id, title: scenario.title, rounds: parts }
  }
}

async function attempt(part, { folder, pairs, scale }) {
  for (let attempts = 1; ; attempts++) {
    const rounds = []
    for (let count = 0; count < pairs; count++) rounds.push(await runRound(part, count, folder))
    const control = ratioOf(rounds, 0, 'control')
    const calm = control.median >= CALM.least && control.median <= CALM.most
    const rows = part.contenders.map((contender, number) => rowOf(part, contender, number, rounds, scale))
    for (const row of rows) say(row)
    console.error(`    control ${control.median.toFixed(2)}`)
    if (calm || attempts === ATTEMPTS) return { pairs, control: { ...control, calm, attempts }, rows }
    console.error('  too noisy: the same against itself is no draw. Again.')
  }
}

async function runRound(part, count, folder) {
  const round = {}
  for (const [number, contender] of part.contenders.entries())
    if (count < (contender.rounds ?? Infinity)) {
      round[number] = await runOne(contender, part, folder)
      if (contender.rounds === 1) check(contender, part)
    }

  round.control = await runOne(part.contenders[0], part, folder)
  return round
}

/** Whether it has done anything at all: one that believes that nothing is to be done is fast. */
function check({ name, keepsTimes = true }, { source, destination }) {
  const { status, stdout, stderr } = spawnSync('diff', ['-rq', source, destination], { encoding: 'utf8' })
  if (status !== 0)
    throw new Error(`${name}: ${destination} is not a copy:\n${(stderr + stdout).slice(0, 1000)}`)
  if (keepsTimes && statSync(source).isDirectory()) checkCopy(source, destination)
}

async function runOne({ command, ready, run, server }, { reset }, folder) {
  reset?.()
  await ready?.()
  const watched = server && watchServer(server.pid)
  const client = run ? await run() : await measure(command, folder)
  const served = (await watched?.end()) ?? { cpuMs: 0, peakMiB: 0 }
  return { ...client, serverCpuMs: served.cpuMs, serverPeakMiB: served.peakMiB }
}

function rowOf({ bytes, contenders }, { goal, name }, number, rounds, scale) {
  const runs = rounds.map((round) => round[number]).filter((run) => run !== undefined)
  const of = (/** @type {(run: any) => number} */ value) => median(runs.map((run) => value(run)))
  const cpuMs = of((run) => run.cpuMs + run.serverCpuMs)
  const isOurs = name.startsWith('blit')
  // How long blit takes of the time of this one: by itself, and in its other ways.
  const ratios = isOurs
    ? []
    : contenders.flatMap((one, ours) =>
        one.name.startsWith('blit') ? [{ name: one.name, ...ratioOf(rounds, ours, number) }] : [],
      )
  const judged = goal !== undefined && scale === 1 && ratios[0] !== undefined
  return {
    name,
    runs: runs.length,
    wallMs: of((run) => run.wallMs),
    cpuMs,
    clientCpuMs: of((run) => run.cpuMs),
    serverCpuMs: of((run) => run.serverCpuMs),
    cpuSecondsPerGB: cpuMs / 1000 / (bytes / 1e9),
    peakMiB: Math.max(...runs.map((run) => run.peakMiB)),
    serverPeakMiB: Math.max(...runs.map((run) => run.serverPeakMiB)),
    ratios,
    ...(goal !== undefined && { goal }),
    ...(judged && { holds: ratios[0].median <= goal }),
  }
}

function ratioOf(rounds, ours, theirs) {
  const all = rounds
    .filter((round) => round[theirs] !== undefined && round[ours] !== undefined)
    .map((round) => round[ours].wallMs / round[theirs].wallMs)
  return { median: median(all), least: Math.min(...all), most: Math.max(...all) }
}

function say({ cpuMs, cpuSecondsPerGB, goal, name, peakMiB, ratios, serverPeakMiB, wallMs }) {
  const [ratio] = ratios
  const verdict =
    goal === undefined || !ratio ? '' : `  goal ${goal}${ratio.median <= goal ? '' : '  MISSED'}`
  console.error(
    `    ${name.padEnd(24)} ${(wallMs / 1000).toFixed(3)} s  CPU ${(cpuMs / 1000).toFixed(2)} s (${cpuSecondsPerGB.toFixed(2)} s/GB)` +
      `  peak ${Math.round(peakMiB)} + ${Math.round(serverPeakMiB)} MiB${ratios.map((one) => `  ${one.name}: ${one.median.toFixed(2)}`).join('')}${verdict}`,
  )
}
