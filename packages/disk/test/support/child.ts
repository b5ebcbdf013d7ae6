import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import type { Failure, Operation, Tally, TransferOptions } from '@blit/core'

import { byPath } from './transfer.js'

const SCRIPT = fileURLToPath(new URL('transfer-child.js', import.meta.url))

export interface ChildRequest {
  readonly operation: Operation
  readonly from: string
  readonly to: string
  readonly archive?: boolean
  /** No bigints: it travels as JSON. */
  readonly options?: Partial<TransferOptions>
}

export interface ChildSetup {
  /** Another user, with a group of the same number. */
  readonly uid?: number
  /** Runs the child under another program. */
  readonly under?: readonly string[]
}

export interface ChildOutcome {
  readonly tally: Tally
  readonly failures: readonly Failure[]
  /** Failed paths and their codes. */
  readonly failed: Record<string, string>
  readonly error?: { readonly code: string; readonly message: string }
  /** The most memory it ever had. */
  readonly peakKib: number
}

/** A transfer in a process of its own. */
export class TransferChild {
  readonly process: ChildProcess
  private readonly lines: Interface
  private readonly seen: string[] = []
  private readonly ended: Promise<void>
  private stderr = ''

  constructor(request: ChildRequest, setup: ChildSetup = {}) {
    const [command = '', ...before] = [...(setup.under ?? []), process.execPath]
    const user = setup.uid === undefined ? {} : { uid: setup.uid, gid: setup.uid }
    this.process = spawn(command, [...before, SCRIPT, JSON.stringify(request)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      ...user,
    })
    const { stdout, stderr } = this.process
    if (stdout === null || stderr === null) throw new Error('no pipes')
    this.lines = createInterface({ input: stdout })
    this.lines.on('line', (line) => this.seen.push(line))
    stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()))
    this.ended = once(this.process, 'close').then(() => {})
  }

  /** Resolves when it has printed a line like this, or has ended. */
  async says(pattern: RegExp): Promise<void> {
    if (this.seen.some((line) => pattern.test(line))) return
    const said = new Promise<void>((resolve) => {
      this.lines.on('line', (line) => pattern.test(line) && resolve())
    })
    await Promise.race([this.ended, said])
  }

  /** Ends it with all its threads, as a power failure would. False if it had ended by itself. */
  async kill(): Promise<boolean> {
    this.process.kill('SIGKILL')
    await this.ended
    return this.process.signalCode === 'SIGKILL'
  }

  async outcome(): Promise<ChildOutcome> {
    await this.ended
    const last = this.seen.at(-1) ?? ''
    const { exitCode, signalCode } = this.process
    if (!last.startsWith('{'))
      throw new Error(`the child ended with ${exitCode ?? signalCode}: ${this.stderr}`)
    const outcome = JSON.parse(last) as Omit<ChildOutcome, 'failed'>
    return { ...outcome, failed: byPath(outcome.failures) }
  }
}

/** Runs a transfer in a process of its own to its end. */
export async function transferIn(setup: ChildSetup, request: ChildRequest): Promise<ChildOutcome> {
  return new TransferChild(request, setup).outcome()
}
