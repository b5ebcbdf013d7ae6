/** Words before the claims: what is open, whether it failed, whether its end has come. */
const OPEN = 0
const FAILED = 1
const ENDED = 2
const HEAD_WORDS = 3
/** Bits of a piece: somebody has it, or had it; the file here may hold it already. */
const CLAIMED = 1
const HELD = 2
/** It was counted: as bytes that came, or that were there. */
const CAME = 4
const WAS_THERE = 8

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
    return this.take(piece, 0) || this.take(piece, HELD)
  }

  /** Takes a piece as it is. False where it is taken, or was never said to be held. */
  claimHeld(piece: number): boolean {
    return this.take(piece, HELD)
  }

  /** Nothing of it was claimed, not even its end. */
  get isUntouched(): boolean {
    return Atomics.load(this.head, ENDED) === 0 && this.claims.every((bits) => (bits & CLAIMED) === 0)
  }

  /** The source is told that the file here may hold it. Before it is. */
  hold(piece: number): void {
    Atomics.or(this.claims, piece, HELD)
  }

  /** The same for the end of the file. */
  claimEnd(): boolean {
    return Atomics.compareExchange(this.head, ENDED, 0, 1) === 0
  }

  /** A piece is counted as bytes that came, or that were there. */
  count(piece: number, came: boolean): void {
    Atomics.or(this.claims, piece, came ? CAME : WAS_THERE)
  }

  /** Which pieces were counted so. */
  *counted(came: boolean): Generator<number> {
    const bit = came ? CAME : WAS_THERE
    for (let piece = 0; piece < this.claims.length; piece++)
      if ((Atomics.load(this.claims, piece) & bit) !== 0) yield piece
  }

  /** What a stream that died had in hand can be claimed again. */
  release(piece: number): void {
    Atomics.and(this.claims, piece, ~CLAIMED)
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

  private take(piece: number, state: number): boolean {
    return (
      piece < this.claims.length &&
      Atomics.compareExchange(this.claims, piece, state, state | CLAIMED) === state
    )
  }
}
