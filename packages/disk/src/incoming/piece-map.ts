/** Words before the claims: what is open, whether it failed, whether its end has come. */
const OPEN = 0
const FAILED = 1
const ENDED = 2
const HEAD_WORDS = 3

/**
 * Which pieces of one large file have come, shared by all streams that carry some. A piece is claimed before it is
 * written, once an attempt; whoever closes the last one, the end of the file counting as one, commits the file.
 */
export class PieceMap {
  private readonly head: Int32Array
  private readonly claims: Uint8Array

  constructor(readonly buffer: SharedArrayBuffer) {
    this.head = new Int32Array(buffer, 0, HEAD_WORDS)
    this.claims = new Uint8Array(buffer, HEAD_WORDS * 4)
  }

  static create(pieces: number): PieceMap {
    const map = new PieceMap(new SharedArrayBuffer(HEAD_WORDS * 4 + pieces))
    map.head[OPEN] = pieces + 1
    return map
  }

  get pieces(): number {
    return this.claims.length
  }

  /** False where it is taken. */
  claim(piece: number): boolean {
    return piece < this.claims.length && Atomics.compareExchange(this.claims, piece, 0, 1) === 0
  }

  /** The same for the end of the file. */
  claimEnd(): boolean {
    return Atomics.compareExchange(this.head, ENDED, 0, 1) === 0
  }

  /** What a stream that died had in hand can be claimed again. */
  release(piece: number): void {
    Atomics.store(this.claims, piece, 0)
  }

  /** A piece, or the end of the file, has come. True for the last one: then the file is for the caller to finish. */
  close(): boolean {
    return Atomics.sub(this.head, OPEN, 1) === 1
  }

  fail(): void {
    Atomics.store(this.head, FAILED, 1)
  }

  get hasFailed(): boolean {
    return Atomics.load(this.head, FAILED) === 1
  }
}
