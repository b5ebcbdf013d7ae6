/** So many at a time, first come, first served. */
export class Slots {
  private readonly waiting: Array<() => void> = []

  constructor(private free: number) {}

  /** Resolves when there is room, with what gives it back; rejects with the signal's reason. */
  async take(signal: AbortSignal): Promise<() => void> {
    if (this.free > 0) this.free--
    else await this.turn(signal)
    return () => {
      const next = this.waiting.shift()
      if (next === undefined) this.free++
      else next()
    }
  }

  private async turn(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }

      const giveUp = (): void => {
        this.waiting.splice(this.waiting.indexOf(go), 1)
        reject(signal.reason as Error)
      }

      this.waiting.push(go)
      signal.addEventListener('abort', giveUp, { once: true })
    })
  }
}
