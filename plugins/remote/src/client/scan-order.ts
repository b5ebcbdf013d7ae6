import { displayPath, joinPath, type Entry } from '@blit/core'
import { protocolError } from '../protocol/index.js'

/** A directory that was listed, those in it, and how many of them have come. */
interface Level {
  readonly path: string
  readonly names: string[]
  taken: number
}

/**
 * Whether a scan comes as `Endpoint.scan` promises: names ascending, each directory once, right where it is due, and all of them. So
 * a peer can neither list anything twice nor go round in circles, and a scan that ends early is not taken for the whole. Holds the
 * names of the directories beside the way down to where it is.
 */
export class ScanOrder {
  private readonly levels: Level[] = []
  private current: string | undefined
  private currentIsComplete = true
  private lastName: string | undefined

  constructor(private readonly recursive: boolean) {}

  /** Throws `E_PROTOCOL` for what does not come next. `directory` is relative to where the scan began. */
  take(directory: string, entries: readonly Entry[], isComplete: boolean): void {
    if (this.currentIsComplete) this.enter(directory)
    else if (directory !== this.current) throw outOfOrder(directory)
    const below = this.levels.at(-1)?.names
    for (const { name, type } of entries) {
      if (this.lastName !== undefined && name <= this.lastName) throw outOfOrder(directory)
      this.lastName = name
      if (this.recursive && type === 'directory') below?.push(name)
    }

    this.currentIsComplete = isComplete
  }

  /** Throws `E_PROTOCOL` where something is missing. */
  end(): void {
    if (!this.currentIsComplete || this.current === undefined || this.next() !== undefined)
      throw protocolError('a scan that ends early')
  }

  private enter(directory: string): void {
    const due = this.current === undefined ? '' : this.next()
    if (directory !== due) throw outOfOrder(directory)
    const above = this.levels.at(-1)
    if (above !== undefined) above.taken++
    this.levels.push({ path: directory, names: [], taken: 0 })
    this.current = directory
    this.lastName = undefined
  }

  /** The directory that is due, once the one at hand is complete. */
  private next(): string | undefined {
    for (let level = this.levels.at(-1); level !== undefined; level = this.levels.at(-1)) {
      const name = level.names[level.taken]
      if (name !== undefined) return joinPath(level.path, name)
      this.levels.pop()
    }

    return undefined
  }
}

function outOfOrder(directory: string): Error {
  return protocolError(`a scan that is out of order at '${displayPath(directory)}'`)
}
