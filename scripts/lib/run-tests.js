import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { readJson } from './project.js'
import { runNode } from './spawn.js'

const SPECS = ['packages/*/test/**/*.test.ts', 'plugins/*/test/**/*.test.ts', 'test/**/*.test.ts']

/** Longer than a healthy run by far, shorter than anybody's patience. */
const LIMIT_MS = 18 * 60_000

/** In the environment of every process that a test starts, so that leftovers are known by it. */
const MARK = 'BLIT_TEST_RUN'

/**
 * Runs mocha over the given tests, all by default.
 * @param {string[]} specs
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>} what failed besides tests counts as failed
 */
export async function runTests(specs) {
  const folder = mkdtempSync(join(tmpdir(), 'blit-test-'))
  const countsFile = join(folder, 'counts.json')
  const run = randomUUID()
  const args = [
    'node_modules/mocha/bin/mocha.js',
    '--reporter=scripts/lib/counting-reporter.js',
    `--reporter-option=countsFile=${countsFile}`,
    ...(specs.length > 0 ? specs : SPECS),
  ]
  const options = {
    stdio: /** @type {const} */ (['ignore', 'inherit', 'inherit']),
    env: { ...process.env, [MARK]: run },
    timeout: LIMIT_MS,
  }
  try {
    const code = await runNode(args, options)
    const counts = existsSync(countsFile) ? readJson(countsFile) : { passed: 0, failed: 0, skipped: 0 }
    if (code !== 0 && counts.failed === 0) {
      console.error(`The test run ended with exit code ${code}, though no test failed.`)
      counts.failed++
    }

    const leftovers = processesMarked(`${MARK}=${run}`)
    for (const { pid, command } of leftovers) {
      console.error(`Left behind by a test, ended now: ${pid} ${command}`)
      process.kill(pid, 'SIGKILL')
    }

    if (leftovers.length > 0) counts.failed++
    return counts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Processes with this in their environment; none where there is no /proc. @param {string} variable */
function processesMarked(variable) {
  if (!existsSync('/proc/self/environ')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readProc(pid, 'environ').includes(variable))
    .map((pid) => ({ pid: Number(pid), command: readProc(pid, 'cmdline').join(' ') }))
}

/** @param {string} pid @param {string} file */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0')
  } catch {
    return [] // Ended meanwhile, or somebody else's.
  }
}
