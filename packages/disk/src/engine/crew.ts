/**
 * The workers of one transfer, and who does what.
 *
 * 1. The first tasks are done in the main thread, if they turn out to be little: a thread costs more to start than a
 *    small tree costs to copy. What is more than little it gives away, and then the threads are started.
 * 2. A worker does its tasks and all that comes from them; only while others are idle (`hungry`) it gives some away.
 * 3. When all are idle and nothing waits, the round is over.
 */
import { Worker } from 'node:worker_threads'

import type { FromWorker, Finish, Task, ToWorker, WorkerSetup } from './messages.js'
import type { SharedState } from './shared-state.js'

interface Member {
  readonly send: (message: ToWorker) => void
  readonly stop: () => Promise<void>
}

export interface CrewOptions {
  readonly shared: SharedState
  /** Threads beside the main one, which is worker 0. */
  readonly threads: number
  readonly setup: (index: number) => WorkerSetup
  /** Makes worker 0. */
  readonly inline: (receive: (message: FromWorker) => void) => (message: ToWorker) => void
  readonly onMessage: (message: FromWorker) => void
}

/** What a worker says when it has nothing left to do. */
export type Answer = Extract<FromWorker, { type: 'idle' }>

export class Crew {
  /** Latest answer of each worker. */
  readonly answers = new Map<number, Answer>()
  /** Directories of the source whose content was landed, for a move. */
  readonly sourceDirectories: string[] = []
  /** In a dry run of a move: directories of the source in which something would stay. */
  readonly keptDirectories: string[] = []
  private readonly members: Member[] = []
  private readonly idle = new Set<number>([0])
  private readonly queue: Task[] = []
  private settle: { readonly resolve: () => void; readonly reject: (error: unknown) => void } | undefined
  private crash: unknown

  constructor(private readonly options: CrewOptions) {
    const send = options.inline((message) => this.receive(message, 0))
    this.members.push({ send, stop: async () => send({ type: 'stop' }) })
  }

  /** Does tasks and all that comes from them. Rejects when a worker has crashed. */
  async run(tasks: readonly Task[]): Promise<void> {
    this.queue.push(...tasks)
    this.handOut()
    await this.settled()
  }

  /** One step of the end, in every worker. */
  async finish(finish: Finish): Promise<void> {
    for (const [index, member] of this.members.entries()) {
      this.idle.delete(index)
      member.send({ type: 'finish', finish })
    }

    await this.settled()
  }

  async stop(): Promise<void> {
    await Promise.all(this.members.map((member) => member.stop()))
  }

  /** A worker ended in the middle of its work: what it had in hand is not to be trusted. */
  get crashed(): boolean {
    return this.crash !== undefined
  }

  private get inlineOnly(): boolean {
    return this.members.length === 1
  }

  private receive(message: FromWorker, index: number): void {
    if (message.type === 'donate') {
      this.queue.push(...message.tasks)
      if (this.inlineOnly) this.startThreads()
    } else if (message.type === 'ready') this.idle.add(index)
    else if (message.type === 'idle') {
      this.idle.add(index)
      this.answers.set(index, message)
      this.sourceDirectories.push(...message.sourceDirectories)
      this.keptDirectories.push(...message.keptDirectories)
    } else this.options.onMessage(message)

    this.handOut()
    if (this.isSettled) this.settle?.resolve()
  }

  private handOut(): void {
    if (this.options.shared.cancelled) this.queue.length = 0
    for (const index of [...this.idle]) {
      if (this.queue.length === 0) break
      if (index === 0 && !this.inlineOnly) continue
      this.idle.delete(index)
      // A fair part of it, so that one answer does not give everything to the first.
      const workers = Math.max(1, this.members.length - 1)
      this.members[index]?.send({
        type: 'run',
        tasks: this.queue.splice(0, Math.ceil(this.queue.length / workers)),
      })
    }

    const idleThreads = this.idle.size - (this.idle.has(0) ? 1 : 0)
    this.options.shared.hungry = Math.max(0, idleThreads - this.queue.length)
  }

  private get isSettled(): boolean {
    return this.idle.size === this.members.length && this.queue.length === 0
  }

  private async settled(): Promise<void> {
    if (this.crash !== undefined) throw this.crash
    if (this.isSettled) return
    await new Promise<void>((resolve, reject) => {
      this.settle = { resolve, reject }
    })
    this.settle = undefined
  }

  private startThreads(): void {
    while (this.members.length <= this.options.threads)
      this.members.push(this.startThread(this.members.length))
  }

  private startThread(index: number): Member {
    const thread = new Worker(new URL('worker-thread.js', import.meta.url), {
      workerData: this.options.setup(index),
      // Workers open and close descriptors for each other.
      trackUnmanagedFds: false,
    })
    const ended = new Promise<void>((resolve) => {
      thread.once('exit', () => resolve())
    })
    thread.on('message', (message: FromWorker) => this.receive(message, index))
    thread.once('error', (error) => {
      this.crash = error
      this.options.shared.cancel('failed')
      this.settle?.reject(error)
    })
    return {
      send: (message) => thread.postMessage(message),
      stop: async () => {
        if (this.crash === undefined) thread.postMessage({ type: 'stop' } satisfies ToWorker)
        else void thread.terminate()
        await ended
      },
    }
  }
}
