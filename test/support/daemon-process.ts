import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The program, built. */
export const BLIT = fileURLToPath(new URL('../../bin/run.js', import.meta.url))

/** A daemon in a process of its own. */
export interface DaemonProcess {
  readonly port: number
  readonly child: ChildProcess
  /** What its user has as home: files it makes for itself. */
  readonly env: NodeJS.ProcessEnv
  /** SIGTERM, unless told otherwise; resolves with its exit code when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/**
 * Starts `blit daemon start` with modules (`NAME=PATH[:ro]`) and other flags on a free port, and waits until it listens. `prefix` is what
 * it is started by.
 */
export async function startDaemonProcess(
  modules: readonly string[],
  flags: readonly string[] = [],
  prefix: readonly string[] = [],
): Promise<DaemonProcess> {
  const home = mkdtempSync(join(tmpdir(), 'blit-daemon-home-'))
  const env = {
    ...process.env,
    HOME: home,
    BLIT_DATA_DIR: join(home, 'data'),
    BLIT_CACHE_DIR: join(home, 'cache'),
    BLIT_CONFIG_DIR: join(home, 'config'),
    XDG_RUNTIME_DIR: home,
  }
  const served = modules.flatMap((one) => ['--module', one])
  const command = [...prefix, process.execPath, BLIT, 'daemon', 'start', '--port', '0', ...flags, ...served]
  const child = spawn(command[0] as string, command.slice(1), { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const gone = once(child, 'close')
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => {
      const found = /^listening on .*:(\d+)$/.exec(line)?.[1]
      if (found === undefined) reject(new Error(`the daemon says: ${line}`))
      else resolve(Number(found))
    })
    void gone.then(() => reject(new Error(`the daemon does not start: ${said}`)))
  })
  return {
    port,
    child,
    env,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      const [code] = (await gone) as [number | null]
      rmSync(home, { recursive: true, force: true })
      return code
    },
  }
}
