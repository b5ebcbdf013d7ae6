import { lstatSync, readdirSync, readlinkSync, statSync, type BigIntStats } from 'node:fs'

import { fromBytes, toFsPath, type Entry, type EntryType } from '@blit/core'

const LSTAT = { bigint: true, throwIfNoEntry: false } as const

/**
 * The names in a directory, as byte strings, in the order of the system. `prefix` is what the directory
 * access gave for it.
 */
export function listNames(prefix: string): string[] {
  const directory = prefix === '' ? '.' : prefix
  const names = readdirSync(toFsPath(directory))
  // Node puts U+FFFD for what is not UTF-8; only then are the bytes worth reading.
  if (!names.some((name) => name.includes('\uFFFD'))) return names
  return readdirSync(toFsPath(directory), { encoding: 'buffer' }).map((name) => fromBytes(name))
}

/** The names in a directory, those of regular files apart, as far as the file system tells without a look at each. */
export function listTyped(prefix: string): { readonly names: string[]; readonly files: string[] } {
  const names: string[] = []
  const files: string[] = []
  for (const entry of readdirSync(toFsPath(prefix === '' ? '.' : prefix), { withFileTypes: true })) {
    if (entry.name.includes('\uFFFD')) return { names: listNames(prefix), files: [] }
    if (entry.isFile()) files.push(entry.name)
    else names.push(entry.name)
  }

  return { names, files }
}

/** The entry `name` behind `prefix`, or undefined when there is none. Throws any other errno. */
export function statEntry(prefix: string, name: string, follow = false): Entry | undefined {
  const path = toFsPath(prefix + name)
  const stats = follow ? statSync(path, LSTAT) : lstatSync(path, LSTAT)
  if (stats === undefined) return undefined
  const entry = entryOf(name, stats)
  if (entry.type !== 'symlink') return entry
  return { ...entry, target: fromBytes(readlinkSync(path, { encoding: 'buffer' })) }
}

/** An entry from what `stat` answered; without a symlink's target. */
export function entryOf(name: string, stats: BigIntStats): Entry {
  const mode = Number(stats.mode)
  const type = typeOf(mode)
  return {
    name,
    type,
    sizeBytes: type === 'file' ? exactNumber(stats.size) : 0,
    mtimeNs: stats.mtimeNs,
    mode: mode & 0o7777,
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    rdev: Number(stats.rdev),
    linkCount: Number(stats.nlink),
    inode: { dev: stats.dev, ino: stats.ino, ctimeNs: stats.ctimeNs },
    allocatedBytes: Number(stats.blocks) * 512,
  }
}

/** Whether the same inode holds the same content: nothing was written since `entry` was seen. */
export function isUnchanged(entry: Entry, stats: BigIntStats): boolean {
  return (
    BigInt(entry.sizeBytes) === stats.size &&
    entry.mtimeNs === stats.mtimeNs &&
    (entry.inode === undefined || (entry.inode.ino === stats.ino && entry.inode.dev === stats.dev))
  )
}

const S_IFMT = 0o17_0000
const TYPES: Readonly<Record<number, EntryType>> = {
  0o10_0000: 'file',
  0o04_0000: 'directory',
  0o12_0000: 'symlink',
  0o01_0000: 'fifo',
  0o14_0000: 'socket',
  0o02_0000: 'char-device',
  0o06_0000: 'block-device',
}

/** By the type bits of a mode. */
export function typeOf(mode: number): EntryType {
  return TYPES[mode & S_IFMT] ?? 'file'
}

function exactNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER))
    throw new RangeError(`a size of ${value} bytes is beyond what blit can count`)
  return Number(value)
}
