import type { BigIntStats } from 'node:fs'

import { COLUMN_TYPES, columnsBytes, EntryColumns, toBytes, type ColumnType } from '@blit/core'

/** Bytes of names and targets, about: with the columns of some thousand rows a batch stays below 1 MiB. */
const TEXT_BYTES = 512 * 1024
/** Of a name or target (docs/wire.md), at most. */
export const MAX_TEXT_BYTES = 64 * 1024
const NUMBERS = new Map<ColumnType, number>(
  COLUMN_TYPES.flatMap((type, number) => (type === undefined ? [] : [[type, number] as const])),
)
const BILLION = 1_000_000_000
const BILLION_NS = 1_000_000_000n
const TWO_32 = 2 ** 32
/** Below, until the year 2116, a double holds whole seconds in nanoseconds exactly. */
const EXACT_SECONDS = 4_600_000_000

/** Gathers rows in memory that is used again for each batch: no objects, and one copy of what is really there. */
export class ColumnsBuilder {
  private scratch = emptyScratch(1)
  private rows = 0
  private nameEnd = 0
  private targetEnd = 0
  private first = 0
  private readonly time = new DataView(new ArrayBuffer(8))

  /** Begins a batch of at most `capacity` rows, of which the first has this index. */
  begin(first: number, capacity: number): void {
    if (this.scratch.count < capacity) this.scratch = emptyScratch(capacity)
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
    stats: BigIntStats,
    target: Uint8Array | undefined,
  ): number {
    const { rows: i, scratch } = this
    scratch.sizes[i] = type === 'file' ? Number(stats.size) : 0
    this.splitTime(i, stats.mtimeNs)
    scratch.rdevs[i] = type === 'char-device' || type === 'block-device' ? Number(stats.rdev) : 0
    scratch.devices[i] = stats.dev
    scratch.inodes[i] = stats.ino
    scratch.ctimes[i] = stats.ctimeNs
    scratch.modes[i] = Number(stats.mode) & 0o7777
    scratch.uids[i] = Number(stats.uid)
    scratch.gids[i] = Number(stats.gid)
    if (target !== undefined) {
      scratch.targetStarts[i] = this.targetEnd
      scratch.targets.set(target, this.targetEnd)
      this.targetEnd += target.length
      scratch.targets[this.targetEnd++] = 0
    }

    return this.end(type, name, directory)
  }

  /** Whole seconds, rounded down, and nanoseconds: in numbers, which is several times cheaper than with bigints. */
  private splitTime(i: number, timeNs: bigint): void {
    this.time.setBigInt64(0, timeNs)
    const high = this.time.getInt32(0)
    const low = this.time.getUint32(4)
    let seconds = Math.floor((high * TWO_32 + low) / BILLION)
    let nanos: number
    if (Math.abs(seconds) < EXACT_SECONDS) {
      // A double of nanoseconds may be rounded up into the next second, but not down out of its own.
      nanos = remainder(high, low, seconds)
      if (nanos < 0) nanos = remainder(high, low, --seconds)
    } else {
      nanos = Number(((timeNs % BILLION_NS) + BILLION_NS) % BILLION_NS)
      seconds = Number((timeNs - BigInt(nanos)) / BILLION_NS)
    }

    this.scratch.mtimeSeconds[i] = seconds
    this.scratch.mtimeNanos[i] = nanos
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

/** `high` * 2^32 + `low` - `seconds` * 10^9, exactly, where that is small and `seconds` below EXACT_SECONDS. */
function remainder(high: number, low: number, seconds: number): number {
  const whole = seconds * BILLION
  const above = Math.floor(whole / TWO_32)
  return (high - above) * TWO_32 + (low - (whole - above * TWO_32))
}

function emptyScratch(count: number): EntryColumns {
  // The last name and the last target may begin just below the limit.
  const text = TEXT_BYTES + MAX_TEXT_BYTES + 1
  const layout = { first: 0, count, nameBytes: text, targetBytes: text }
  return new EntryColumns(new SharedArrayBuffer(columnsBytes(layout)), layout)
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
