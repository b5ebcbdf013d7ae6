/**
 * The source of a session, listed batch by batch, each call a bounded piece of work.
 *
 * 1. Depth first: a directory is entered once, by handle, and all its names are looked at before what is below it, in as
 *    many batches as that takes. So parents come before what is in them, and each directory is one run.
 * 2. What waits are the names of subdirectories on the way down, nothing else.
 * 3. What a filter hides, and what could not be looked at, is given by name: it protects what the destination has there.
 * 4. What sessions have here while they are at work is not content.
 */
import {
  byteLength,
  checkName,
  checkRelativePath,
  compileFilter,
  joinPath,
  wantedTree,
  BlitError,
  type EntryType,
  type Filter,
  type Inode,
  type TransferOptions,
  type WantedNode,
} from '@blit/core'

import type { DirectoryAccess, OpenDirectory } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { errnoOf } from '../directory/failure-of.js'
import { listNames } from '../directory/list-directory.js'
import { fstat, type StatWords } from '../directory/stat-words.js'
import type { ManifestIndex } from '../manifest/manifest-index.js'
import { contentNames } from '../session/content-names.js'
import { ColumnsBuilder, MAX_TEXT_BYTES } from './columns-builder.js'
import { fileRow } from './file-row.js'
import { HardLinkLeaders } from './hard-link-leaders.js'
import { emptyMarks, type GrowingMarks, type OutgoingBatch } from './outgoing-batch.js'
import { FailureNames } from './source-failure.js'
import { checkConfined, lookAtSource, readTarget, type LinkRules } from './source-look.js'

/** Parts of a path, at most (docs/wire.md). */
const MAX_PATH_PARTS = 4096
/** Of a file, likewise. */
const MAX_SIZE = Number.MAX_SAFE_INTEGER

export interface OutgoingScanSetup {
  /** What is sent; stays open, and is closed by who opened it. */
  readonly root: OpenDirectory
  readonly access: DirectoryAccess
  readonly options: Pick<TransferOptions, 'copyLinks' | 'filesFrom' | 'filter' | 'preserve'>
  /** Single things of the root, by name, instead of all of it. */
  readonly names?: readonly string[]
  /** With `copyLinks`: what symlinks lead to outside of this directory takes no part. */
  readonly confine?: OpenDirectory
  /** Goes before paths in failures. */
  readonly prefix?: string
}

/** A batch of entries that stand for earlier ones. */
export interface SupersedingBatch extends OutgoingBatch {
  /** Of each row the index that it stands for. */
  readonly supersedes: readonly number[]
  /** Of each failure the index it is about. */
  readonly failed: readonly number[]
}

/** A directory in work. */
interface Listing {
  readonly path: string
  /** Its index plus 1. */
  readonly directory: number
  readonly names: readonly string[]
  readonly wanted: WantedNode | undefined
  /** With `-L`: itself and those that lead here, so that one that contains itself is found. */
  readonly above: readonly Inode[]
  /** A name may be so long and not more. */
  readonly maxNameBytes: number
  next: number
  incomplete: boolean
  readonly below: { readonly names: string[]; readonly directories: number[] }
}

/** Subdirectories that wait. */
interface Waiting extends Pick<Listing, 'above' | 'below' | 'path' | 'wanted'> {
  next: number
}

/** Synchronous; for one thread. Throws `E_BAD_NAME` where a name or path that was asked for is none. */
export class OutgoingScan {
  private readonly chain: DirectoryChain
  private readonly filter: Filter
  private readonly links: LinkRules
  private readonly leaders: HardLinkLeaders | undefined
  private readonly failures: FailureNames
  private readonly builder = new ColumnsBuilder()
  private readonly waiting: Waiting[] = []
  private current: Listing | undefined
  private begun = false
  private index = 0
  private directoryCount = 0
  private unread = 0

  constructor(private readonly setup: OutgoingScanSetup) {
    const { access, confine, names, options, root } = setup
    for (const path of options.filesFrom ?? []) checkRelativePath(path)
    for (const name of names ?? []) checkName(name)
    this.chain = new DirectoryChain(root, access, options.copyLinks)
    this.filter = compileFilter(options.filter)
    this.links = { copyLinks: options.copyLinks, ...(confine === undefined ? {} : { confine }) }
    // With -L the names that lead to an inode are not those that it counts.
    this.leaders = options.preserve.hardLinks ? new HardLinkLeaders(!options.copyLinks) : undefined
    this.failures = new FailureNames(setup.prefix ?? '')
  }

  /** How many entries have been given; the index of the next one. */
  get entries(): number {
    return this.index
  }

  /** How many directories have been given, without the root. */
  get directories(): number {
    return this.directoryCount
  }

  /** False if anything that exists could not be listed or looked at so far. */
  get complete(): boolean {
    return this.unread === 0
  }

  /**
   * The next part: at most `maxRows` rows (1 or more), which is also about how many names it looks at; there may be none. Undefined
   * when all has been given. Never throws for what is wrong with a path.
   */
  next(maxRows: number): OutgoingBatch | undefined {
    if (this.begun && this.current === undefined && this.waiting.length === 0) return undefined
    const { builder } = this
    const marks = emptyMarks()
    builder.begin(this.index, maxRows)
    let work = maxRows
    while (work > 0 && !builder.full) {
      if (this.current === undefined) {
        this.current = this.enterNext(marks)
        work--
      }

      const { current } = this
      if (current === undefined) {
        if (this.waiting.length === 0) break
        continue
      }

      const before = current.next
      this.look(current, work, marks)
      work -= current.next - before
      if (current.next >= current.names.length) this.leave(current, marks)
    }

    return this.finish(marks)
  }

  /**
   * Looks again at files that have changed since they were listed: what they are now, as entries of their own. At most
   * some thousand at a time, and only when all has been given. One that is a file no more is a failure.
   */
  lookAgain(indices: readonly number[], manifest: ManifestIndex): SupersedingBatch {
    const { builder, chain, failures } = this
    const { access } = this.setup
    const marks = emptyMarks()
    const supersedes: number[] = []
    const failed: number[] = []
    builder.begin(this.index, Math.max(1, indices.length))
    for (const index of indices) {
      const { columns, row } = fileRow(manifest, index)
      const directory = columns.directories[row] as number
      const path = manifest.directoryPath(directory)
      const name = columns.name(row)
      try {
        const from = chain.open(path)
        checkConfined(from.fd, this.links)
        const seen = lookAtSource(access.enter(from), name, this.links)
        if (seen?.type === 'file') {
          builder.add('file', name, directory, seen, undefined)
          supersedes.push(index)
          continue
        }

        const what = seen === undefined ? 'it vanished' : 'it is no regular file any more'
        marks.failures.push(failures.say(joinPath(path, name), 'E_CHANGED', what))
      } catch (error) {
        marks.failures.push(failures.of(joinPath(path, name), error, 'source'))
      }

      failed.push(index)
    }

    return { ...this.finish(marks), supersedes, failed }
  }

  /** Closes what is open, except the root. */
  close(): void {
    this.chain.close()
  }

  private finish(marks: GrowingMarks): OutgoingBatch {
    const columns = this.builder.finish()
    this.index += columns.count
    return { columns, ...marks }
  }

  /** Enters the next directory; undefined if there is none, or it cannot be read, which is reported. */
  private enterNext(marks: GrowingMarks): Listing | undefined {
    if (!this.begun) {
      this.begun = true
      const { filesFrom } = this.setup.options
      return this.enter('', 0, filesFrom === undefined ? undefined : wantedTree(filesFrom), [], marks)
    }

    const waiting = this.waiting.at(-1)
    if (waiting === undefined) return undefined
    const { above, below, next, path, wanted } = waiting
    const name = below.names[next] as string
    // Before it is entered: a deep tree then holds on to nothing above.
    if (++waiting.next >= below.names.length) this.waiting.pop()
    const directory = below.directories[next] as number
    return this.enter(joinPath(path, name), directory, wanted?.children?.get(name), above, marks)
  }

  private enter(
    path: string,
    directory: number,
    wanted: WantedNode | undefined,
    above: readonly Inode[],
    marks: GrowingMarks,
  ): Listing | undefined {
    const { access } = this.setup
    try {
      const from = this.chain.open(path)
      checkConfined(from.fd, this.links)
      const isDeep = path !== '' && path.split('/').length >= MAX_PATH_PARTS
      return {
        path,
        directory,
        names: this.namesIn(from, directory, wanted),
        wanted,
        above: this.setup.options.copyLinks ? withoutLoop(above, from, access) : above,
        maxNameBytes: isDeep ? 0 : MAX_TEXT_BYTES - (path === '' ? 0 : byteLength(path) + 1),
        next: 0,
        incomplete: false,
        below: { names: [], directories: [] },
      }
    } catch (error) {
      this.unread++
      marks.failures.push(this.failures.of(path, error, 'scan'))
      marks.complete.push(directory)
      marks.incomplete.push(directory)
      return undefined
    }
  }

  private namesIn(from: OpenDirectory, directory: number, wanted: WantedNode | undefined): readonly string[] {
    const { access, names } = this.setup
    if (directory === 0 && names !== undefined) return names
    if (wanted?.children !== undefined) return [...wanted.children.keys()]
    const prefix = access.enter(from)
    return contentNames(listNames(prefix), prefix)
  }

  /** All names of a directory have been looked at. */
  private leave(listing: Listing, marks: GrowingMarks): void {
    const { above, below, directory, incomplete, path, wanted } = listing
    this.current = undefined
    if (below.names.length > 0) this.waiting.push({ above, below, path, wanted, next: 0 })
    // Of what is named singly the root is only the place.
    if (directory === 0 && this.setup.names !== undefined) return
    marks.complete.push(directory)
    if (incomplete || wanted?.children !== undefined) marks.incomplete.push(directory)
  }

  /** Looks at names of a directory, at most `most`, as long as the batch has room. */
  private look(listing: Listing, most: number, marks: GrowingMarks): void {
    const { builder } = this
    const { names } = listing
    const end = Math.min(names.length, listing.next + most)
    // It is the last one that was opened: nothing is resolved again.
    const prefix = this.setup.access.enter(this.chain.open(listing.path))
    while (listing.next < end && !builder.full) {
      const name = names[listing.next++] as string
      if (name.length * 3 <= listing.maxNameBytes || byteLength(name) <= listing.maxNameBytes)
        this.lookAtOne(listing, prefix, name, marks)
      else {
        const path = joinPath(listing.path, name)
        this.miss(listing)
        marks.failures.push(this.failures.say(path, 'E_NAME_TOO_LONG', 'its path is too long or too deep'))
      }
    }
  }

  private lookAtOne(listing: Listing, prefix: string, name: string, marks: GrowingMarks): void {
    const { builder, filter } = this
    const { directory } = listing
    let seen: StatWords | undefined
    let target: Uint8Array | undefined
    let type: EntryType | undefined
    try {
      seen = lookAtSource(prefix, name, this.links)
      if (seen !== undefined) {
        type = seen.type
        if (type === 'symlink') target = readTarget(prefix, name)
        if (type === 'file' && seen.size > MAX_SIZE) throw tooLarge()
      }

      const wanted = listing.wanted?.children?.get(name)
      if (type === 'directory' && seen !== undefined) refuseLoop(listing.above, seen)
      // What is listed in something that is no directory is not there, whatever a link leads to.
      if (wanted?.children !== undefined && type !== 'directory') seen = undefined
      if (seen === undefined) this.notThere(listing, prefix, name, wanted, marks)
    } catch (error) {
      this.unreadable(listing, name, error, marks)
      seen = undefined
    }

    if (seen === undefined || type === undefined) {
      builder.skip(name, directory)
      return
    }

    if (!filter.empty && isHidden(filter, joinPath(listing.path, name), type, seen)) {
      builder.skip(name, directory)
      return
    }

    const index = builder.add(type, name, directory, seen, target)
    if (type === 'directory') {
      this.directoryCount++
      listing.below.names.push(name)
      listing.below.directories.push(index + 1)
    } else if (type === 'file' && seen.nlink > 1 && this.leaders !== undefined) {
      marks.links.push([index, this.leaders.leaderOf(index, seen) ?? index])
    }
  }

  private unreadable(listing: Listing, name: string, error: unknown, marks: GrowingMarks): void {
    const path = joinPath(listing.path, name)
    if (this.links.copyLinks && errnoOf(error) === 'ELOOP') {
      marks.failures.push(this.failures.say(path, 'E_READ', 'the symlink leads back to itself'))
      return
    }

    const isLoop = error instanceof BlitError && error.code === 'E_SCAN'
    marks.failures.push(this.failures.of(path, error, isLoop ? 'scan' : 'source'))
    // What was said about a link is all that there is to say.
    if (isLoop || (errnoOf(error) !== undefined && errnoOf(error) !== 'ENOENT')) this.miss(listing)
  }

  /** Vanished since it was listed, a broken link under -L, or asked for by name and never there. */
  private notThere(
    listing: Listing,
    prefix: string,
    name: string,
    wanted: WantedNode | undefined,
    marks: GrowingMarks,
  ): void {
    const path = joinPath(listing.path, name)
    if (wanted !== undefined) this.notFound(path, wanted, marks)
    else if (this.links.copyLinks && lookAtSource(prefix, name, { copyLinks: false }) !== undefined)
      marks.failures.push(this.failures.say(path, 'E_READ', 'the symlink points to nothing'))
    else if (listing.directory === 0 && this.setup.names !== undefined)
      marks.failures.push(this.failures.say(path, 'E_CHANGED', 'it vanished'))
  }

  /** Names every path of the list that leads here. */
  private notFound(path: string, { children }: WantedNode, marks: GrowingMarks): void {
    for (const [name, node] of children ?? []) this.notFound(joinPath(path, name), node, marks)
    if (children === undefined)
      marks.failures.push(this.failures.say(path, 'E_NOT_FOUND', 'named in the list, but not in the source'))
  }

  private miss(listing: Listing): void {
    listing.incomplete = true
    this.unread++
  }
}

function isHidden(filter: Filter, path: string, type: EntryType, seen: StatWords): boolean {
  if (filter.hides(path, type === 'directory')) return true
  if (type !== 'file') return false
  return filter.hidesFile({ name: '', type, sizeBytes: seen.size, mtimeNs: seen.mtimeNs })
}

function tooLarge(): BlitError {
  return new BlitError('E_READ', 'it is larger than blit can count')
}

/** With `-L` a directory may be inside itself: that is refused. */
function withoutLoop(
  above: readonly Inode[],
  from: OpenDirectory,
  access: DirectoryAccess,
): readonly Inode[] {
  const self = from.fd < 0 ? lookAtSource(access.beside(from), '.', { copyLinks: false }) : fstat(from.fd)
  if (self === undefined) return above
  refuseLoop(above, self)
  return [...above, { dev: self.dev, ino: self.ino }]
}

function refuseLoop(above: readonly Inode[], { dev, ino }: Inode): void {
  if (above.some((one) => one.dev === dev && one.ino === ino))
    throw new BlitError('E_SCAN', 'it leads back into a directory it is in')
}
