import { MessageChannel, type MessagePort, type Transferable, type Worker } from 'node:worker_threads'

import { THREAD_DONE, type ThreadStart } from './serve-thread.js'
import { giveThreadBack, takeThread } from './thread-pool.js'

/** A thread of a session that answers each message once, in their order; what else it says goes to `onOther`. */
export class SessionThread<To, Answer> {
  private readonly worker: Worker
  private readonly port: MessagePort
  private readonly waiting: Array<{
    readonly resolve: (answer: Answer) => void
    readonly reject: (error: unknown) => void
  }> = []

  private readonly exit: Promise<unknown>
  private crash: unknown

  /** `entry` is a module that calls `serveThread`, which gives it `data`. */
  constructor(
    private readonly entry: URL,
    data: unknown,
    private readonly take: (message: unknown) => Answer | Error | undefined,
    transfer: readonly Transferable[] = [],
  ) {
    const { port1, port2 } = new MessageChannel()
    this.port = port1
    this.worker = takeThread(entry)
    this.exit = new Promise((resolve) => {
      const onError = (error: unknown): void => this.fail(error)
      const onExit = (): void => {
        const { crash = new Error('the thread has ended') } = this
        this.fail(crash)
        port1.close()
        resolve(crash)
      }
      this.worker.once('error', onError)
      this.worker.once('exit', onExit)
      port1.on('message', (message: unknown) => {
        if (message !== THREAD_DONE) {
          this.hear(message)
          return
        }

        port1.close()
        this.worker.off('error', onError)
        this.worker.off('exit', onExit)
        this.fail(new Error('the thread has ended'))
        giveThreadBack(this.entry, this.worker)
        resolve(undefined)
      })
    })
    const start: ThreadStart = { data, port: port2 }
    this.worker.postMessage(start, [port2, ...transfer])
  }

  async ask(message: To, transfer: readonly Transferable[] = []): Promise<Answer> {
    if (this.crash !== undefined) throw this.crash
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject })
      this.port.postMessage(message, transfer)
    })
  }

  /** Says something that has no answer. */
  tell(message: To): void {
    this.port.postMessage(message)
  }

  /** Resolves when the thread holds nothing of the session any more: with what it has thrown, if it has. */
  async ended(): Promise<unknown> {
    return this.exit
  }

  private hear(message: unknown): void {
    const answer = this.take(message)
    if (answer === undefined) return
    const asked = this.waiting.shift()
    if (answer instanceof Error) asked?.reject(answer)
    else asked?.resolve(answer)
  }

  private fail(error: unknown): void {
    this.crash ??= error
    for (const { reject } of this.waiting.splice(0)) reject(error)
  }
}
