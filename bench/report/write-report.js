import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/lib/project.js'
import { loadResults } from '../results.js'
import { SCENARIOS } from '../scenarios/index.js'
import { drawBars } from './draw-bars.js'
import { distanceTable, memoryTable, roundsTable } from './network-tables.js'
import { cloneFacts, comparison, growthTable, systemCallTable } from './tables.js'

const DOCS = join(ROOT, 'docs')

/** Writes docs/benchmarks.md and its pictures from the results that are kept. */
export function writeReport() {
  const results = loadResults()
  const found = SCENARIOS.map(({ id }) => results.get(id)).filter((result) => result !== undefined)
  if (found.length === 0) throw new Error('No results are kept: run the scenarios first.')
  mkdirSync(join(DOCS, 'benchmarks'), { recursive: true })
  writeFileSync(
    join(DOCS, 'benchmarks.md'),
    `${[head(found), ...found.map((result) => section(result))].join('\n\n')}\n`,
  )
}

function head(results) {
  const { conditions } = results.at(-1)
  const machines = new Set(results.map((result) => result.conditions.machine))
  return `# Benchmarks

Made by \`npm run bench\`, not by hand. Whole processes of both sides, in turn (A B A B ...), after a warm-up, on tmpfs (\`/dev/shm\`), with the
defaults of every tool. *Ratio* is blit's wall time divided by the peer's, the median of the ratios pair by pair, and their range: below 1, blit is
faster. CPU is user and system time of all processes. Peak is the resident memory of the largest process. *Control* is blit against itself: outside of
0.9 to 1.1 the machine was too busy, and the scenario ran again. Between machines the servers are part of it: they were started before, and what
each did for a run is counted in.

${[...machines].map((machine) => `- ${machine}`).join('\n')}
- blit ${conditions.blit}, Node ${conditions.node}, ${conditions.date}
${conditions.peers.map((peer) => `- ${peer}`).join('\n')}`
}

function section(result) {
  const parts = result.parts?.map((part) => {
    const picture = drawBars(part)
    const name = `${result.id}-${part.title.replaceAll(/\W+/g, '-')}`
      .toLowerCase()
      .slice(0, 40)
      .replace(/-$/, '')
    writeFileSync(join(DOCS, 'benchmarks', `${name}.svg`), picture)
    const title = result.parts.length > 1 ? `### ${part.title}\n\n` : ''
    return `${title}${comparison(part)}\n\n![wall times](benchmarks/${name}.svg)`
  })
  const rounds = result.rounds?.map((part) => `### ${part.title}\n\n${roundsTable(part)}`)
  const bodies = [
    ...(parts ?? []),
    ...(rounds ?? []),
    result.distance && distanceTable(result.distance),
    result.memory && memoryTable(result.memory),
    result.sharing && cloneFacts(result.sharing),
    result.rows && growthTable(result.rows),
    result.counts && systemCallTable(result.counts),
  ].filter(Boolean)
  return `## ${result.id}: ${result.title}\n\n${bodies.join('\n\n')}`
}
