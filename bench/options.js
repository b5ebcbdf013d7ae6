import { existsSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ROOT } from '../scripts/lib/project.js'
import { SCENARIOS } from './scenarios/index.js'

export const USAGE = `npm run bench -- [SCENARIO...] [options]

Runs the scenarios, all by default, each as whole processes of both sides in turn, on /dev/shm. Without a
SCENARIO it then writes docs/benchmarks.md; 'report' alone writes it from the results kept in bench/results.

  --pairs N    pairs of runs for each peer (5)
  --quick      a fiftieth of the files and 2 pairs: shows that all works, not how fast
  --json       the results as JSON on stdout
  --keep       leave the files on /dev/shm
  --blit FILE  another bin/run.js to measure

${SCENARIOS.map(({ id, title }) => `  ${id.padEnd(8)} ${title}`).join('\n')}`

const OPTIONS = /** @type {const} */ ({
  pairs: { type: 'string' },
  quick: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
  blit: { type: 'string', default: `${ROOT}/bin/run.js` },
  help: { type: 'boolean', default: false },
})

/** What the command line asks for. Throws an error with a message for the user. @param {string[]} args */
export function readOptions(args) {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
  const { pairs = values.quick ? '2' : '5', ...rest } = values
  if (!/^[1-9]\d*$/.test(pairs)) throw new Error('--pairs takes a number.')
  if (!existsSync(values.blit)) throw new Error(`${values.blit} does not exist.`)
  if (process.platform !== 'linux')
    throw new Error('The benchmark runs on Linux: it uses /dev/shm and loop devices.')
  const names = positionals.map((name) => name.toLowerCase())
  const reportOnly = names.length === 1 && names[0] === 'report'
  const scenarios = reportOnly || names.length === 0 ? SCENARIOS : names.map((name) => findScenario(name))
  return { ...rest, pairs: Number(pairs), scenarios, reportOnly, all: names.length === 0 }
}

/** @param {string} name */
function findScenario(name) {
  const found = SCENARIOS.find(({ id }) => id.toLowerCase() === name)
  if (!found)
    throw new Error(
      `There is no scenario ${name}, but ${SCENARIOS.map(({ id }) => id).join(' ')}, and report.`,
    )
  return found
}
