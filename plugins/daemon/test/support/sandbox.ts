import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as delay } from 'node:timers/promises'

const BLIT = fileURLToPath(new URL('../../../../bin/run.js', import.meta.url))

/** How a run of blit ended, and what it said. */
export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A daemon that runs. */
export interface RunningDaemon {
  readonly child: ChildProcess
  readonly pid: number
  /** The line on stdout. */
  readonly line: string
  readonly port: number
  readonly stderr: () => string
  readonly done: Promise<Run>
  /** Ends it by a signal, SIGTERM by default. */
  end(signal?: NodeJS.Signals): Promise<Run>
}

/** A directory for one test, also for what blit keeps about its user. */
export interface Sandbox {
  readonly path: string
  at(...names: readonly string[]): string
  /** Makes files with their directories; `null` makes a directory. */
  fill(files: Readonly<Record<string, string | null>>): void
  run(...args: readonly string[]): Promise<Run>
  /** Starts a daemon, and waits until it is ready. Rejects when it ends before. */
  daemon(...args: readonly string[]): Promise<RunningDaemon>
  /** Ends every daemon of it, and removes everything. */
  remove(): Promise<void>
}

export function makeSandbox(): Sandbox {
  const path = mkdtempSync(join(tmpdir(), 'blit-daemon-'))
  const home = join(path, '.home')
  mkdirSync(join(home, 'run'), { recursive: true })
  const env = {
    ...process.env,
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    BLIT_DATA_DIR: join(home, 'data'),
    BLIT_CACHE_DIR: join(home, 'cache'),
    BLIT_CONFIG_DIR: join(home, 'config'),
  }
  const children = new Set<ChildProcess>()

  function start(args: readonly string[]) {
    const child = spawn(process.execPath, [BLIT, ...args], {
      cwd: path,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.add(child)
    const said = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
    const done = new Promise<Run>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => {
        children.delete(child)
        resolve({ code, ...said })
      })
    })
    return { child, said, done }
  }

  return {
    path,
    at: (...names) => join(path, ...names),
    fill(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(content === null ? join(path, name) : dirname(join(path, name)), { recursive: true })
        if (content !== null) writeFileSync(join(path, name), content, { mode: 0o644 })
      }
    },
    run: async (...args) => start(args).done,
    async daemon(...args) {
      const { child, done, said } = start(['daemon', 'start', ...args])
      let ended: Run | undefined
      void done.then((run) => (ended = run))
      await until('the daemon listens', () => {
        if (ended !== undefined) throw new Error(`the daemon ended: ${JSON.stringify(ended)}`)
        return said.stdout.includes('\n')
      })
      const line = said.stdout
      return {
        child,
        pid: child.pid ?? 0,
        line,
        port: Number(/:(\d+)\n$/.exec(line)?.[1]),
        stderr: () => said.stderr,
        done,
        async end(signal = 'SIGTERM') {
          child.kill(signal)
          return done
        },
      }
    },
    async remove() {
      const ends = [...children].map(
        (child) =>
          new Promise((resolve) => {
            child.once('close', resolve)
            child.kill('SIGKILL')
          }),
      )
      await Promise.all(ends)
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** Waits until something is so. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadlineMs = Date.now() + 30_000
  while (!(await isSo())) {
    if (Date.now() > deadlineMs) throw new Error(`still not: ${what}`)
    await delay(10)
  }
}
