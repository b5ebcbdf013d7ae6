import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/**
 * One run of a command, with all the processes that it started and waited for.
 * @typedef {object} Measurement
 * @property {number} wallMs
 * @property {number} cpuMs user and system time
 * @property {number} peakMiB resident memory of the largest process
 */

// bash tells times to the millisecond, GNU time the memory. What the command says goes to a file.
const SCRIPT = `TIMEFORMAT='%3R %3U %3S'
{ time /usr/bin/time -q -o "$0/memory" -f %M "$@" >"$0/output" 2>&1 </dev/null; } 2>"$0/times"`

/** Variables that slow down every start of Node, or that change what it does. */
const NOISE = new Set(['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'NODE_V8_COVERAGE'])

/**
 * @param {string[]} command
 * @param {string} folder for the figures
 * @returns {Promise<Measurement>}
 */
export async function measure(command, folder) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOISE.has(name)))
  const child = spawn('bash', ['-c', SCRIPT, folder, ...command], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true, // A process group, so that all of it can be ended.
  })
  const stop = () => process.kill(-(child.pid ?? 0), 'SIGKILL')
  process.prependListener('SIGINT', stop).prependListener('SIGTERM', stop)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  process.off('SIGINT', stop).off('SIGTERM', stop)
  const read = (/** @type {string} */ name) => readFileSync(join(folder, name), 'utf8').trim()
  if (code !== 0) throw new Error(`${command.join(' ')}: exit ${code}\n${read('output').slice(-2000)}`)
  const [wall = 0, user = 0, system = 0] = read('times').split(' ').map(Number)
  return {
    wallMs: Math.round(wall * 1000),
    cpuMs: Math.round((user + system) * 1000),
    peakMiB: Math.round(Number(read('memory').split('\n').at(-1)) / 102.4) / 10,
  }
}
