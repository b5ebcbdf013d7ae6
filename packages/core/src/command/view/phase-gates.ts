/**
 * Phases that are passed in order, possibly by leaps. A phase is passed when a later one is reached or all
 * is over.
 */
export class PhaseGates<P extends string> {
  private index = 0
  private over = false
  private failure: { readonly error: unknown } | undefined
  private waiting: Array<() => void> = []

  constructor(private readonly phases: readonly P[]) {}

  get current(): P | undefined {
    return this.phases[this.index]
  }

  get isOver(): boolean {
    return this.over
  }

  /** Goes on to a phase; going back, or to one that is not in the list, changes nothing. */
  reach(phase: P): void {
    const index = this.phases.indexOf(phase)
    if (index <= this.index) return
    this.index = index
    this.wake()
  }

  end(): void {
    this.over = true
    this.wake()
  }

  /** Ends; `passed` of the current phase rejects. */
  fail(error: unknown): void {
    this.failure = { error }
    this.end()
  }

  /** Resolves when the phase is passed. */
  async passed(phase: P): Promise<void> {
    while (!this.over && this.current === phase) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve)
      })
    }

    if (this.failure !== undefined && this.current === phase) throw this.failure.error
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve()
  }
}
