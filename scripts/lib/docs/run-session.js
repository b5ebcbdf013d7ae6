import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { ROOT } from '../project.js'

/** Stands between the output of two commands. */
const BORDER = '\u001E'

/**
 * Runs commands one after the other in one shell, in an empty folder of their own, with the built `blit` in the PATH
 * and the folder of the project as `$PROJECT`.
 * @param {string[]} commands
 * @returns {string[][]} what each printed, on stdout or stderr, line by line
 */
export function runSession(commands) {
  const folder = mkdtempSync(join(tmpdir(), 'blit-docs-'))
  try {
    const programs = join(folder, 'bin')
    const home = join(folder, 'home')
    const work = join(folder, 'work')
    for (const path of [programs, home, work]) mkdirSync(path)
    const blit = join(programs, 'blit')
    writeFileSync(blit, `#!/bin/sh\nexec '${process.execPath}' '${ROOT}/bin/run.js' "$@"\n`)
    chmodSync(blit, 0o755)
    const script = join(folder, 'session')
    // `$?` is that of the command before, border or not.
    const border = `\n__status=$?; printf '${BORDER}'; (exit "$__status")\n`
    writeFileSync(script, `umask 022\nexec 2>&1 </dev/null\n${commands.map((one) => one + border).join('')}`)
    const { status, signal, stdout, stderr } = spawnSync('bash', [script], {
      cwd: work,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...inherited(),
        PATH: `${programs}:${process.env.PATH}`,
        HOME: home,
        PROJECT: ROOT,
        LC_ALL: 'C',
        TZ: 'UTC',
      },
    })
    const printed = stdout.split(BORDER).slice(0, -1)
    if (printed.length !== commands.length)
      throw new Error(`the session ended early (${status ?? signal}): ${stdout.slice(-500)}${stderr}`)
    return printed.map((text) => text.replace(/\n$/, '').split('\n'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The environment without what the developer's shell says about blit, colours and debugging. */
function inherited() {
  const unwanted = /^(BLIT_(?!TEST_RUN$)|DEBUG$|CI$|FORCE_COLOR|NO_COLOR|npm_|INIT_CWD$|NODE_OPTIONS$)/i
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !unwanted.test(name)))
}
