/**
 * Phases that are passed in order, possibly by leaps. A phase is passed when a later one is reached or all is over.
 */
export class PhaseGates<P extends string> {
  /** The phase that was reached last, by its place in `phases`. */
  index = 0
  isOver = false
  private failure: { readonly error: unknown } | undefined
  private waiting: Array<() => void> = []

  constructor(readonly phases: readonly P[]) {}

  /** The phase that was reached last. */
  get current(): P {
    return this.phases[this.index] as P
  }

  hasReached(phase: P): boolean {
    return this.phases.indexOf(phase) <= this.index
  }

  /** Goes on to a phase; going back, or to one that is not in the list, changes nothing. */
  reach(phase: P): void {
    const index = this.phases.indexOf(phase)
    if (index <= this.index) return
    this.index = index
    this.wake()
  }

  end(): void {
    this.isOver = true
    this.wake()
  }

  /** Ends; `passed` of the phase it ended in rejects. */
  fail(error: unknown): void {
    this.failure = { error }
    this.end()
  }

  /** Resolves when the phase is passed. */
  async passed(phase: P): Promise<void> {
    while (!this.isOver && this.phases[this.index] === phase) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve)
      })
    }

    if (this.failure !== undefined && this.phases[this.index] === phase) throw this.failure.error
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve()
  }
}
