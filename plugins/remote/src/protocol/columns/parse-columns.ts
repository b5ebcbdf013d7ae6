import { COLUMN, SYMLINK, type ParsedColumns } from './column-data.js'
import { protocolError } from '../protocol-error.js'
import { MAX_BATCH_ENTRIES, MAX_PATH_BYTES } from '../limits.js'
import { PackedReader } from './packed-reader.js'

const LENGTH_DELIMITED = 2
const HIGHEST_COLUMN = COLUMN.targets
const HIGHEST_TYPE = 8
const NANOS_PER_SECOND = 1_000_000_000
const SLASH = 0x2f
const DOT = 0x2e

/**
 * Reads an EntryColumns message, and checks all that can be checked without knowing what the entries are for (S11, S12). Throws
 * `E_PROTOCOL`: for more than 65,536 entries, a column of another length than `types`, a name that is none, a type that is none, a
 * number that is too large. What it allocates is in proportion to `bytes`. Where `rootAllowed`, a name may be empty: the root's.
 */
export function parseColumns(bytes: Uint8Array, { rootAllowed = false } = {}): ParsedColumns {
  const fields = splitFields(bytes)
  const part = (field: number): Uint8Array => fields[field] ?? EMPTY
  const types = part(COLUMN.types)
  const count = types.length
  if (count > MAX_BATCH_ENTRIES) throw protocolError(`a batch of ${count} entries`)
  let symlinks = 0
  for (let i = 0; i < count; i++) {
    const type = types[i] as number
    if (type === 0 || type > HIGHEST_TYPE) throw protocolError(`an entry of type ${type}`)
    if (type === SYMLINK) symlinks++
  }

  const names = part(COLUMN.names)
  const targets = part(COLUMN.targets)
  const numbers = (field: number): PackedReader | undefined => {
    const column = fields[field]
    return column === undefined ? undefined : new PackedReader(column, count, field)
  }
  const mtimeNanos = numbers(COLUMN.mtimeNanos)?.uint32s()
  if (mtimeNanos?.some((nanos) => nanos >= NANOS_PER_SECOND))
    throw protocolError('a time with too many nanoseconds')
  const modes = numbers(COLUMN.modes)?.uint32s()
  if (modes?.some((mode) => mode > 0o7777)) throw protocolError('a mode beyond 07777')
  return {
    types,
    names,
    nameEnds: findEnds(names, count, rootAllowed ? 'name or root' : 'name'),
    targets,
    targetEnds: findEnds(targets, symlinks, 'target'),
    sizes: numbers(COLUMN.sizes)?.integers(),
    mtimeSeconds: numbers(COLUMN.mtimeSeconds)?.signedIntegers(),
    mtimeNanos,
    modes,
    uids: numbers(COLUMN.uids)?.uint32s(),
    gids: numbers(COLUMN.gids)?.uint32s(),
    rdevs: numbers(COLUMN.rdevs)?.integers(),
    linkCounts: numbers(COLUMN.linkCounts)?.uint32s(),
    devices: numbers(COLUMN.devices)?.uint64s(),
    inodes: numbers(COLUMN.inodes)?.uint64s(),
    ctimes: numbers(COLUMN.ctimes)?.int64s(),
    allocated: numbers(COLUMN.allocated)?.integers(),
  }
}

const EMPTY = new Uint8Array()

/** The columns of a message by their numbers. Those of a later version are left out. */
function splitFields(bytes: Uint8Array): Array<Uint8Array | undefined> {
  const fields: Array<Uint8Array | undefined> = Array.from({ length: HIGHEST_COLUMN + 1 })
  const reader = new PackedReader(bytes, 0, 0)
  while (!reader.done) {
    const tag = reader.varint()
    const field = Math.floor(tag / 8)
    if (field === 0) throw protocolError('a field without a number')
    if (field > HIGHEST_COLUMN) reader.skip(tag % 8)
    else if (tag % 8 !== LENGTH_DELIMITED) throw protocolError(`column ${field} is not packed`)
    else if (fields[field] !== undefined) throw protocolError(`column ${field} comes twice`)
    else {
      const value = reader.take(reader.varint())
      // As if it were not there.
      if (value.length > 0) fields[field] = value
    }
  }

  return fields
}

/** Where each text ends. */
function findEnds(bytes: Uint8Array, count: number, kind: 'name or root' | 'name' | 'target'): Uint32Array {
  const ends = new Uint32Array(count)
  let found = 0
  let start = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte === SLASH && kind !== 'target') throw protocolError("a name with a '/'")
    if (byte !== 0) continue
    if (found === count) throw protocolError('more names than entries')
    const length = at - start
    if (length > MAX_PATH_BYTES) throw protocolError('a name longer than 64 KiB')
    if (length === 0 && kind === 'name') throw protocolError('an empty name')
    if (kind !== 'target' && isDots(bytes, start, length)) throw protocolError("a name that is '.' or '..'")
    ends[found++] = at
    start = at + 1
  }

  if (start !== bytes.length) throw protocolError('a name without its NUL')
  if (found !== count) throw protocolError('fewer names than entries')
  return ends
}

function isDots(bytes: Uint8Array, start: number, length: number): boolean {
  return (length === 1 || length === 2) && bytes[start] === DOT && bytes[start + length - 1] === DOT
}
