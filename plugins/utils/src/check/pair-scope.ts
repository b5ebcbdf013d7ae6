import { joinPath, type Entry, type Failure, type Filter } from '@blit/core'
import type { Side } from '../place/operand-error.js'
import { isWithin } from '../scan-order.js'
import type { WalkStep } from './walk-tree.js'

/** One path, with what each side has there, or what could not be listed there. */
export type Pair =
  | { readonly path: string; readonly source: Entry; readonly destination?: Entry }
  | { readonly path: string; readonly source?: undefined; readonly destination: Entry }
  | { readonly path: string; readonly side: Side; readonly failure: Failure }

export interface PairScopeOptions {
  readonly filter: Filter
  /** Leave out what only the destination has. */
  readonly oneWay: boolean
}

/** Decides which steps of two walks, side by side in the order of a scan, take part. */
export class PairScope {
  /** The latest unreadable directory of each side: scans go depth first, so one is enough to know. */
  private readonly unread: { [Key in Side]?: string } = {}
  /** Directories of the destination that are left out with all that is in them. */
  private readonly ignored = new Set<string>()

  constructor(private readonly options: PairScopeOptions) {}

  /** The pair of a directory that could not be read. What is in it nobody knows from here on. */
  failure(side: Side, { directory, failure }: WalkStep & { readonly failure: Failure }): Pair | undefined {
    if (side === 'destination' && this.isIgnored(directory)) return undefined
    if (!this.isUnread(side, directory)) this.unread[side] = directory
    return { path: directory, side, failure }
  }

  /** The pair of what is at one path. */
  pair(our: WalkStep | undefined, their: WalkStep | undefined): Pair | undefined {
    if (our?.entry !== undefined) return this.ourPair(our, our.entry, their?.entry)
    return their?.entry === undefined ? undefined : this.theirPair(their, their.entry)
  }

  private ourPair(
    { directory, name }: WalkStep,
    source: Entry,
    destination: Entry | undefined,
  ): Pair | undefined {
    const path = joinPath(directory, name)
    if (this.hides(path, source)) {
      if (destination !== undefined) this.ignore(path, destination)
      return undefined
    }

    if (destination !== undefined) return { path, source, destination }
    return this.isUnread('destination', directory) ? undefined : { path, source }
  }

  private theirPair({ directory, name }: WalkStep, destination: Entry): Pair | undefined {
    const path = joinPath(directory, name)
    if (this.options.oneWay) {
      this.ignore(path, destination)
      return undefined
    }

    // Limits of size and age are the source's alone.
    const isHidden = this.options.filter.hides(path, destination.type === 'directory')
    return isHidden || this.isIgnored(path) || this.isUnread('source', directory)
      ? undefined
      : { path, destination }
  }

  private hides(path: string, entry: Entry): boolean {
    const { filter } = this.options
    return !filter.empty && (filter.hides(path, entry.type === 'directory') || filter.hidesFile(entry))
  }

  private ignore(path: string, { type }: Entry): void {
    if (type === 'directory' && !this.isIgnored(path)) this.ignored.add(path)
  }

  private isIgnored(path: string): boolean {
    if (this.ignored.size === 0) return false
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1))
      if (this.ignored.has(path.slice(0, end))) return true
    return this.ignored.has(path)
  }

  private isUnread(side: Side, directory: string): boolean {
    const unread = this.unread[side]
    return unread !== undefined && isWithin(directory, unread)
  }
}
