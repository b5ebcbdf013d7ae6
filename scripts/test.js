// `npm test`: installs, builds, checks the style and the types, and runs every test. The last line
// is `N passed, N failed`, with `, N skipped` where tests were skipped.
import process from 'node:process'
import { buildAll } from './lib/build-all.js'
import { ensureInstalled } from './lib/install.js'
import { runNode } from './lib/spawn.js'

const counts = { passed: 0, failed: 0, skipped: 0 }

/** @param {string} name @param {() => Promise<boolean>} check */
async function step(name, check) {
  const started = performance.now()
  console.log(`\n== ${name}`)
  const ok = await check()
  if (!ok) counts.failed++
  console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  return ok
}

const node = async (/** @type {string[]} */ ...args) =>
  (await runNode(args, { stdio: ['ignore', 1, 2] })) === 0

if ((await step('install', ensureInstalled)) && (await step('build', buildAll))) {
  const { ensureTools } = await import('./lib/debian-tools.js')
  const { runTests } = await import('./lib/run-tests.js')
  await step('tools', ensureTools)
  await step('eslint', () => node('node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'))
  await step('prettier', () =>
    node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  )
  await step('types', () => node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.test.json'))
  const tests = await runTests(process.argv.slice(2))
  for (const [name, count] of Object.entries(tests))
    counts[/** @type {keyof typeof counts} */ (name)] += count
}

const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`)
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
