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
  const date = new Date(Number(ns / 1_000_000n))
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

function isoTime(ns: bigint): string {
  const withinSecond = ((ns % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n
  const seconds = new Date(Number((ns - withinSecond) / 1_000_000n)).toISOString().slice(0, -5)
  return `${seconds}.${String(withinSecond).padStart(9, '0')}Z`
}
