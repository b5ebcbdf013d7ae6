import { columnsBytes, EntryColumns, type Entry } from '@blit/core'

import { decodeEntry } from '../protocol/entries.js'
import { parseColumns } from '../protocol/columns/parse-columns.js'
import { writeColumns } from '../protocol/columns/write-columns.js'
import { pb } from '../protocol/index.js'
import { protocolError } from '../protocol/protocol-error.js'
import type { ListedXattrs } from './listed-xattrs.js'
import { encodeXattrs } from './xattr-messages.js'

/** Entries of one message at most (docs/wire.md, Limits). */
const MAX_ENTRIES = 65_536

/** What comes with the entries of a batch; directories are meant by index plus 1, 0 being the root. */
export interface BatchMarks {
  readonly complete: readonly number[]
  readonly incomplete: readonly number[]
  /** Pairs: an entry, and the first one whose inode it shares; that is it itself where others may follow. */
  readonly links: ReadonlyArray<readonly [index: number, leader: number]>
}

export interface EntryBatch {
  readonly columns: EntryColumns
  readonly marks: BatchMarks
  /** For each entry the earlier one that it stands for, or nothing at all. */
  readonly supersedes?: readonly number[]
  /** Extended attributes of those that have some, where they are kept. */
  readonly xattrs?: readonly ListedXattrs[]
  /** Entries of which they could not be read. */
  readonly unreadXattrs?: readonly number[]
}

/** What of an entry is sent beside what is always sent. */
export interface BatchParts {
  readonly owner: boolean
}

/** The message for a batch. */
export function encodeEntryBatch(
  { columns, marks, supersedes = [], unreadXattrs = [], xattrs = [] }: EntryBatch,
  parts: BatchParts,
): pb.EntryBatch {
  const { directories, counts } = runsOf(columns)
  const message = new pb.EntryBatch()
  message.setFirstIndex(columns.first)
  message.setColumns(columnBytes(columns, parts))
  message.setDirectoriesList(directories)
  message.setCountsList(counts)
  message.setCompleteList([...marks.complete])
  message.setIncompleteList([...marks.incomplete])
  message.setLinksList(marks.links.map(([index]) => index))
  message.setLeadersList(marks.links.map(([, leader]) => leader))
  message.setSupersedesList([...supersedes])
  message.setXattrsList(xattrs.map((one) => encodeXattrs(one)))
  message.setUnreadXattrsList([...unreadXattrs])
  return message
}

/** A message without entries, for what has no room in that of its batch. */
export function encodeXattrsAhead(first: number, xattrs: readonly ListedXattrs[]): pb.EntryBatch {
  const message = new pb.EntryBatch()
  message.setFirstIndex(first)
  message.setXattrsList(xattrs.map((one) => encodeXattrs(one)))
  return message
}

/** Reads a message whose first entry must have the index `next`. Throws `E_PROTOCOL` for whatever breaks the rules of docs/wire.md. */
export function decodeEntryBatch(
  message: pb.EntryBatch,
  next: number,
): Required<Omit<EntryBatch, 'unreadXattrs' | 'xattrs'>> {
  const parsed = parseColumns(message.getColumns_asU8())
  const count = parsed.types.length
  if (message.getFirstIndex() !== next)
    throw protocolError(`entry ${message.getFirstIndex()} instead of ${next}`)
  if (count > MAX_ENTRIES) throw protocolError(`${count} entries at once`)
  const layout = {
    first: next,
    count,
    nameBytes: parsed.names.length,
    targetBytes: parsed.targets.length,
  }
  const columns = new EntryColumns(new SharedArrayBuffer(columnsBytes(layout)), layout)
  columns.types.set(parsed.types)
  columns.names.set(parsed.names)
  columns.nameEnds.set(parsed.nameEnds)
  columns.targets.set(parsed.targets)
  setTargetStarts(columns, parsed.targetEnds)
  for (const name of NUMBERS) {
    const values = parsed[name]
    if (values !== undefined) (columns[name] as { set: (from: unknown) => void }).set(values)
  }

  readRuns(message, columns)
  return { columns, marks: readMarks(message, next + count), supersedes: readSupersedes(message, columns) }
}

/** What a root is like: one row without a name. Undefined where nothing is said. Throws `E_PROTOCOL`. */
export function decodeRoot(message: pb.EntryColumns | undefined): Entry | undefined {
  if (message === undefined) return undefined
  const root = decodeEntry(message)
  if (root.type !== 'directory') throw protocolError('a root that is no directory')
  return root
}

const NUMBERS = [
  'sizes',
  'mtimeSeconds',
  'mtimeNanos',
  'modes',
  'uids',
  'gids',
  'rdevs',
  'devices',
  'inodes',
] as const

function columnBytes(columns: EntryColumns, { owner }: BatchParts): Uint8Array {
  const { mtimeNanos, mtimeSeconds, modes, names, rdevs, sizes, targets, types } = columns
  return writeColumns({
    types,
    names,
    targets,
    sizes,
    mtimeSeconds,
    mtimeNanos,
    modes,
    ...(owner ? { uids: columns.uids, gids: columns.gids } : {}),
    ...(rdevs.some((rdev) => rdev !== 0) ? { rdevs } : {}),
  })
}

function setTargetStarts(columns: EntryColumns, ends: Uint32Array): void {
  let link = 0
  let start = 0
  for (let row = 0; row < columns.count; row++) {
    if (columns.type(row) !== 'symlink') continue
    columns.targetStarts[row] = start
    start = (ends[link++] as number) + 1
  }
}

function runsOf({ count, directories: all }: EntryColumns): { directories: number[]; counts: number[] } {
  const directories: number[] = []
  const counts: number[] = []
  for (let start = 0; start < count;) {
    const directory = all[start] as number
    let end = start + 1
    while (end < count && all[end] === directory) end++
    directories.push(directory)
    counts.push(end - start)
    start = end
  }

  return { directories, counts }
}

function readRuns(message: pb.EntryBatch, columns: EntryColumns): void {
  const directories = message.getDirectoriesList()
  const counts = message.getCountsList()
  if (directories.length !== counts.length) throw protocolError('runs without a length')
  let row = 0
  for (const [i, directory] of directories.entries()) {
    const length = counts[i] as number
    // A directory comes before what is in it.
    if (length === 0 || row + length > columns.count || directory > columns.first + row)
      throw protocolError('a run that cannot be')
    columns.directories.fill(directory, row, row + length)
    row += length
  }

  if (row !== columns.count) throw protocolError('entries of no directory')
}

function readSupersedes(message: pb.EntryBatch, { count, first }: EntryColumns): number[] {
  const supersedes = message.getSupersedesList()
  if (supersedes.length === 0) return []
  const isAlone =
    supersedes.length === count &&
    supersedes.every((index) => index < first) &&
    [message.getCompleteList(), message.getIncompleteList(), message.getLinksList()].every(
      (list) => list.length === 0,
    )
  if (!isAlone) throw protocolError('entries that supersede others, and something else')
  return supersedes
}

function readMarks(message: pb.EntryBatch, known: number): BatchMarks {
  const complete = message.getCompleteList()
  const incomplete = message.getIncompleteList()
  const links = message.getLinksList()
  const leaders = message.getLeadersList()
  if ([...complete, ...incomplete].some((directory) => directory > known))
    throw protocolError('a mark on a directory that was not sent')
  if (
    links.length !== leaders.length ||
    links.some((link, i) => link >= known || (leaders[i] as number) > link)
  )
    throw protocolError('a hard link to what was not sent before')
  return { complete, incomplete, links: links.map((link, i) => [link, leaders[i] as number] as const) }
}
