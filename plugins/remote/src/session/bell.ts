const RINGS = 0
const CANCELLED = 1

/** Wakes a thread that waits for work, without an event loop. */
export class Bell {
  private readonly words: Int32Array

  constructor(readonly buffer: SharedArrayBuffer) {
    this.words = new Int32Array(buffer)
  }

  static create(): Bell {
    return new Bell(new SharedArrayBuffer(8))
  }

  ring(): void {
    Atomics.add(this.words, RINGS, 1)
    Atomics.notify(this.words, RINGS)
  }

  cancel(): void {
    Atomics.store(this.words, CANCELLED, 1)
    this.ring()
  }

  get isCancelled(): boolean {
    return Atomics.load(this.words, CANCELLED) === 1
  }

  /** How often it has rung: to be read before one looks for work. */
  get rung(): number {
    return Atomics.load(this.words, RINGS)
  }

  /** Waits until it has rung more often than that; false after `timeoutMs`. */
  wait(rung: number, timeoutMs: number): boolean {
    return Atomics.wait(this.words, RINGS, rung, timeoutMs) !== 'timed-out'
  }
}
