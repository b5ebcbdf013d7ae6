import { Worker, type Transferable } from 'node:worker_threads'

/** A thread of a session that answers each message once, in their order; what else it says goes to `onOther`. */
export class SessionThread<To, Answer> {
  private readonly worker: Worker
  private readonly waiting: Array<{
    readonly resolve: (answer: Answer) => void
    readonly reject: (error: unknown) => void
  }> = []

  private readonly exit: Promise<unknown>
  private crash: unknown

  constructor(
    entry: URL,
    data: unknown,
    private readonly take: (message: unknown) => Answer | Error | undefined,
    transfer: readonly Transferable[] = [],
  ) {
    this.worker = new Worker(entry, {
      workerData: data,
      transferList: [...transfer],
      trackUnmanagedFds: false,
    })
    this.worker.on('message', (message: unknown) => this.hear(message))
    this.worker.once('error', (error) => this.fail(error))
    this.exit = new Promise((resolve) => {
      this.worker.once('exit', () => {
        const { crash } = this
        this.fail(new Error('the thread has ended'))
        resolve(crash)
      })
    })
  }

  async ask(message: To, transfer: readonly Transferable[] = []): Promise<Answer> {
    if (this.crash !== undefined) throw this.crash
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject })
      this.worker.postMessage(message, transfer)
    })
  }

  /** Says something that has no answer. */
  tell(message: To): void {
    this.worker.postMessage(message)
  }

  /** How many answers are due. */
  get due(): number {
    return this.waiting.length
  }

  /** Resolves when the thread has exited: with what it has thrown, if it has. */
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
