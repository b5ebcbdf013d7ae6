/** A large file is copied in pieces of this size: small enough to be cancelled between two. */
export const PIECE_BYTES = 16 * 1024 * 1024

const NEXT = 0
const DONE = 1
const LIMIT = 2
const FAILED = 3
const RETURNED = 0
const CLOSED = 0x4000_0000

/** Who copies which piece of a large file: shared by the workers that copy it. */
export class RangeProgress {
  private readonly control: Int32Array
  private readonly resumed: BigInt64Array
  private readonly copied: BigInt64Array
  private readonly returned: Int32Array

  constructor(
    readonly buffer: SharedArrayBuffer,
    private readonly sizeBytes: number,
  ) {
    this.control = new Int32Array(buffer, 0, 4)
    this.resumed = new BigInt64Array(buffer, 16, 1)
    this.copied = new BigInt64Array(buffer, 24, 1)
    this.returned = new Int32Array(buffer, 32, 1)
  }

  static create(sizeBytes: number): RangeProgress {
    const progress = new RangeProgress(new SharedArrayBuffer(40), sizeBytes)
    progress.control[LIMIT] = Math.ceil(sizeBytes / PIECE_BYTES)
    return progress
  }

  /** The next piece nobody has, or undefined. Each claim must be followed by `done`. */
  claim(): { readonly offset: number; readonly length: number } | undefined {
    const offset = Atomics.add(this.control, NEXT, 1) * PIECE_BYTES
    if (offset >= this.sizeBytes) return undefined
    return { offset, length: Math.min(PIECE_BYTES, this.sizeBytes - offset) }
  }

  done(): void {
    Atomics.add(this.control, DONE, 1)
    Atomics.notify(this.control, DONE)
  }

  /** No further piece is given out, and the file cannot be completed. */
  fail(): void {
    Atomics.store(this.control, FAILED, 1)
    this.close()
  }

  get failed(): boolean {
    return Atomics.load(this.control, FAILED) !== 0
  }

  /** A worker could not copy the piece at `offset`: the owner of the file shall, to learn why. */
  giveBack(offset: number): void {
    Atomics.store(this.returned, RETURNED, offset / PIECE_BYTES + 1)
    this.fail()
  }

  /** The piece that was given back, if any. */
  takeBack(): { readonly offset: number; readonly length: number } | undefined {
    const piece = Atomics.exchange(this.returned, RETURNED, 0) - 1
    if (piece < 0) return undefined
    const offset = piece * PIECE_BYTES
    return { offset, length: Math.min(PIECE_BYTES, this.sizeBytes - offset) }
  }

  /** Counts what a worker has done: bytes moved, and of these those found in place. */
  add(bytes: number, inPlace: number): void {
    Atomics.add(this.copied, 0, BigInt(bytes - inPlace))
    Atomics.add(this.resumed, 0, BigInt(inPlace))
  }

  get copiedBytes(): number {
    return Number(Atomics.load(this.copied, 0))
  }

  get resumedBytes(): number {
    return Number(Atomics.load(this.resumed, 0))
  }

  /** Ends the giving out of pieces and blocks until each one given is done: the descriptors may be closed then. */
  closeAndWait(): void {
    this.close()
    for (;;) {
      const done = Atomics.load(this.control, DONE)
      if (done >= Atomics.load(this.control, LIMIT)) return
      Atomics.wait(this.control, DONE, done, 100)
    }
  }

  /** One atomic exchange says how many were given: a claim is either before it and counted, or gets nothing. */
  private close(): void {
    const given = Atomics.exchange(this.control, NEXT, CLOSED)
    if (given < Atomics.load(this.control, LIMIT)) Atomics.store(this.control, LIMIT, given)
  }
}
