import type { Work } from './source-messages.js'

/** Work that any stream may do. */
export type AnyWork = Extract<Work, { readonly kind: 'compare' | 'piece' | 'small' }>

/** Lanes there are. */
const LANES = 16

/**
 * What is to be sent and was not dealt to a stream yet. Small files lie in lanes, by their directory: as long as there is enough for
 * all, what is in one directory goes over one stream, and streams do not wait for each other at its inode. Every other
 * stream prefers pieces of large files; who finds nothing of what it prefers takes anything.
 */
export class WorkQueue {
  private readonly lanes: Fifo[] = Array.from({ length: LANES }, () => new Fifo())
  private readonly pieces = new Fifo()
  private count = 0

  get isEmpty(): boolean {
    return this.count === 0
  }

  /** @param directory of small files */
  add(work: AnyWork, directory = 0): void {
    this.count++
    if (work.kind === 'small') this.lanes[directory % LANES]?.put(work)
    else this.pieces.put(work)
  }

  /** The next for a stream, by its place among so many; undefined if there is nothing, or nothing small where that is wanted. */
  next(place: number, streams: number, mayBeLarge: boolean): AnyWork | undefined {
    const prefersPieces = place % 2 === 1
    const piece = (): AnyWork | undefined => (mayBeLarge ? this.pieces.take() : undefined)
    const work =
      (prefersPieces ? piece() : undefined) ??
      this.takeSmall(place, streams) ??
      this.takeSmall(0, 1) ??
      piece()
    if (work !== undefined) this.count--
    return work
  }

  /** Of every lane that is this stream's. */
  private takeSmall(place: number, streams: number): AnyWork | undefined {
    for (let lane = place % streams; lane < LANES; lane += streams) {
      const work = this.lanes[lane]?.take()
      if (work !== undefined) return work
    }

    return undefined
  }
}

class Fifo {
  private items: AnyWork[] = []
  private taken = 0

  put(work: AnyWork): void {
    this.items.push(work)
  }

  take(): AnyWork | undefined {
    const work = this.items[this.taken]
    if (work === undefined) return undefined
    this.taken++
    // Now and then, so that it costs nothing and keeps nothing.
    if (this.taken * 2 > this.items.length && this.taken > 64) {
      this.items = this.items.slice(this.taken)
      this.taken = 0
    }

    return work
  }
}
