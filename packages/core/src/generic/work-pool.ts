/** Runs work side by side, so much of it at once and no more. */
export class WorkPool {
  private running = 0
  private readonly waiting: Array<() => void> = []
  private failed: { readonly error: unknown } | undefined

  constructor(private readonly limit: number) {}

  /** Resolves as soon as the work has started, which is when there is room. What it rejects with comes out of `idle`. */
  async start(work: () => Promise<void>): Promise<void> {
    while (this.running >= this.limit) await this.nextEnd()
    this.running++
    // Never rejects: what went wrong comes out of `idle`.
    this.run(work)
  }

  /** Resolves when everything started has ended; rejects with the first error of all. */
  async idle(): Promise<void> {
    while (this.running > 0) await this.nextEnd()
    if (this.failed !== undefined) throw this.failed.error
  }

  private async run(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.failed ??= { error }
    } finally {
      this.running--
      for (const wake of this.waiting.splice(0)) wake()
    }
  }

  private nextEnd(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve)
    })
  }
}
