// The benchmark of blit against the tools it wants to beat. `npm run bench -- --help` says how.
import process from 'node:process'
import { compare } from './compare.js'
import { readOptions, USAGE } from './options.js'
import { installPeers } from './peers.js'
import { writeReport } from './report/write-report.js'
import { saveResult } from './results.js'
import { openWorkplace } from './workplace.js'

let options
try {
  options = readOptions(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exit(2)
}

if (options.help) console.log(USAGE)
else if (options.reportOnly) writeReport()
else if (await installPeers()) await runScenarios()
else process.exitCode = 1

async function runScenarios() {
  const results = []
  for (const scenario of options.scenarios) {
    console.error(`\n${scenario.id}: ${scenario.title}`)
    const result = await runScenario(scenario)
    if (!result) continue
    results.push(result)
    if (!options.quick) saveResult(result)
  }

  if (options.json) console.log(JSON.stringify(results, undefined, 2))
  if (options.all && !options.quick) writeReport()
}

/** The other scenarios are worth their figures when one fails. */
async function runScenario(scenario) {
  const workplace = openWorkplace({ keep: options.keep })
  try {
    return await (scenario.run ?? compare)({
      scenario,
      workplace,
      blit: [process.execPath, options.blit],
      scale: options.quick ? 0.02 : 1,
      pairs: options.pairs,
    })
  } catch (error) {
    console.error(`  ${scenario.id} failed: ${error.stack}`)
    process.exitCode = 1
  } finally {
    workplace.close()
  }
}
