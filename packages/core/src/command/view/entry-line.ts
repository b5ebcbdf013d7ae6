import type { Entry, EntryType } from '../../model/entry.js'
import { displayPath } from '../../paths/display.js'
import { formatBytes } from '../../units/format.js'

const LETTERS: Readonly<Record<EntryType, string>> = {
  file: '-',
  directory: 'd',
  symlink: 'l',
  fifo: 'p',
  socket: 's',
  'char-device': 'c',
  'block-device': 'b',
}

/** An entry as a line of a long listing: type and mode, size, local time, path. Safe to print (S21). */
export function entryLine(path: string, entry: Entry): string {
  const size = entry.type === 'file' ? formatBytes(entry.sizeBytes) : '-'
  const mode = entry.mode === undefined ? '?????????' : modeLetters(entry.mode)
  return `${LETTERS[entry.type]}${mode}  ${size.padStart(8)}  ${localTime(entry.mtimeNs)}  ${name(path, entry)}`
}

/** An entry as `list` and `find` give it with `--json`. */
export interface EntryReport {
  /** Relative to the target; a byte string. */
  readonly path: string
  readonly type: EntryType
  readonly sizeBytes: number
  /** ISO 8601 in UTC with nine decimals. */
  readonly mtime: string
  /** Four octal digits. */
  readonly mode?: string
  readonly uid?: number
  readonly gid?: number
  readonly target?: string
}

/** The JSON form of an entry. */
export function reportEntry(
  path: string,
  { type, sizeBytes, mtimeNs, mode, uid, gid, target }: Entry,
): EntryReport {
  return {
    path,
    type,
    sizeBytes,
    mtime: isoTime(mtimeNs),
    ...(mode !== undefined && { mode: mode.toString(8).padStart(4, '0') }),
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
    ...(target !== undefined && { target }),
  }
}

function name(path: string, { type, target }: Entry): string {
  const shown = displayPath(path)
  if (type === 'symlink') return `${shown} -> ${displayPath(target ?? '?')}`
  return type === 'directory' ? `${shown}/` : shown
}

function modeLetters(mode: number): string {
  const bits = [...'rwxrwxrwx'].map((letter, i) => ((mode & (0o400 >> i)) === 0 ? '-' : letter))
  const special = [
    [0o4000, 2, 's', 'S'],
    [0o2000, 5, 's', 'S'],
    [0o1000, 8, 't', 'T'],
  ] as const
  for (const [bit, at, lower, upper] of special)
    if ((mode & bit) !== 0) bits[at] = bits[at] === 'x' ? lower : upper
  return bits.join('')
}

function localTime(ns: bigint): string {
  const { date, laterYears } = dateOf(ns)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${date.getFullYear() + laterYears}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

function isoTime(ns: bigint): string {
  const withinSecond = ns - floorTo(ns, NS_PER_SECOND)
  const { date, laterYears } = dateOf(ns)
  const seconds = date.toISOString().slice(0, -5)
  const nanos = String(withinSecond).padStart(9, '0')
  if (laterYears === 0) return `${seconds}.${nanos}Z`
  const year = date.getUTCFullYear() + laterYears
  const sign = year < 0 ? '-' : '+'
  return `${sign}${String(Math.abs(year)).padStart(6, '0')}${seconds.slice(seconds.indexOf('-', 1))}.${nanos}Z`
}

const NS_PER_SECOND = 1_000_000_000n
/** The calendar repeats itself every 400 years. */
const CYCLE_YEARS = 400
const CYCLE_NS = 146_097n * 86_400n * NS_PER_SECOND
const LAST_DATE_MS = 8_640_000_000_000_000n

/**
 * The second that a time is in. File systems hold times that no `Date` does: for those it is one of the same day in another
 * cycle of the calendar, which is so many years off.
 */
function dateOf(ns: bigint): { readonly date: Date; readonly laterYears: number } {
  const second = floorTo(ns, NS_PER_SECOND)
  const ms = second / 1_000_000n
  if (ms >= -LAST_DATE_MS && ms <= LAST_DATE_MS) return { date: new Date(Number(ms)), laterYears: 0 }
  const cycle = floorTo(second, CYCLE_NS)
  const date = new Date(Number((second - cycle) / 1_000_000n))
  return { date, laterYears: Number(cycle / CYCLE_NS) * CYCLE_YEARS }
}

function floorTo(ns: bigint, step: bigint): bigint {
  return ns - (((ns % step) + step) % step)
}
