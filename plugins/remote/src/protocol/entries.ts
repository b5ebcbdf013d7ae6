/**
 * Entries as columns. On the wire a batch is an EntryColumns message; in the stubs it is its bytes, or the message where there is one
 * entry only.
 */
import {
  BlitError,
  COLUMN_TYPES,
  displayPath,
  fromBytes,
  toBytes,
  type Entry,
  type EntryType,
} from '@blit/core'
import type { ColumnData, ParsedColumns } from './columns/column-data.js'
import { parseColumns } from './columns/parse-columns.js'
import { writeColumns } from './columns/write-columns.js'
import { protocolError } from './protocol-error.js'
import { pb } from './stubs.js'
import { TimeJoiner, TimeSplitter } from './times.js'

/**
 * The bytes of an EntryColumns message. A column of what is optional is sent if every entry has it; link counts of 1 and device
 * numbers of 0 are what nothing is said of.
 */
export function encodeEntries(entries: readonly Entry[]): Uint8Array {
  return writeColumns(columnsOf(entries))
}

/** One entry as a message. */
export function encodeEntry(entry: Entry): pb.EntryColumns {
  return pb.EntryColumns.deserializeBinary(encodeEntries([entry]))
}

/**
 * Entries from columns. Rejects with `E_PROTOCOL` what {@link parseColumns} finds, and what is skipped: that is for manifests.
 */
export function decodeEntries(columns: Uint8Array): Entry[] {
  return entriesOf(parseColumns(columns))
}

/** The one entry of a message; its name is empty if it is a root. Rejects with `E_PROTOCOL` more or none. */
export function decodeEntry(columns: pb.EntryColumns): Entry {
  const [entry, ...more] = entriesOf(parseColumns(bytesOf(columns), { rootAllowed: true }))
  if (entry === undefined || more.length > 0) throw protocolError('entries where one is meant')
  return entry
}

/** A number that came, and is none of its field, cannot be written again. */
function bytesOf(columns: pb.EntryColumns): Uint8Array {
  try {
    return columns.serializeBinary()
  } catch (error) {
    throw protocolError('a number that is none', error)
  }
}

function entriesOf(parsed: ParsedColumns): Entry[] {
  const { types } = parsed
  const names = textsOf(parsed.names)
  const targets = textsOf(parsed.targets)
  const times = new TimeJoiner()
  const entries: Entry[] = []
  let links = 0
  for (let i = 0; i < types.length; i++) {
    const type = COLUMN_TYPES[types[i] as number]
    if (type === undefined || type === 'skipped') throw protocolError('an entry that takes no part')
    const entry = basicEntry(parsed, i, names[i] as string, type, times)
    if (type === 'symlink') entry.target = targets[links++] as string
    addOptional(entry, parsed, i)
    entries.push(entry)
  }

  return entries
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const TYPE_NUMBERS = Object.fromEntries(COLUMN_TYPES.map((type, number) => [type ?? '', number])) as Readonly<
  Record<EntryType, number>
>

function columnsOf(entries: readonly Entry[]): ColumnData {
  const { length } = entries
  const types = new Uint8Array(length)
  const sizes = new Float64Array(length)
  const mtimeSeconds = new Float64Array(length)
  const mtimeNanos = new Uint32Array(length)
  const times = new TimeSplitter()
  let names = ''
  let targets = ''
  for (let i = 0; i < length; i++) {
    const entry = entries[i] as Entry
    names += `${entry.name}\0`
    types[i] = TYPE_NUMBERS[entry.type]
    sizes[i] = safe(entry.sizeBytes, entry)
    times.split(entry.mtimeNs, i, mtimeSeconds, mtimeNanos)
    if (entry.type === 'symlink') targets += `${entry.target ?? ''}\0`
  }

  return {
    types,
    names: toBytes(names),
    targets: toBytes(targets),
    sizes,
    mtimeSeconds,
    mtimeNanos,
    ...optionalColumns(entries),
  }
}

function optionalColumns(entries: readonly Entry[]): Partial<ColumnData> {
  const { length } = entries
  return {
    modes: column(entries, new Uint32Array(length), ({ mode }) => mode),
    uids: column(entries, new Uint32Array(length), ({ uid }) => uid),
    gids: column(entries, new Uint32Array(length), ({ gid }) => gid),
    rdevs: entries.some(({ rdev = 0 }) => rdev !== 0)
      ? column(entries, new Float64Array(length), (entry) => safe(entry.rdev ?? 0, entry))
      : undefined,
    linkCounts: entries.some(({ linkCount = 1 }) => linkCount !== 1)
      ? column(entries, new Uint32Array(length), ({ linkCount = 1 }) => linkCount)
      : undefined,
    devices: column(entries, new BigUint64Array(length), ({ inode }) => inode?.dev),
    inodes: column(entries, new BigUint64Array(length), ({ inode }) => inode?.ino),
    ctimes: column(entries, new BigInt64Array(length), ({ inode }) => inode?.ctimeNs),
    allocated: column(entries, new Float64Array(length), (entry) =>
      entry.allocatedBytes === undefined ? undefined : safe(entry.allocatedBytes, entry),
    ),
  }
}

/** Fills a column, unless an entry says nothing of it. */
function column<T, C extends { [i: number]: T }>(
  entries: readonly Entry[],
  values: C,
  valueOf: (entry: Entry) => T | undefined,
): C | undefined {
  for (let i = 0; i < entries.length; i++) {
    const value = valueOf(entries[i] as Entry)
    if (value === undefined) return undefined
    values[i] = value
  }

  return values
}

function safe(value: number, { name }: Entry): number {
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new BlitError('E_READ', `'${displayPath(name)}' has a size beyond 2^53 - 1`, { path: name })
}

function basicEntry(
  { mtimeNanos, mtimeSeconds, sizes }: ParsedColumns,
  i: number,
  name: string,
  type: EntryType,
  times: TimeJoiner,
): Mutable<Entry> {
  const mtimeNs = times.join(mtimeSeconds?.[i] ?? 0, mtimeNanos?.[i] ?? 0)
  return { name, type, sizeBytes: type === 'file' ? (sizes?.[i] ?? 0) : 0, mtimeNs }
}

function addOptional(entry: Mutable<Entry>, parsed: ParsedColumns, i: number): void {
  const { allocated, ctimes, devices, gids, inodes, linkCounts, modes, rdevs, uids } = parsed
  if (modes !== undefined) entry.mode = modes[i] as number
  if (uids !== undefined) entry.uid = uids[i] as number
  if (gids !== undefined) entry.gid = gids[i] as number
  if (rdevs !== undefined) entry.rdev = rdevs[i] as number
  if (linkCounts !== undefined) entry.linkCount = linkCounts[i] as number
  if (devices !== undefined && inodes !== undefined) {
    const [dev, ino] = [devices[i] as bigint, inodes[i] as bigint]
    entry.inode = ctimes === undefined ? { dev, ino } : { dev, ino, ctimeNs: ctimes[i] as bigint }
  }

  if (allocated !== undefined) entry.allocatedBytes = allocated[i] as number
}

/** Texts that end in a NUL each, all at once: NUL is in no character of UTF-8 but itself. */
function textsOf(bytes: Uint8Array): string[] {
  return fromBytes(bytes).split('\0')
}
