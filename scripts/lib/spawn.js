import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import process from 'node:process'
import { ROOT } from './project.js'

/**
 * Runs a program to its end and gives its exit code; 128 + n when signal n ended it, 127 when it could not start.
 * The child is told to end when this process is; a Ctrl-C on a terminal reaches it by itself.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', ...options })
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal)
    }

    process.on('SIGINT', forward).on('SIGTERM', forward)
    const finish = (/** @type {number} */ code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      resolve(code)
    }

    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`)
      finish(127)
    })
    child.once('exit', (code, signal) => finish(code ?? 128 + constants.signals[signal ?? 'SIGKILL']))
  })
}

/**
 * `run` for a JavaScript program.
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export const runNode = (args, options) => run(process.execPath, args, options)
