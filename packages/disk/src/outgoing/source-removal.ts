/**
 * What a move takes from its source, after it was landed, committed and synced (S4).
 *
 * 1. An entry goes only while it is the inode, size and times that were sent. To remove one name of an inode changes the ctime of
 *    the others: what it is then is remembered, and expected of them.
 * 2. Directories that were named wait until the end. They go deepest first, those that are empty by then.
 * 3. No symlink is followed. With `-L` a link is removed, what it has led to is not.
 * 4. In a dry run all is looked at, nothing removed: which directories would be empty is counted.
 */
import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  rmdirSync,
  statSync,
  unlinkSync,
  type BigIntStats,
} from 'node:fs'

import { BlitError, joinPath, toFsPath, type EntryColumns, type Failure } from '@blit/core'

import type { DirectoryAccess, OpenDirectory } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { errnoOf } from '../directory/failure-of.js'
import { listNames } from '../directory/list-directory.js'
import { typeOf } from '../directory/type-of.js'
import { O_PATH, OPEN_HANDLE } from '../directory/open-flags.js'
import type { ManifestIndex } from '../manifest/manifest-index.js'
import { FailureNames } from './source-failure.js'

const LOOK = { bigint: true, throwIfNoEntry: false } as const
/** Not empty, gone, or reached by a link, which stays: no failure of a directory. */
const STAYS = new Set(['EEXIST', 'ELOOP', 'ENOENT', 'ENOTDIR', 'ENOTEMPTY'])

export interface SourceRemovalSetup {
  /** The same as that of the scan; stays open, and stays. */
  readonly root: OpenDirectory
  readonly access: DirectoryAccess
  readonly manifest: ManifestIndex
  readonly copyLinks: boolean
  /** Says what would go, and removes nothing. */
  readonly dryRun?: boolean
  /** Goes before paths in failures. */
  readonly prefix?: string
}

export interface RemovedSources {
  /** Runs of indices that went: first, count, first, count. */
  readonly runs: number[]
  readonly failures: Failure[]
}

/** Synchronous; for one thread. */
export class SourceRemoval {
  private readonly chain: DirectoryChain
  private readonly failures: FailureNames
  private readonly directories: number[] = []
  /** Inodes with names left of which this has removed one: their ctime since; undefined where it cannot be told. */
  private readonly relinked = new Map<string, bigint | undefined>()
  /** In a dry run: how many names would be gone, by the directory (its index plus 1) they are in. */
  private readonly gone = new Map<number, number>()

  constructor(private readonly setup: SourceRemovalSetup) {
    // One that follows no link: with -L, what a link leads to is no part of the source.
    this.chain = new DirectoryChain(setup.root, setup.access)
    this.failures = new FailureNames(setup.prefix ?? '')
  }

  /**
   * Removes what these runs (first, count, first, count) name, except directories, which wait for `removeDirectories`.
   * Throws `E_PROTOCOL` for an index that is no entry, before anything of these runs is removed.
   */
  removeSource(runs: readonly number[]): RemovedSources {
    const removed: RemovedSources = { runs: [], failures: [] }
    this.check(runs)
    for (const index of indicesOf(runs)) {
      const { columns, row } = this.row(index)
      if (columns.type(row) === 'directory') {
        this.directories.push(index)
        continue
      }

      const directory = this.setup.manifest.directoryPath(columns.directories[row] as number)
      const name = columns.name(row)
      try {
        if (!this.remove(columns, row, directory, name)) continue
        addTo(removed.runs, index)
        this.noteGone(columns, row)
      } catch (error) {
        removed.failures.push(this.failures.of(joinPath(directory, name), error, 'removal'))
      }
    }

    return removed
  }

  /** Removes the directories among what was named so far, deepest first; one that still holds something stays. Not the root. */
  removeDirectories(): RemovedSources {
    const { access, manifest } = this.setup
    const gone: number[] = []
    const failures: Failure[] = []
    // What is in a directory comes after it.
    for (const index of this.directories.splice(0).sort((a, b) => b - a)) {
      const { columns, row } = this.row(index)
      const parent = manifest.directoryPath(columns.directories[row] as number)
      const name = columns.name(row)
      const path = joinPath(parent, name)
      this.chain.forget(path)
      try {
        if (this.setup.dryRun !== true) rmdirSync(toFsPath(access.beside(this.chain.open(parent)) + name))
        else if (!this.wouldBeEmpty(index + 1, path)) continue
        gone.push(index)
        this.noteGone(columns, row)
      } catch (error) {
        if (!STAYS.has(errnoOf(error) ?? '')) failures.push(this.failures.of(path, error, 'removal'))
      }
    }

    const runs: number[] = []
    for (const index of gone.reverse()) addTo(runs, index)
    return { runs, failures }
  }

  /** In a dry run, at its end: whether nothing would be left in the root. */
  get emptiesRoot(): boolean {
    return this.wouldBeEmpty(0, '')
  }

  /** Closes what is open, except the root. */
  close(): void {
    this.chain.close()
  }

  private noteGone(columns: EntryColumns, row: number): void {
    if (this.setup.dryRun !== true) return
    const directory = columns.directories[row] as number
    this.gone.set(directory, (this.gone.get(directory) ?? 0) + 1)
  }

  private wouldBeEmpty(directory: number, path: string): boolean {
    const { access } = this.setup
    return listNames(access.enter(this.chain.open(path))).length === (this.gone.get(directory) ?? 0)
  }

  private check(runs: readonly number[]): void {
    for (let at = 0; at < runs.length; at += 2) {
      const [first = -1, count = 0] = [runs[at], runs[at + 1]]
      if (first < 0 || count < 1 || first + count > this.setup.manifest.count) throw noEntry(first)
    }

    for (const index of indicesOf(runs)) {
      const { columns, row } = this.row(index)
      if (columns.type(row) === 'skipped') throw noEntry(index)
    }
  }

  private row(index: number): NonNullable<ReturnType<ManifestIndex['find']>> {
    const found = this.setup.manifest.find(index)
    if (found === undefined) throw noEntry(index)
    return found
  }

  /** False for what was reached through a link. */
  private remove(columns: EntryColumns, row: number, directory: string, name: string): boolean {
    const { access, copyLinks } = this.setup
    let prefix: string
    try {
      prefix = access.enter(this.chain.open(directory))
    } catch (error) {
      if (copyLinks && ['ELOOP', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return false
      throw error
    }

    const path = toFsPath(prefix + name)
    const now = lstatSync(path, LOOK)
    if (copyLinks && now?.isSymbolicLink() === true) {
      // What it has led to may have been removed by now, as a part of the source itself.
      const led = statSync(path, LOOK)
      if (led !== undefined && !this.isWhatWasSent(columns, row, led)) throw changed()
      if (this.setup.dryRun !== true) unlinkSync(path)
      return true
    }

    if (now === undefined || !this.isWhatWasSent(columns, row, now)) throw changed()
    if (this.setup.dryRun === true) return true
    if (now.nlink > 1n && typeOf(Number(now.mode)) !== 'directory') this.unlinkOneOf(path, now)
    else {
      unlinkSync(path)
      if (this.relinked.size > 0) this.relinked.delete(keyOf(now))
    }

    return true
  }

  private isWhatWasSent(columns: EntryColumns, row: number, now: BigIntStats): boolean {
    const type = typeOf(Number(now.mode))
    const same =
      type === columns.type(row) &&
      (type !== 'file' || Number(now.size) === columns.sizes[row]) &&
      now.ino === columns.inodes[row] &&
      now.dev === columns.devices[row] &&
      now.mtimeNs === columns.mtimeNs(row)
    if (!same || now.ctimeNs === columns.ctimes[row]) return same
    const key = keyOf(now)
    if (!this.relinked.has(key)) return false
    const since = this.relinked.get(key)
    return since === undefined || since === now.ctimeNs
  }

  /** Removes one of several names of an inode, and remembers what it has made of the others' ctime. */
  private unlinkOneOf(path: Buffer | string, before: BigIntStats): void {
    const key = keyOf(before)
    if (O_PATH === 0) {
      unlinkSync(path)
      this.relinked.set(key, undefined)
      return
    }

    const fd = openSync(path, OPEN_HANDLE)
    try {
      const held = fstatSync(fd, { bigint: true })
      if (held.ino !== before.ino || held.dev !== before.dev || held.ctimeNs !== before.ctimeNs)
        throw changed()
      unlinkSync(path)
      const { ctimeNs, mtimeNs, size } = fstatSync(fd, { bigint: true })
      if (mtimeNs === before.mtimeNs && size === before.size) this.relinked.set(key, ctimeNs)
    } finally {
      closeSync(fd)
    }
  }
}

function keyOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`
}

function* indicesOf(runs: readonly number[]): Generator<number> {
  for (let at = 0; at < runs.length; at += 2) {
    const first = runs[at] as number
    const end = first + (runs[at + 1] as number)
    for (let index = first; index < end; index++) yield index
  }
}

function addTo(runs: number[], index: number): void {
  const last = runs.length - 2
  if (last >= 0 && (runs[last] as number) + (runs[last + 1] as number) === index) (runs[last + 1] as number)++
  else runs.push(index, 1)
}

function changed(): BlitError {
  return new BlitError('E_CHANGED', 'it changed after it was sent, so it stays')
}

function noEntry(index: number): BlitError {
  return new BlitError(
    'E_PROTOCOL',
    `the other end says that it has ${index}, which is no entry that was sent`,
  )
}
