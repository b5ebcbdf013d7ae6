import type { Status } from '../data-plane/stream.js'

const LEFT = 0
const STATUS = 1
const STATUSES: readonly Status[] = ['ok', 'changed', 'failed']

/** What is left to be sent of one large file, shared by the threads that send pieces of it. */
export class FileProgress {
  private readonly words: Int32Array

  constructor(readonly buffer: SharedArrayBuffer) {
    this.words = new Int32Array(buffer)
  }

  static create(pieces: number): FileProgress {
    const progress = new FileProgress(new SharedArrayBuffer(8))
    progress.words[LEFT] = pieces
    return progress
  }

  /** One piece was sent. The status of the file for whoever has sent the last one: the worst there was. */
  sent(status: Status): Status | undefined {
    if (status !== 'ok') Atomics.compareExchange(this.words, STATUS, 0, STATUSES.indexOf(status))
    if (Atomics.sub(this.words, LEFT, 1) !== 1) return undefined
    return STATUSES[Atomics.load(this.words, STATUS)]
  }

  /**
   * A piece that was sent before has gone wrong now. True if nobody else tells of the file: all its pieces were sent, and
   * none had gone wrong.
   */
  fail(status: Status): boolean {
    const isFirst = Atomics.compareExchange(this.words, STATUS, 0, STATUSES.indexOf(status)) === 0
    return isFirst && Atomics.load(this.words, LEFT) === 0
  }

  /** Whether a piece has gone wrong: the rest is sent for the sake of its length only. */
  get hasFailed(): boolean {
    return Atomics.load(this.words, STATUS) !== 0
  }
}
