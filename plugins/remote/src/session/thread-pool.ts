import { Worker } from 'node:worker_threads'

/** An idle thread ends after that long. */
const IDLE_MS = 30_000
/** A thread ends after so many sessions: what it shared with them is given back at the latest then. */
const MOST_SESSIONS = 32
/** What a thread throws away it throws away soon: the 48 MiB that V8 allows by itself would only be filled, a thread each. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 }

interface Idle {
  readonly worker: Worker
  readonly timer: NodeJS.Timeout
}

/**
 * Threads between two sessions, by the module they run. To start one takes some 70 ms of a processor, and its code is slow until
 * it was compiled: where sessions follow one another, in a daemon, they are kept for the next.
 */
const idle = new Map<string, Idle[]>()
const sessions = new WeakMap<Worker, number>()
let most = 0

/** From now on, at most so many threads of one module are kept when they have nothing to do. Returns what ends them. */
export function keepThreads(count: number): () => void {
  most = count
  return () => {
    most = 0
    for (const kept of idle.values()) for (const one of kept.splice(0)) end(one)
  }
}

/** A thread that waits for what it is to do. */
export function takeThread(entry: URL): Worker {
  const kept = idle.get(entry.href)?.pop()
  if (kept === undefined) return new Worker(entry, { trackUnmanagedFds: false, resourceLimits })
  clearTimeout(kept.timer)
  kept.worker.removeAllListeners()
  kept.worker.ref()
  return kept.worker
}

/** It has done what it was to do. */
export function giveThreadBack(entry: URL, worker: Worker): void {
  const kept = idle.get(entry.href) ?? []
  idle.set(entry.href, kept)
  const count = (sessions.get(worker) ?? 0) + 1
  sessions.set(worker, count)
  if (kept.length >= most || count >= MOST_SESSIONS) {
    worker.postMessage(undefined)
    return
  }

  const forget = (): void => {
    const at = kept.indexOf(one)
    if (at !== -1) kept.splice(at, 1)
  }
  const timer = setTimeout(() => {
    forget()
    end(one)
  }, IDLE_MS).unref()
  const one: Idle = { worker, timer }
  worker.unref()
  worker.once('error', forget)
  worker.once('exit', forget)
  kept.push(one)
}

function end({ timer, worker }: Idle): void {
  clearTimeout(timer)
  worker.postMessage(undefined)
}
