import { type EntryColumns } from '@blit/core'

import type { Xattrs } from '../metadata/extended-attributes.js'
import type { XattrTable } from './xattr-table.js'

/** Where an index is: a batch, and the row in it. */
export interface ManifestRow {
  readonly columns: EntryColumns
  readonly row: number
}

/** Characters of remembered paths; deep trees have long ones. */
const REMEMBERED_CHARACTERS = 1 << 20
const REMEMBERED_PATHS = 4096

/** The batches of a session as one thread knows them. Rows are found by halving, mostly at the first look. */
export class ManifestIndex {
  private readonly batches: EntryColumns[] = []
  private last: EntryColumns | undefined
  private readonly xattrs = new Map<EntryColumns, XattrTable>()
  private readonly paths = new Map<number, string>()
  private characters = 0

  /** Takes a batch, maybe with extended attributes. They come in their order, without gaps. */
  add(columns: EntryColumns, xattrs?: XattrTable): void {
    if (columns.first !== this.count) throw new RangeError(`batch ${columns.first} follows ${this.count}`)
    if (columns.count > 0) this.batches.push(columns)
    if (xattrs !== undefined) this.xattrs.set(columns, xattrs)
  }

  /** How many entries there are. */
  get count(): number {
    const last = this.batches.at(-1)
    return last === undefined ? 0 : last.first + last.count
  }

  /** Undefined for an index that no batch has. */
  find(index: number): ManifestRow | undefined {
    if (index >>> 0 !== index) return undefined
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

  /** Extended attributes of an entry; undefined where they are not known. */
  xattrsOf(index: number): Xattrs | undefined {
    const found = this.find(index)
    const table = found && this.xattrs.get(found.columns)
    return table === undefined ? new Map() : table.find(index)
  }

  /**
   * Path of a directory by its index plus 1, 0 being the root; relative to that. A RangeError if it is none, or comes
   * before its parent.
   */
  directoryPath(directory: number): string {
    const names: string[] = []
    let top = ''
    for (let at = directory; at !== 0;) {
      const known = this.paths.get(at)
      if (known !== undefined) {
        top = known
        break
      }

      const found = this.find(at - 1)
      if (found === undefined || found.columns.type(found.row) !== 'directory')
        throw new RangeError(`${at} is no directory`)
      names.push(found.columns.name(found.row))
      const above = found.columns.directories[found.row] as number
      // A parent comes before what is in it: this ends.
      if (above >= at) throw new RangeError(`${at} is before its parent`)
      at = above
    }

    if (names.length === 0) return top
    if (top !== '') names.push(top)
    const path = names.reverse().join('/')
    this.remember(directory, path)
    return path
  }

  private remember(directory: number, path: string): void {
    this.characters += path.length
    if (this.characters > REMEMBERED_CHARACTERS || this.paths.size >= REMEMBERED_PATHS) {
      this.paths.clear()
      this.characters = path.length
    }

    this.paths.set(directory, path)
  }
}
