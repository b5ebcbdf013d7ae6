import { readdirSync, readlinkSync, statSync } from 'node:fs'

import { fromBytes, toFsPath, type Entry } from '@blit/core'

import { lstat, StatWords } from './stat-words.js'

const STAT = { bigint: true, throwIfNoEntry: false } as const

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
  const seen = follow ? followed(path) : lstat(path)
  if (seen === undefined) return undefined
  const entry = entryOf(name, seen)
  if (entry.type !== 'symlink') return entry
  return { ...entry, target: fromBytes(readlinkSync(path, { encoding: 'buffer' })) }
}

/** What is there, behind symlinks. */
export function followed(path: Buffer | string): StatWords | undefined {
  const stats = statSync(path, STAT)
  return stats && new StatWords().set(stats)
}

/** An entry from what was seen; without a symlink's target. */
export function entryOf(name: string, seen: StatWords): Entry {
  const { mode, type } = seen
  return {
    name,
    type,
    sizeBytes: type === 'file' ? exactNumber(seen.size) : 0,
    mtimeNs: seen.mtimeNs,
    mode: mode & 0o7777,
    uid: seen.uid,
    gid: seen.gid,
    rdev: seen.rdev,
    linkCount: seen.nlink,
    inode: { dev: seen.dev, ino: seen.ino, ctimeNs: seen.ctimeNs },
    allocatedBytes: seen.blocks * 512,
  }
}

/** Whether the same inode holds the same content: nothing was written since `entry` was seen. */
export function isUnchanged(entry: Entry, seen: StatWords): boolean {
  return (
    entry.sizeBytes === seen.size &&
    entry.mtimeNs === seen.mtimeNs &&
    (entry.inode === undefined || (entry.inode.ino === seen.ino && entry.inode.dev === seen.dev))
  )
}

/**
 * Whether a file that is read is what `entry` was, and nobody has written to it in between, not even who has put its time back: that shows
 * in its ctime. So does a chmod, after which another look helps. Of several names one may come or go at any time.
 */
export function isUntouched(entry: Entry, seen: StatWords): boolean {
  const { inode } = entry
  return isUnchanged(entry, seen) && (inode === undefined || seen.nlink > 1 || inode.ctimeNs === seen.ctimeNs)
}

function exactNumber(value: number): number {
  if (value > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`a size of ${value} bytes is beyond what blit can count`)
  return value
}
