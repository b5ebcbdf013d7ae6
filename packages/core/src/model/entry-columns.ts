/**
 * Entries of a manifest as columns in memory that threads share: a quarter of the room of objects, nothing to be cloned
 * on the way from one thread to another, and nearly the form in which they travel.
 *
 * One allocation holds all columns of one batch, the widest first, so that each is aligned.
 */
import { fromBytes } from '../paths/byte-string.js'
import type { Entry, EntryType } from './entry.js'

/** Types by their number in a column, which is that of the wire. 0 is none; `skipped` exists and takes no part. */
export const COLUMN_TYPES = [
  undefined,
  'file',
  'directory',
  'symlink',
  'fifo',
  'socket',
  'char-device',
  'block-device',
  'skipped',
] as const satisfies ReadonlyArray<EntryType | 'skipped' | undefined>

export type ColumnType = EntryType | 'skipped'

/** What is known of one entry, in numbers. Times are whole seconds, rounded down, and nanoseconds. */
export interface ColumnRow {
  readonly type: ColumnType
  /** Raw bytes, without NUL. */
  readonly name: Uint8Array
  /** Index plus 1 of the directory it is in; 0 is the root. */
  readonly directory: number
  readonly sizeBytes: number
  readonly mtimeSeconds: number
  readonly mtimeNanos: number
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Major and minor in one number, of devices. */
  readonly rdev?: number
  /** Raw bytes; of symlinks. */
  readonly target?: Uint8Array
  readonly device?: bigint
  readonly inode?: bigint
  readonly ctimeNs?: bigint
}

/** Bytes a row takes beside its name and target. */
const ROW_BYTES = 3 * 8 + 3 * 8 + 7 * 4 + 1

/** A batch that can be handed to another thread as `buffer` and `layout`. */
export class EntryColumns {
  readonly sizes: Float64Array
  readonly mtimeSeconds: Float64Array
  readonly rdevs: Float64Array
  readonly devices: BigUint64Array
  readonly inodes: BigUint64Array
  readonly ctimes: BigInt64Array
  readonly mtimeNanos: Uint32Array
  readonly modes: Uint32Array
  readonly uids: Uint32Array
  readonly gids: Uint32Array
  readonly directories: Uint32Array
  /** Where each name ends in `names`; the next one begins a byte later, after the NUL. */
  readonly nameEnds: Uint32Array
  /** Where the target of each symlink begins in `targets`. */
  readonly targetStarts: Uint32Array
  readonly types: Uint8Array
  /** Each followed by a NUL. */
  readonly names: Uint8Array
  readonly targets: Uint8Array
  private text: Buffer | undefined

  constructor(
    readonly buffer: SharedArrayBuffer,
    readonly layout: ColumnsLayout,
  ) {
    const { count, nameBytes, targetBytes } = layout
    let at = 0
    const take = (bytes: number): number => (at += bytes) - bytes
    this.sizes = new Float64Array(buffer, take(8 * count), count)
    this.mtimeSeconds = new Float64Array(buffer, take(8 * count), count)
    this.rdevs = new Float64Array(buffer, take(8 * count), count)
    this.devices = new BigUint64Array(buffer, take(8 * count), count)
    this.inodes = new BigUint64Array(buffer, take(8 * count), count)
    this.ctimes = new BigInt64Array(buffer, take(8 * count), count)
    this.mtimeNanos = new Uint32Array(buffer, take(4 * count), count)
    this.modes = new Uint32Array(buffer, take(4 * count), count)
    this.uids = new Uint32Array(buffer, take(4 * count), count)
    this.gids = new Uint32Array(buffer, take(4 * count), count)
    this.directories = new Uint32Array(buffer, take(4 * count), count)
    this.nameEnds = new Uint32Array(buffer, take(4 * count), count)
    this.targetStarts = new Uint32Array(buffer, take(4 * count), count)
    this.types = new Uint8Array(buffer, take(count), count)
    this.names = new Uint8Array(buffer, take(nameBytes), nameBytes)
    this.targets = new Uint8Array(buffer, take(targetBytes), targetBytes)
  }

  /** Columns for these rows; `first` is the index of the first. */
  static of(first: number, rows: readonly ColumnRow[]): EntryColumns {
    const nameBytes = rows.reduce((sum, { name }) => sum + name.length + 1, 0)
    const targetBytes = rows.reduce(
      (sum, { target }) => sum + (target === undefined ? 0 : target.length + 1),
      0,
    )
    const layout = { first, count: rows.length, nameBytes, targetBytes }
    const columns = new EntryColumns(new SharedArrayBuffer(columnsBytes(layout)), layout)
    let nameEnd = 0
    let targetStart = 0
    for (const [i, row] of rows.entries()) {
      columns.sizes[i] = row.sizeBytes
      columns.mtimeSeconds[i] = row.mtimeSeconds
      columns.rdevs[i] = row.rdev ?? 0
      columns.devices[i] = row.device ?? 0n
      columns.inodes[i] = row.inode ?? 0n
      columns.ctimes[i] = row.ctimeNs ?? 0n
      columns.mtimeNanos[i] = row.mtimeNanos
      columns.modes[i] = row.mode
      columns.uids[i] = row.uid
      columns.gids[i] = row.gid
      columns.directories[i] = row.directory
      columns.types[i] = COLUMN_TYPES.indexOf(row.type)
      columns.names.set(row.name, nameEnd)
      nameEnd += row.name.length + 1
      columns.nameEnds[i] = nameEnd - 1
      if (row.target === undefined) continue
      columns.targetStarts[i] = targetStart
      columns.targets.set(row.target, targetStart)
      targetStart += row.target.length + 1
    }

    return columns
  }

  get first(): number {
    return this.layout.first
  }

  get count(): number {
    return this.layout.count
  }

  /** Type of row `i`. */
  type(i: number): ColumnType | undefined {
    return COLUMN_TYPES[this.types[i] as number]
  }

  /** Raw bytes of the name of row `i`, valid as long as this is. */
  nameBytes(i: number): Uint8Array {
    const start = i === 0 ? 0 : (this.nameEnds[i - 1] as number) + 1
    return this.names.subarray(start, this.nameEnds[i] as number)
  }

  /** The name of row `i` as a byte string. */
  name(i: number): string {
    const { names } = this
    this.text ??= Buffer.from(names.buffer, names.byteOffset, names.length)
    const start = i === 0 ? 0 : (this.nameEnds[i - 1] as number) + 1
    const name = this.text.toString('utf8', start, this.nameEnds[i])
    // It stands for what is not UTF-8, and rarely for itself.
    return name.includes('\uFFFD') ? fromBytes(this.nameBytes(i)) : name
  }

  /** The target of row `i` as a byte string, of a symlink. */
  target(i: number): string | undefined {
    if (this.type(i) !== 'symlink') return undefined
    const start = this.targetStarts[i] as number
    return fromBytes(this.targets.subarray(start, this.targets.indexOf(0, start)))
  }

  mtimeNs(i: number): bigint {
    return BigInt(this.mtimeSeconds[i] as number) * 1_000_000_000n + BigInt(this.mtimeNanos[i] as number)
  }

  /** Row `i` as an entry. Not for what is skipped. */
  entry(i: number): Entry {
    const type = this.type(i)
    if (type === undefined || type === 'skipped') throw new RangeError(`row ${i} is no entry`)
    const target = this.target(i)
    return {
      name: this.name(i),
      type,
      sizeBytes: this.sizes[i] as number,
      mtimeNs: this.mtimeNs(i),
      mode: this.modes[i] as number,
      uid: this.uids[i] as number,
      gid: this.gids[i] as number,
      rdev: this.rdevs[i] as number,
      ...(target === undefined ? {} : { target }),
      ...((this.inodes[i] as bigint) === 0n
        ? {}
        : {
            inode: {
              dev: this.devices[i] as bigint,
              ino: this.inodes[i] as bigint,
              ctimeNs: this.ctimes[i] as bigint,
            },
          }),
    }
  }
}

/** How many rows, and how much text, a batch holds. */
export interface ColumnsLayout {
  /** Index of the first row in its manifest. */
  readonly first: number
  readonly count: number
  readonly nameBytes: number
  readonly targetBytes: number
}

/** Bytes a batch needs. */
export function columnsBytes({ count, nameBytes, targetBytes }: ColumnsLayout): number {
  return count * ROW_BYTES + nameBytes + targetBytes
}
