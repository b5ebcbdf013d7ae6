import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import {
  chmodSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program, built. */
export const BLIT = fileURLToPath(new URL('../../../../bin/run.js', import.meta.url))

export interface Run {
  readonly code: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

export interface RunOptions {
  /** Somebody who is not root, where the tests run as root. */
  readonly asOther?: boolean
  /** Where stdout goes instead of into the result: a file descriptor. */
  readonly stdout?: number
}

/** A run that goes on. */
export interface Started {
  readonly child: ChildProcess
  readonly done: Promise<Run>
}

/** User and group of nobody on most systems; any other than root will do. */
const OTHER = 65_534

/** A directory of its own for each test, in which blit runs. */
export interface Sandbox {
  readonly path: string
  /** A path in it. */
  at(...names: readonly string[]): string
  /** Makes files with their directories: content by path; `null` makes a directory. */
  fill(files: Readonly<Record<string, string | null>>): void
  run(args: readonly string[], options?: RunOptions): Promise<Run>
  start(args: readonly string[], options?: RunOptions): Started
  /** Runs with `--json`, and parses the one line that it prints. */
  json(
    args: readonly string[],
    options?: RunOptions,
  ): Promise<{ readonly code: number | null; readonly value: unknown }>
  remove(): void
}

export function makeSandbox(): Sandbox {
  const path = mkdtempSync(join(tmpdir(), 'blit-utils-'))
  chmodSync(path, 0o755)
  const home = mkdtempSync(join(tmpdir(), 'blit-home-'))
  chmodSync(home, 0o777)
  const env = {
    ...process.env,
    HOME: home,
    BLIT_DATA_DIR: join(home, 'data'),
    BLIT_CACHE_DIR: join(home, 'cache'),
    BLIT_CONFIG_DIR: join(home, 'config'),
    TZ: 'UTC',
  }

  function start(args: readonly string[], options: RunOptions = {}): Started {
    const spawnOptions: SpawnOptions = {
      cwd: path,
      // What a user who may write nothing there cannot write coverage either.
      env: options.asOther ? { ...env, NODE_V8_COVERAGE: undefined } : env,
      stdio: ['ignore', options.stdout ?? 'pipe', 'pipe'],
      ...(options.asOther && process.getuid?.() === 0 && { uid: OTHER, gid: OTHER }),
    }
    const child = spawn(process.execPath, [BLIT, ...args], spawnOptions)
    return { child, done: outcome(child) }
  }

  const run: Sandbox['run'] = async (args, options) => start(args, options).done

  return {
    path,
    at: (...names) => join(path, ...names),
    fill(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(content === null ? join(path, name) : dirname(join(path, name)), { recursive: true })
        if (content !== null) writeFileSync(join(path, name), content)
      }
    },
    start,
    run,
    async json(args, options) {
      const { code, stdout } = await run([...args, '--json'], options)
      const text = stdout.toString()
      if (!/^[^\n]+\n$/.test(text)) throw new Error(`not one line: ${JSON.stringify(text)}`)
      return { code, value: JSON.parse(text) as unknown }
    },
    remove() {
      rmSync(path, { recursive: true, force: true })
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Waits until a process has a file open. Linux only. */
export async function untilOpen({ child }: Started, path: string): Promise<void> {
  const directory = `/proc/${child.pid}/fd`
  const isOpen = (): boolean =>
    readdirSync(directory).some((fd) => {
      try {
        return readlinkSync(join(directory, fd)) === path
      } catch {
        return false // Closed meanwhile.
      }
    })
  while (!isOpen()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 10)
    })
  }
}

/** Gives things a time and, unless they are links, a mode that a snapshot can name. */
export function settle(path: string, mode?: number): void {
  if (mode !== undefined) chmodSync(path, mode)
  lutimesSync(path, 1_700_000_000.25, 1_700_000_000.25)
}

async function outcome(child: ChildProcess): Promise<Run> {
  const stdout: Buffer[] = []
  let stderr = ''
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout: Buffer.concat(stdout), stderr }))
  })
}
