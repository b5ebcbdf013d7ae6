import type { AnyWork } from './work-queue.js'

/** One piece of work is so many files, or so many bytes, at most: then what is left can go over another stream. */
const FILES = 256
const BYTES = 4 * 1024 * 1024

interface SmallFile {
  readonly index: number
  readonly size: number
  readonly directory: number
}

/** Gathers small files that are needed into pieces of work, each of one directory, compared ones apart. */
export class SmallWork {
  private readonly plain = new Gathered()
  private readonly compared = new Gathered()

  constructor(private readonly deal: (work: AnyWork, directory: number) => void) {}

  /** @param hash of what the destination has, if it has something */
  add(file: SmallFile, hash: Uint8Array | undefined): void {
    const into = hash === undefined ? this.plain : this.compared
    if (!into.takes(file)) this.give(into)
    into.add(file, hash)
  }

  /** What is gathered is dealt. */
  end(): void {
    this.give(this.plain)
    this.give(this.compared)
  }

  private give(gathered: Gathered): void {
    const { directory } = gathered
    const work = gathered.clear()
    if (work !== undefined) this.deal(work, directory)
  }
}

class Gathered {
  directory = 0
  private bytes = 0
  private indices: number[] = []
  private hashes: Uint8Array[] = []

  takes({ directory, size }: SmallFile): boolean {
    const isEmpty = this.indices.length === 0
    const hasRoom = this.indices.length < FILES && this.bytes + size <= BYTES
    return isEmpty || (directory === this.directory && hasRoom)
  }

  add({ directory, index, size }: SmallFile, hash: Uint8Array | undefined): void {
    this.directory = directory
    this.bytes += size
    this.indices.push(index)
    if (hash !== undefined) this.hashes.push(hash)
  }

  clear(): AnyWork | undefined {
    const { hashes, indices } = this
    if (indices.length === 0) return undefined
    this.bytes = 0
    this.indices = []
    this.hashes = []
    return { kind: 'small', indices, ...(hashes.length > 0 && { hashes: Buffer.concat(hashes) }) }
  }
}
