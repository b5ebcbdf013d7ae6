import { joinPath, type EntryColumns } from '@blit/core'

/** Where an index is: a batch, and the row in it. */
export interface ManifestRow {
  readonly columns: EntryColumns
  readonly row: number
}

/** The batches of a session as one thread knows them. Rows are found by halving. */
export class Manifest {
  private readonly batches: EntryColumns[] = []
  private last: EntryColumns | undefined
  private readonly paths = new Map<number, string>([[0, '']])

  /** Batches come in their order, without gaps. */
  add(columns: EntryColumns): void {
    if (columns.first !== this.count) throw new RangeError(`batch ${columns.first} follows ${this.count}`)
    if (columns.count > 0) this.batches.push(columns)
  }

  get count(): number {
    const last = this.batches.at(-1)
    return last === undefined ? 0 : last.first + last.count
  }

  /** Undefined for an index that no batch has. */
  find(index: number): ManifestRow | undefined {
    const { last } = this
    if (last !== undefined && index >= last.first && index < last.first + last.count)
      return { columns: last, row: index - last.first }
    let low = 0
    let high = this.batches.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const columns = this.batches[middle] as EntryColumns
      if (index < columns.first) high = middle - 1
      else if (index >= columns.first + columns.count) low = middle + 1
      else {
        this.last = columns
        return { columns, row: index - columns.first }
      }
    }

    return undefined
  }

  /** Path of a directory by its index plus 1, 0 being the root; relative to that. */
  directoryPath(directory: number): string {
    const known = this.paths.get(directory)
    if (known !== undefined) return known
    const found = this.find(directory - 1)
    if (found === undefined || found.columns.type(found.row) !== 'directory')
      throw new RangeError(`${directory} is no directory`)
    const above = found.columns.directories[found.row] as number
    // A parent comes before what is in it: this ends.
    if (above >= directory) throw new RangeError(`${directory} is before its parent`)
    const path = joinPath(this.directoryPath(above), found.columns.name(found.row))
    this.paths.set(directory, path)
    return path
  }
}
