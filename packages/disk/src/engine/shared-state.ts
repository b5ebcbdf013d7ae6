import type { Tally } from '@blit/core'

import { RateLimit } from './rate-limit.js'

/** Counters of one worker, in the order of its slots. Beyond the tally: what progress shows. */
export const COUNTERS = [
  'filesScanned',
  'filesCopied',
  'filesSkipped',
  'filesDeleted',
  'othersDeleted',
  'dirsCreated',
  'dirsDeleted',
  'linksCreated',
  'sourcesRemoved',
  'bytesCopied',
  'bytesResumed',
  'filesTotal',
  'bytesTotal',
  'bytesDone',
  // Tasks that may find more to copy: known to the worker that made, or did, them.
  'scansOpen',
  // Files that another machine was asked for, and that have landed or failed.
  'filesSettled',
] as const

export type Counter = (typeof COUNTERS)[number]

/** Slots of the control words. */
const CANCEL = 0
const INTERRUPTED = 1
const BROKEN = 2
const HUNGRY = 1
const SESSION_STATE = 2
const SESSION_FD = 3
const DIRECT = 4
const CONTROL_BYTES = 64

/** The memory that the main thread and all workers of one transfer share. */
export class SharedState {
  private readonly control: Int32Array
  private readonly paidUntilNs: BigInt64Array
  private readonly counters: Float64Array
  private readonly direct: Int32Array

  constructor(
    readonly buffer: SharedArrayBuffer,
    private readonly workers: number,
  ) {
    this.control = new Int32Array(buffer, 0, 8)
    this.paidUntilNs = new BigInt64Array(buffer, 32, 1)
    this.counters = new Float64Array(buffer, CONTROL_BYTES, workers * COUNTERS.length)
    this.direct = new Int32Array(buffer, CONTROL_BYTES + this.counters.byteLength, workers)
  }

  static create(workers: number): SharedState {
    return new SharedState(
      new SharedArrayBuffer(CONTROL_BYTES + workers * (COUNTERS.length * 8 + 4)),
      workers,
    )
  }

  /** The first reason counts: it was `interrupted`, or something went so wrong that nothing else can succeed. */
  cancel(why: 'failed' | 'interrupted'): void {
    Atomics.compareExchange(this.control, CANCEL, 0, why === 'interrupted' ? INTERRUPTED : BROKEN)
    Atomics.notify(this.control, CANCEL)
  }

  get interrupted(): boolean {
    return Atomics.load(this.control, CANCEL) === INTERRUPTED
  }

  get cancelled(): boolean {
    return Atomics.load(this.control, CANCEL) !== 0
  }

  /** Blocks this thread; returns early when the transfer is cancelled. */
  sleep(ms: number): void {
    Atomics.wait(this.control, CANCEL, 0, ms)
  }

  /** How many workers wait for something to do. */
  get hungry(): number {
    return Atomics.load(this.control, HUNGRY)
  }

  set hungry(count: number) {
    Atomics.store(this.control, HUNGRY, count)
  }

  /** The value that whoever comes first makes by `start`; the others wait for it. A failed start lets the next try. */
  sessionFd(start: () => number): number {
    for (;;) {
      const state = Atomics.compareExchange(this.control, SESSION_STATE, 0, 1)
      if (state === 2) return Atomics.load(this.control, SESSION_FD)
      if (state === 1) {
        Atomics.wait(this.control, SESSION_STATE, 1, 100)
        continue
      }

      let made = false
      try {
        Atomics.store(this.control, SESSION_FD, start())
        made = true
      } finally {
        Atomics.store(this.control, SESSION_STATE, made ? 2 : 0)
        Atomics.notify(this.control, SESSION_STATE)
      }

      return Atomics.load(this.control, SESSION_FD)
    }
  }

  /** The session's descriptor if there is one. */
  get startedSessionFd(): number | undefined {
    return Atomics.load(this.control, SESSION_STATE) === 2
      ? Atomics.load(this.control, SESSION_FD)
      : undefined
  }

  /** Allows `beginDirect`, until `endAllDirect`. */
  allowDirect(): void {
    Atomics.store(this.control, DIRECT, 1)
  }

  /**
   * True while nobody sees the destination, so that a worker may make things under their own names at once, until its
   * `endDirect`. The flag is looked at again after it was answered: then main sees the answer, or we its change.
   */
  beginDirect(worker: number): boolean {
    if (Atomics.load(this.control, DIRECT) === 0) return false
    Atomics.store(this.direct, worker, 1)
    if (Atomics.load(this.control, DIRECT) === 1) return true
    Atomics.store(this.direct, worker, 0)
    return false
  }

  endDirect(worker: number): void {
    Atomics.store(this.direct, worker, 0)
  }

  /** No worker begins any more; true when none is at it. */
  endAllDirect(): boolean {
    Atomics.store(this.control, DIRECT, 0)
    return this.direct.every((_, worker) => Atomics.load(this.direct, worker) === 0)
  }

  /** Waits until `bytes` more may move at this rate, shared by all workers. */
  throttle(bytes: number, rateBytesPerSec: number | undefined): void {
    if (rateBytesPerSec === undefined) return
    const waitMs = new RateLimit(this.paidUntilNs, rateBytesPerSec).take(bytes)
    for (let left = waitMs; left > 0 && !this.cancelled; left -= 1000) this.sleep(Math.min(left, 1000))
  }

  /** The slots of one worker; only it writes them. */
  countersOf(worker: number): Float64Array {
    return this.counters.subarray(worker * COUNTERS.length, (worker + 1) * COUNTERS.length)
  }

  /** All counters, summed over the workers. */
  sum(): Record<Counter, number> {
    const sums = Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Record<Counter, number>
    for (let worker = 0; worker < this.workers; worker++)
      for (const [slot, name] of COUNTERS.entries())
        sums[name] += this.counters[worker * COUNTERS.length + slot] ?? 0
    return sums
  }
}

/** Names for the slots of a worker's counters. */
export const SLOT = Object.fromEntries(COUNTERS.map((name, slot) => [name, slot])) as Readonly<
  Record<Counter, number>
>

export function tallyOf(sums: Readonly<Record<Counter, number>>): Tally {
  return {
    filesScanned: sums.filesScanned,
    filesCopied: sums.filesCopied,
    filesSkipped: sums.filesSkipped,
    filesDeleted: sums.filesDeleted,
    othersDeleted: sums.othersDeleted,
    dirsCreated: sums.dirsCreated,
    dirsDeleted: sums.dirsDeleted,
    linksCreated: sums.linksCreated,
    sourcesRemoved: sums.sourcesRemoved,
    bytesCopied: sums.bytesCopied,
    bytesResumed: sums.bytesResumed,
  }
}

/** The same where all that has landed is lost. */
export function withoutLanded(tally: Tally): Tally {
  return { ...tally, filesCopied: 0, dirsCreated: 0, linksCreated: 0, bytesCopied: 0, bytesResumed: 0 }
}
