import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program that every test here runs, as a process of its own. */
export const BLIT = fileURLToPath(new URL('../../bin/run.js', import.meta.url))

/** How a run of blit ended, and what it said. */
export interface Run {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** What is on stdin; nothing by default. */
  readonly input?: string | Uint8Array
  /** What it is started by; nothing by default. */
  readonly prefix?: readonly string[]
}

/** A directory of its own for each test, also for what blit keeps about its user. */
export interface Sandbox {
  readonly path: string
  readonly env: NodeJS.ProcessEnv
  /** A path in it. */
  at(...names: string[]): string
  run(args: readonly string[], options?: RunOptions): Promise<Run>
  start(
    args: readonly string[],
    options?: RunOptions,
  ): { readonly child: ChildProcess; readonly done: Promise<Run> }
  remove(): void
}

export function makeSandbox(): Sandbox {
  const path = mkdtempSync(join(tmpdir(), 'blit-cli-'))
  const home = join(path, '.home')
  mkdirSync(home)
  const env = cleanEnv({
    HOME: home,
    BLIT_DATA_DIR: join(home, 'data'),
    BLIT_CACHE_DIR: join(home, 'cache'),
    BLIT_CONFIG_DIR: join(home, 'config'),
  })

  function start(args: readonly string[], options: RunOptions = {}): ReturnType<Sandbox['start']> {
    const command = [...(options.prefix ?? []), process.execPath, BLIT, ...args]
    const child = spawn(command[0] as string, command.slice(1), {
      cwd: options.cwd ?? path,
      env: { ...env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    child.stdin.on('error', () => {
      // It did not want its input.
    })
    child.stdin.end(options.input ?? '')
    return { child, done: outcome(child) }
  }

  return {
    path,
    env,
    at: (...names) => join(path, ...names),
    run: async (args, options) => start(args, options).done,
    start,
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** What a test depends on, without what the developer's shell says about colours, debugging and CI. */
function cleanEnv(extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const unwanted = /^(BLIT_|DEBUG$|CI$|FORCE_COLOR|NO_COLOR|npm_config_|NODE_OPTIONS$)/i
  const kept = Object.entries(process.env).filter(([name]) => !unwanted.test(name))
  // Under c8 the processes that tests start count too.
  return {
    ...Object.fromEntries(kept),
    BLIT_TEST_RUN: process.env['BLIT_TEST_RUN'],
    TERM: 'xterm-256color',
    ...extra,
  }
}

function outcome(child: ChildProcess): Promise<Run> {
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) =>
      resolve({
        code,
        signal,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    )
  })
}

/** Waits until something is so; rejects when it does not become so for a long time. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadlineMs = Date.now() + 30_000
  while (!(await isSo())) {
    if (Date.now() > deadlineMs) throw new Error(`still not: ${what}`)
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
}
