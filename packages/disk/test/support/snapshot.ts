import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  type BigIntStats,
} from 'node:fs'

import { loadNative } from '@blit/native'

export interface SnapshotOptions {
  /** Owner, links, attributes and holes too: what `--archive` keeps. */
  readonly archive?: boolean
  /** When and where the inode was changed: whether anything was touched at all. */
  readonly untouched?: boolean
  /** Without times. */
  readonly timeless?: boolean
}

interface Found {
  readonly line: string
  readonly stats: BigIntStats
}

/** Everything in a tree by path (latin1: bytes), each as one line to be compared; '.' is the root. */
export function snapshot(root: string, options: SnapshotOptions = {}): Record<string, string> {
  const found = new Map<string, Found>()
  walk(Buffer.from(root), '', options, found)
  const byInode = new Map<string, string[]>()
  for (const [path, { stats }] of found) {
    const key = `${stats.dev}:${stats.ino}`
    byInode.set(key, [...(byInode.get(key) ?? []), path])
  }

  const lines = [...found].map(([path, { line, stats }]): [string, string] => {
    const links = byInode.get(`${stats.dev}:${stats.ino}`) ?? []
    return [
      path,
      options.archive === true && links.length > 1 ? `${line} = ${links.sort().join(', ')}` : line,
    ]
  })
  return Object.fromEntries(lines.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Relative paths of everything in a tree. */
export function paths(root: string): string[] {
  return Object.keys(snapshot(root, { timeless: true })).filter((path) => path !== '.')
}

/** Names that blit makes for itself, anywhere in a tree. */
export function leftovers(root: string): string[] {
  return paths(root).filter((path) => /(^|\/)\.blit-/.test(path))
}

function walk(path: Buffer, relative: string, options: SnapshotOptions, found: Map<string, Found>): void {
  const stats = lstatSync(path, { bigint: true })
  found.set(relative === '' ? '.' : relative, { line: describe(path, stats, options), stats })
  if (!stats.isDirectory()) return
  // By handle: a tree may be deeper than a path may be long.
  const fd = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW)
  try {
    for (const name of readdirSync(`/proc/self/fd/${fd}`, { encoding: 'buffer' })) {
      const inner = relative === '' ? name.toString('latin1') : `${relative}/${name.toString('latin1')}`
      walk(Buffer.concat([Buffer.from(`/proc/self/fd/${fd}/`), name]), inner, options, found)
    }
  } finally {
    closeSync(fd)
  }
}

function describe(path: Buffer, stats: BigIntStats, options: SnapshotOptions): string {
  const { archive = false, untouched = false, timeless = false } = options
  const parts: string[] = [(Number(stats.mode) & 0o17_7777).toString(8)]
  if (!timeless) parts.push(`mtime ${stats.mtimeNs / 1000n}`)
  if (stats.isFile()) parts.push(`${stats.size} ${hash(path)}`)
  if (stats.isSymbolicLink()) parts.push(`-> ${readlinkSync(path, 'latin1')}`)
  if (stats.isCharacterDevice() || stats.isBlockDevice()) parts.push(`rdev ${stats.rdev}`)
  if (archive || untouched) parts.push(`${stats.uid}:${stats.gid}`, ...xattrs(path, stats))
  if (archive && stats.isFile())
    parts.push(Number(stats.blocks) * 512 < Number(stats.size) ? 'sparse' : 'solid')
  if (untouched) parts.push(`inode ${stats.ino} ctime ${stats.ctimeNs} links ${stats.nlink}`)
  return parts.join(' ')
}

function hash(path: Buffer): string {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    const sum = createHash('sha1')
    const buffer = Buffer.allocUnsafe(Math.min(1024 * 1024, fstatSync(fd).size + 1))
    for (let read = readSync(fd, buffer); read > 0; read = readSync(fd, buffer))
      sum.update(buffer.subarray(0, read))
    return sum.digest('hex').slice(0, 16)
  } finally {
    closeSync(fd)
  }
}

function xattrs(path: Buffer, stats: BigIntStats): string[] {
  const native = loadNative()
  if (native === undefined || stats.isSymbolicLink()) return []
  const names = native
    .llistXattrs(path)
    .map((name) => (typeof name === 'string' ? name : name.toString('latin1')))
  return names.sort().map((name) => `${name}=${native.lgetXattr(path, name).toString('hex')}`)
}
