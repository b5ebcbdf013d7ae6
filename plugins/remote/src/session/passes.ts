import { protocolError } from '../protocol/protocol-error.js'

/** What is known of indices. */
interface States {
  wasAskedFor(index: number): boolean
  hasFailed(index: number): boolean
}

/**
 * Which part of a session its source is in: it lists everything, then in further passes what had changed when it was
 * read. Throws `E_PROTOCOL` for what is not in order.
 */
export class Passes {
  private pass = 0
  private isListing = true
  private readonly superseded = new Set<number>()

  constructor(
    private readonly states: States,
    private readonly most: number,
  ) {}

  /** Entries come: in the first pass new ones, later only such as stand for others that were asked for and did not come. */
  entries(supersedes: readonly number[]): void {
    if (!this.isListing) {
      this.isListing = true
      this.pass++
    }

    if (this.pass > 0 ? supersedes.length === 0 : supersedes.length > 0)
      throw protocolError('entries after the last one')
    if (this.pass > this.most) throw protocolError(`more than ${this.most} passes`)
    for (const index of supersedes) {
      if (!this.states.wasAskedFor(index) || this.superseded.has(index))
        throw protocolError(`something instead of ${index}, which was not asked for`)
      this.superseded.add(index)
    }
  }

  /** All entries of a pass have come. */
  complete(): void {
    if (!this.isListing) throw protocolError('two ends of the manifest')
    this.isListing = false
  }

  /** Nothing comes after this. */
  done(): void {
    if (this.isListing) throw protocolError('the end of its data before that of its manifest')
  }

  /** When all data has come: what was superseded must not have. */
  check(): void {
    for (const index of this.superseded)
      if (!this.states.hasFailed(index)) throw protocolError(`both ${index} and another instead`)
  }

  /** How many of these have failed for good. */
  failed(needed: readonly number[]): number {
    return needed.filter((index) => this.states.hasFailed(index) && !this.superseded.has(index)).length
  }
}
