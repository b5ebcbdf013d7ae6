/**
 * `lstat` and `fstat` without objects: what the system says is read where Node has it written. A Stats object takes as long
 * to make as half of the call it is about, most of it for dates and bigints nobody asks for (docs/decisions/number-stats.md).
 *
 * Node's own table of what a call answered is reached through `process.binding`, which is not promised: it is used on releases
 * that were tried, and only after it has told the same as `fs`. Everywhere else `fs` is asked, and its answer put into a table.
 */
import { closeSync, fstatSync, lstatSync, openSync, type BigIntStats } from 'node:fs'
import { endianness } from 'node:os'

import type { EntryType } from '@blit/core'

import { typeOf } from './type-of.js'

const BIGINT = { bigint: true } as const
const LOOK = { bigint: true, throwIfNoEntry: false } as const
const TWO_32 = 2 ** 32
const BILLION = 1_000_000_000
const BILLION_NS = 1_000_000_000n
/** Where the halves of a number are. */
const LOW = endianness() === 'LE' ? 0 : 1
const HIGH = 1 - LOW

/** The order of the table: 64 bits each. */
const DEV = 0
const MODE = 1
const NLINK = 2
const UID = 3
const GID = 4
const RDEV = 5
const INO = 7
const SIZE = 8
const BLOCKS = 9
const MTIME = 12
const CTIME = 14
const FIELDS = 18

/** Releases of Node whose table is known. */
const KNOWN_MAJORS = new Set([20, 22, 24])

/** What the last look of this thread saw: valid until the next one, by whatever function of `fs`. Times have whole seconds, rounded down. */
export class StatWords {
  private table: BigInt64Array = new BigInt64Array(FIELDS)
  private low: Uint32Array = new Uint32Array(this.table.buffer)
  private high: Int32Array = new Int32Array(this.table.buffer)

  get mode(): number {
    return this.low[MODE * 2 + LOW] as number
  }

  get type(): EntryType {
    return typeOf(this.mode)
  }

  get nlink(): number {
    return this.number(NLINK)
  }

  get uid(): number {
    return this.low[UID * 2 + LOW] as number
  }

  get gid(): number {
    return this.low[GID * 2 + LOW] as number
  }

  get rdev(): number {
    return this.number(RDEV)
  }

  /** Bytes; rounded beyond 2^53. */
  get size(): number {
    return this.number(SIZE)
  }

  /** Units of 512 bytes. */
  get blocks(): number {
    return this.number(BLOCKS)
  }

  get mtimeSeconds(): number {
    return this.number(MTIME)
  }

  get mtimeNanos(): number {
    return this.low[MTIME * 2 + 2 + LOW] as number
  }

  /** As a double: a quarter of a microsecond is lost. */
  get mtimeMs(): number {
    return this.mtimeSeconds * 1000 + this.mtimeNanos / 1e6
  }

  /** Likewise. */
  get ctimeMs(): number {
    return this.number(CTIME) * 1000 + (this.low[CTIME * 2 + 2 + LOW] as number) / 1e6
  }

  get mtimeNs(): bigint {
    return BigInt(this.mtimeSeconds) * BILLION_NS + BigInt(this.mtimeNanos)
  }

  get ctimeNs(): bigint {
    return (this.table[CTIME] as bigint) * BILLION_NS + (this.table[CTIME + 1] as bigint)
  }

  get dev(): bigint {
    return BigInt.asUintN(64, this.table[DEV] as bigint)
  }

  get ino(): bigint {
    return BigInt.asUintN(64, this.table[INO] as bigint)
  }

  /** Writes device, inode and ctime as 64 bits of row `row` of columns, given as 32 bits. */
  writeIdentity(row: number, devices: Uint32Array, inodes: Uint32Array, ctimes: Uint32Array): void {
    const { low } = this
    const at = row * 2
    devices[at] = low[DEV * 2] as number
    devices[at + 1] = low[DEV * 2 + 1] as number
    inodes[at] = low[INO * 2] as number
    inodes[at + 1] = low[INO * 2 + 1] as number
    const seconds = this.number(CTIME)
    if (seconds >= 0 && seconds < 2 ** 33) {
      // Seconds times a billion, in parts that a double holds: a bigint costs several times as much.
      const above = Math.floor(seconds / 65_536) * BILLION
      const below = (seconds % 65_536) * BILLION + (low[CTIME * 2 + 2 + LOW] as number)
      const rest = (above % 65_536) * 65_536 + below
      ctimes[at + LOW] = rest % TWO_32
      ctimes[at + HIGH] = Math.floor(above / 65_536) + Math.floor(rest / TWO_32)
    } else {
      const whole = BigInt.asUintN(64, this.ctimeNs)
      ctimes[at + LOW] = Number(whole & 0xffff_ffffn)
      ctimes[at + HIGH] = Number(whole >> 32n)
    }
  }

  /** Takes over what `fs` has said. */
  set(stats: BigIntStats): this {
    if (this.table.length !== FIELDS) this.read(new BigInt64Array(FIELDS))
    const { table } = this
    table[DEV] = stats.dev
    table[MODE] = stats.mode
    table[NLINK] = stats.nlink
    table[UID] = stats.uid
    table[GID] = stats.gid
    table[RDEV] = stats.rdev
    table[INO] = stats.ino
    table[SIZE] = stats.size
    table[BLOCKS] = stats.blocks
    setTime(table, MTIME, stats.mtimeNs)
    setTime(table, CTIME, stats.ctimeNs)
    return this
  }

  /** Reads from this table from now on. */
  read(table: BigInt64Array): this {
    if (table !== this.table) {
      this.table = table
      this.low = new Uint32Array(table.buffer, table.byteOffset, table.length * 2)
      this.high = new Int32Array(table.buffer, table.byteOffset, table.length * 2)
    }

    return this
  }

  private number(field: number): number {
    return (this.high[field * 2 + HIGH] as number) * TWO_32 + (this.low[field * 2 + LOW] as number)
  }
}

function setTime(table: BigInt64Array, field: number, timeNs: bigint): void {
  const nanos = ((timeNs % BILLION_NS) + BILLION_NS) % BILLION_NS
  table[field] = (timeNs - nanos) / BILLION_NS
  table[field + 1] = nanos
}

/** Ways to look; each answers the one table of this thread. */
export interface Looking {
  /** Undefined if there is nothing. Throws as `fs.lstatSync` does. */
  readonly lstat: (path: Buffer | string) => StatWords | undefined
  readonly fstat: (fd: number) => StatWords
}

/** By `fs`. */
export function plainLooking(): Looking {
  const words = new StatWords()
  return {
    lstat(path) {
      const stats = lstatSync(path, LOOK)
      return stats && words.set(stats)
    },
    fstat: (fd) => words.set(fstatSync(fd, BIGINT)),
  }
}

/** What is below `fs`: with false at the end a missing file is undefined, any other error is thrown. */
interface Below {
  lstat(path: Buffer | string, bigint: true, request: undefined, must: false): BigInt64Array | undefined
  fstat(fd: number, bigint: true, request: undefined, maynot: false): BigInt64Array
}

/** By the table itself; undefined where it is not known to be what it should be. */
export function directLooking(): Looking | undefined {
  const major = Number(process.versions.node.split('.')[0])
  if (!KNOWN_MAJORS.has(major) || process.platform === 'win32') return undefined
  if (warnsOfIt()) return undefined
  try {
    // eslint-disable-next-line n/no-deprecated-api -- known releases only, and checked
    const { binding } = process as unknown as { readonly binding: (name: 'fs') => Below }
    const looking = lookingBelow(binding('fs'))
    return saysTheSame(looking) ? looking : undefined
  } catch {
    return undefined
  }
}

function warnsOfIt(): boolean {
  const { NODE_OPTIONS = '', NODE_PENDING_DEPRECATION } = process.env
  const flag = '--pending-deprecation'
  return NODE_PENDING_DEPRECATION === '1' || NODE_OPTIONS.includes(flag) || process.execArgv.includes(flag)
}

function lookingBelow(below: Below): Looking {
  const words = new StatWords()
  return {
    lstat(path) {
      const table = below.lstat(path, true, undefined, false)
      return table && words.read(table)
    },
    fstat: (fd) => words.read(below.fstat(fd, true, undefined, false)),
  }
}

/** Of a file that is always there, and of one that never is. */
function saysTheSame(looking: Looking): boolean {
  const path = process.execPath
  const seen = looking.lstat(path)
  // `fs` writes into the same table.
  const byName = seen && allOf(seen)
  const fd = openSync(path, 'r')
  try {
    const open = allOf(looking.fstat(fd))
    const expected = allOf(new StatWords().set(fstatSync(fd, BIGINT)))
    return (
      byName !== undefined &&
      expected.every((value, i) => value === byName[i] && value === open[i]) &&
      looking.lstat(`${path}.${process.pid}.none`) === undefined
    )
  } finally {
    closeSync(fd)
  }
}

function allOf(seen: StatWords): ReadonlyArray<bigint | number> {
  const { blocks, ctimeNs, dev, gid, ino, mode, mtimeNs, nlink, rdev, size, uid } = seen
  return [blocks, ctimeNs, dev, gid, ino, mode, mtimeNs, nlink, rdev, size, uid]
}

/** The one way of this thread. */
export const { fstat, lstat } = directLooking() ?? plainLooking()
