import { COLUMN_TYPES, columnsBytes, EntryColumns, toBytes, type ColumnType } from '@blit/core'

import type { StatWords } from '../directory/stat-words.js'

/** Bytes of names and targets, about: with the columns of some thousand rows a batch stays below 1 MiB. */
const TEXT_BYTES = 512 * 1024
/** Of a name or target (docs/wire.md), at most. */
export const MAX_TEXT_BYTES = 64 * 1024
const NUMBERS = new Map<ColumnType, number>(
  COLUMN_TYPES.flatMap((type, number) => (type === undefined ? [] : [[type, number] as const])),
)
/** Gathers rows in memory that is used again for each batch: no objects, and one copy of what is really there. */
export class ColumnsBuilder {
  private scratch = emptyScratch(1)
  // 64 bits each, as pairs of 32.
  private devices = halvesOf(this.scratch.devices)
  private inodes = halvesOf(this.scratch.inodes)
  private ctimes = halvesOf(this.scratch.ctimes)
  private rows = 0
  private nameEnd = 0
  private targetEnd = 0
  private first = 0

  /** Begins a batch of at most `capacity` rows, of which the first has this index. */
  begin(first: number, capacity: number): void {
    if (this.scratch.count < capacity) {
      this.scratch = emptyScratch(capacity)
      this.devices = halvesOf(this.scratch.devices)
      this.inodes = halvesOf(this.scratch.inodes)
      this.ctimes = halvesOf(this.scratch.ctimes)
    }

    this.first = first
    this.rows = 0
    this.nameEnd = 0
    this.targetEnd = 0
  }

  get count(): number {
    return this.rows
  }

  /** No more rows fit into this batch. */
  get full(): boolean {
    return this.rows >= this.scratch.count || this.nameEnd + this.targetEnd >= TEXT_BYTES
  }

  /** Adds what exists and takes no part; returns its index. */
  skip(name: string, directory: number): number {
    const { rows: i, scratch } = this
    for (const column of [
      scratch.sizes,
      scratch.mtimeSeconds,
      scratch.rdevs,
      scratch.mtimeNanos,
      scratch.modes,
      scratch.uids,
      scratch.gids,
    ])
      column[i] = 0
    scratch.devices[i] = 0n
    scratch.inodes[i] = 0n
    scratch.ctimes[i] = 0n
    return this.end('skipped', name, directory)
  }

  /** Adds an entry; returns its index. `target` is that of a symlink. */
  add(
    type: ColumnType,
    name: string,
    directory: number,
    seen: StatWords,
    target: Uint8Array | undefined,
  ): number {
    const { rows: i, scratch } = this
    scratch.sizes[i] = type === 'file' ? seen.size : 0
    scratch.mtimeSeconds[i] = seen.mtimeSeconds
    scratch.mtimeNanos[i] = seen.mtimeNanos
    scratch.rdevs[i] = type === 'char-device' || type === 'block-device' ? seen.rdev : 0
    seen.writeIdentity(i, this.devices, this.inodes, this.ctimes)
    scratch.modes[i] = seen.mode & 0o7777
    scratch.uids[i] = seen.uid
    scratch.gids[i] = seen.gid
    if (target !== undefined) {
      scratch.targetStarts[i] = this.targetEnd
      scratch.targets.set(target, this.targetEnd)
      this.targetEnd += target.length
      scratch.targets[this.targetEnd++] = 0
    }

    return this.end(type, name, directory)
  }

  private end(type: ColumnType, name: string, directory: number): number {
    const { rows: i, scratch } = this
    this.nameEnd += writeName(name, scratch.names, this.nameEnd)
    scratch.nameEnds[i] = this.nameEnd
    scratch.names[this.nameEnd++] = 0
    scratch.directories[i] = directory
    scratch.types[i] = NUMBERS.get(type) ?? 0
    if (type !== 'symlink') scratch.targetStarts[i] = 0
    this.rows++
    return this.first + i
  }

  /** The batch, in memory of its own. */
  finish(): EntryColumns {
    const { rows: count, first, nameEnd: nameBytes, scratch, targetEnd: targetBytes } = this
    const layout = { first, count, nameBytes, targetBytes }
    const columns = new EntryColumns(new SharedArrayBuffer(columnsBytes(layout)), layout)
    columns.sizes.set(scratch.sizes.subarray(0, count))
    columns.mtimeSeconds.set(scratch.mtimeSeconds.subarray(0, count))
    columns.rdevs.set(scratch.rdevs.subarray(0, count))
    columns.devices.set(scratch.devices.subarray(0, count))
    columns.inodes.set(scratch.inodes.subarray(0, count))
    columns.ctimes.set(scratch.ctimes.subarray(0, count))
    columns.mtimeNanos.set(scratch.mtimeNanos.subarray(0, count))
    columns.modes.set(scratch.modes.subarray(0, count))
    columns.uids.set(scratch.uids.subarray(0, count))
    columns.gids.set(scratch.gids.subarray(0, count))
    columns.directories.set(scratch.directories.subarray(0, count))
    columns.nameEnds.set(scratch.nameEnds.subarray(0, count))
    columns.targetStarts.set(scratch.targetStarts.subarray(0, count))
    columns.types.set(scratch.types.subarray(0, count))
    columns.names.set(scratch.names.subarray(0, nameBytes))
    columns.targets.set(scratch.targets.subarray(0, targetBytes))
    return columns
  }
}

function emptyScratch(count: number): EntryColumns {
  // The last name and the last target may begin just below the limit.
  const text = TEXT_BYTES + MAX_TEXT_BYTES + 1
  const layout = { first: 0, count, nameBytes: text, targetBytes: text }
  return new EntryColumns(new SharedArrayBuffer(columnsBytes(layout)), layout)
}

function halvesOf({ buffer, byteLength, byteOffset }: BigInt64Array | BigUint64Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / 4)
}

/** Writes the bytes of a name; returns how many. */
function writeName(name: string, into: Uint8Array, start: number): number {
  const { length } = name
  for (let i = 0; i < length; i++) {
    const unit = name.charCodeAt(i)
    if (unit >= 0x80) {
      const bytes = toBytes(name)
      into.set(bytes, start)
      return bytes.length
    }

    into[start + i] = unit
  }

  return length
}
