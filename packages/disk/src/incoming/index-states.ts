/** What is known of an entry that was asked for; bits of one byte. */
export const NEEDED = 1
/** Something that is no directory has its name. */
export const REPLACES = 2
/** An empty directory has its name. */
export const REPLACES_DIRECTORY = 4
/** A directory that the mirror has yet to delete has its name: it waits under its temp name. */
export const HELD = 8
/** The source is told what the file that has its name is, and may say that it is the same. */
export const COMPARED = 16
/** In a dry run, where nothing is held: it would have been replaced. */
export const DIFFERS = HELD
const CLAIMED = 32
const DONE = 64
const FAILED = 128

/** A session has at most this many entries, and as many states. */
const MAX_BYTES = 2 ** 32 - 2
const GROW_BYTES = 1 << 20

/**
 * One byte an index, shared by the threads of a session: who asked for it, who lands it. An index that was not asked for, or
 * that somebody has claimed, cannot be claimed (S13).
 */
export class IndexStates {
  private bytes: Uint8Array

  constructor(readonly buffer: SharedArrayBuffer) {
    this.bytes = new Uint8Array(buffer)
  }

  static create(): IndexStates {
    return new IndexStates(growable(GROW_BYTES))
  }

  /** Makes room for indices below `count`; only the thread that asks does this. */
  reserve(count: number): void {
    if (count <= this.buffer.byteLength) return
    const buffer = this.buffer as SharedArrayBuffer & { grow: (bytes: number) => void }
    buffer.grow(Math.ceil(count / GROW_BYTES) * GROW_BYTES)
  }

  /** Marks an index as asked for; `how` are REPLACES... and HELD. */
  need(index: number, how: number): void {
    Atomics.store(this.view(index), index, NEEDED | how)
  }

  /** Takes an index to land it: its bits, or undefined where it was not asked for or is taken. */
  claim(index: number): number | undefined {
    const bytes = this.view(index)
    const state = index < bytes.length ? Atomics.load(bytes, index) : 0
    if ((state & NEEDED) === 0 || state >= CLAIMED) return undefined
    return Atomics.compareExchange(bytes, index, state, state | CLAIMED) === state ? state : undefined
  }

  /** Its bits, without taking it; undefined where it was not asked for or is landed. */
  peek(index: number): number | undefined {
    const bytes = this.view(index)
    const state = index < bytes.length ? Atomics.load(bytes, index) : 0
    return (state & NEEDED) === 0 || state >= CLAIMED ? undefined : state
  }

  /** True for the first who says so, or that it failed, of what was asked for. */
  landed(index: number): boolean {
    return this.settle(index, DONE)
  }

  /** The same. */
  failed(index: number): boolean {
    return this.settle(index, FAILED)
  }

  /** Marks what a dry run would replace, before it counts as landed. */
  differs(index: number): void {
    Atomics.or(this.view(index), index, DIFFERS)
  }

  hasDiffered(index: number): boolean {
    return (Atomics.load(this.view(index), index) & DIFFERS) !== 0
  }

  isLanded(index: number): boolean {
    return (Atomics.load(this.view(index), index) & DONE) !== 0
  }

  wasAskedFor(index: number): boolean {
    const bytes = this.view(index)
    return index < bytes.length && (Atomics.load(bytes, index) & NEEDED) !== 0
  }

  hasFailed(index: number): boolean {
    return (Atomics.load(this.view(index), index) & FAILED) !== 0
  }

  /** Neither landed nor failed, though asked for. */
  isOpen(index: number): boolean {
    const state = Atomics.load(this.view(index), index)
    return (state & NEEDED) !== 0 && (state & (DONE | FAILED)) === 0
  }

  /** Runs (first, count, first, count) of what has landed, from index `from` on below `count`; and where to go on. */
  landedRuns(from: number, count: number, most: number): { readonly runs: number[]; readonly next: number } {
    const bytes = this.view(count)
    const runs: number[] = []
    let index = from
    for (let left = most; index < count && left > 0; index++) {
      if (((bytes[index] ?? 0) & DONE) === 0) continue
      left--
      const last = runs.length - 2
      if (last >= 0 && (runs[last] as number) + (runs[last + 1] as number) === index)
        (runs[last + 1] as number)++
      else runs.push(index, 1)
    }

    return { runs, next: index }
  }

  private settle(index: number, how: number): boolean {
    const before = Atomics.or(this.view(index), index, CLAIMED | how)
    return (before & NEEDED) !== 0 && (before & (DONE | FAILED)) === 0
  }

  private view(index: number): Uint8Array {
    if (index >= this.bytes.length) this.bytes = new Uint8Array(this.buffer)
    return this.bytes
  }
}

function growable(bytes: number): SharedArrayBuffer {
  const Growable = SharedArrayBuffer as unknown as new (
    bytes: number,
    options: { readonly maxByteLength: number },
  ) => SharedArrayBuffer
  return new Growable(bytes, { maxByteLength: MAX_BYTES })
}
