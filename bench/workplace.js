import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const PLACE = '/dev/shm'
const PREFIX = 'blit-bench-'

/**
 * A folder in memory for one scenario. It is emptied however the process ends: by `close`, a signal, or by the
 * next run, when this one had no time to.
 * @param {{ keep: boolean }} options
 */
export function openWorkplace({ keep }) {
  removeLeftovers()
  const folder = mkdtempSync(join(PLACE, `${PREFIX}${process.pid}-`))
  /** @type {Array<() => void>} */
  const undo = []
  const onSignal = (/** @type {NodeJS.Signals} */ signal) => {
    close()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }

  let open = true
  const close = () => {
    if (!open) return
    open = false
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
    while (undo.length > 0) undo.pop()?.()
    if (keep) console.error(`kept: ${folder}`)
    else remove(folder)
  }

  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  return {
    folder,
    /** Something else to undo at the end, the latest first. @param {() => void} action */
    atEnd: (action) => undo.push(action),
    close,
  }
}

/**
 * Faster than Node's for a million files. Once more while there is something: a process that was just killed
 * may still have been writing.
 * @param {string} path
 */
export function remove(path) {
  for (let attempt = 0; attempt < 5 && (attempt === 0 || existsSync(path)); attempt++) {
    spawnSync('rm', ['-rf', '--', path], { stdio: 'ignore' })
  }
}

function removeLeftovers() {
  for (const name of readdirSync(PLACE)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(PLACE, name), { recursive: true, force: true })
  }
}
