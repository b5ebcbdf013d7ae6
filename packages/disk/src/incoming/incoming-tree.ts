/**
 * The destination of a session: compares what the source has with what is here, and makes all that needs no content.
 *
 * 1. Entries come in runs of one directory, parents first. A run is one directory's work of the engine, with a source
 *    that cannot be read: what the engine would copy is asked for instead, and lands in other threads.
 * 2. A directory's state (absent, present, fresh) is known when its parent was done, so nothing is looked at twice.
 * 3. When a directory is complete, a mirror looks for what only the destination has.
 * 4. After everything has landed: hard links, then deletes, then what waited for them, then directories' attributes.
 */
import { closeSync, fstatSync } from 'node:fs'

import type { EntryColumns } from '@blit/core'
import { BlitError, joinPath, type DeletePlan, type Entry } from '@blit/core'
import { loadNative } from '@blit/native'

import { workerAccess } from '../directory/directory-access.js'
import { statEntry } from '../directory/list-directory.js'
import { deletionRefusal } from '../engine/delete-guard.js'
import { commit } from '../engine/commit.js'
import type { DirectoryWork } from '../engine/directory-work.js'
import { runEntries } from '../engine/land-directory.js'
import { canSkipQuickly } from '../engine/quick-skip.js'
import type { DirectoryState, FileWork, FromWorker, LinkMember } from '../engine/messages.js'
import type { Place } from '../engine/place.js'
import { rehearseLanding } from '../engine/rehearse.js'
import { SMALL_MAX_BYTES } from '../engine/small-files.js'
import { removeTemp } from '../engine/take-name.js'
import { RESUME_MIN_BYTES, takeOver } from '../engine/take-over.js'
import { WorkerContext } from '../engine/worker-context.js'
import { WorkerState } from '../engine/worker-state.js'
import { tempName } from '../session/session-names.js'
import {
  LARGE_TEMPS,
  NOWHERE,
  type HeldFile,
  type IncomingNeed,
  type IncomingSetup,
} from './incoming-setup.js'
import type { XattrTable } from '../manifest/xattr-table.js'
import { keptXattrs, type Xattrs } from '../metadata/extended-attributes.js'
import { COMPARED, HELD, IndexStates, REPLACES, REPLACES_DIRECTORY } from './index-states.js'
import { LinkGroups } from './link-groups.js'
import { Manifest } from './manifest.js'
import { MAX_SESSION_PIECES, pieceCount } from './piece-grid.js'
import { settleQuickly } from './settle-quickly.js'
import { PieceMap } from './piece-map.js'

/** What comes with a batch of entries. Directories by index plus 1, 0 being the root. */
export interface IncomingMarks {
  /** Of which all entries have come. */
  readonly complete: readonly number[]
  /** Those of them that the source could not read in full. */
  readonly incomplete: readonly number[]
  /** Pairs: an entry, and the first one whose inode it shares; that is it itself where others may follow. */
  readonly links: ReadonlyArray<readonly [index: number, leader: number]>
}

interface Node {
  /** Its index plus 1, 0 being the root. */
  readonly directory: number
  readonly path: string
  state: DirectoryState
  replaces?: 'file'
  /** Undefined once its attributes are on the list of what is to be set. */
  self: Entry | undefined
  /** It has been made, or looked at. */
  begun: boolean
  /** All names of the source, for a mirror. */
  names: string[]
}

export class IncomingTree {
  readonly manifest = new Manifest()
  private readonly context: WorkerContext
  private readonly worker: WorkerState
  private readonly states: IndexStates
  private readonly keepsDirectories: boolean
  private readonly nodes = new Map<number, Node>()
  private readonly links: LinkGroups
  /** File systems on which something of a move has landed, each with a directory in it. */
  private readonly devices = new Map<number, string>()
  /** What waits for a directory in its place to be deleted. */
  private readonly swaps: Array<{ readonly path: string; readonly file: FileWork }> = []
  private readonly isQuick: boolean
  private needs: IncomingNeed[] = []
  private pieces = 0
  private indices = new Map<Entry, number>()
  /** Indices of directories, and of names of inodes that have several. */
  private readonly selves = new WeakMap<Entry, number>()

  /** `root` and `rootXattrs` are what the destination's root shall be like; undefined where it keeps its own. */
  constructor(
    setup: IncomingSetup,
    private readonly root: Entry | undefined,
    state: DirectoryState,
    post: (message: FromWorker) => void,
    private readonly rootXattrs?: Xattrs,
  ) {
    this.context = new WorkerContext(setup.worker, workerAccess(loadNative()), (message) => {
      if (message.type === 'links') this.takeLinks(message.members)
      else post(message)
    })
    this.context.content = {
      request: ({ path }, files) => this.request(path, files, 0),
      landed: (entry) => this.noteLanded(entry),
      xattrs: (entry) => this.xattrsOf(entry),
    }
    this.worker = new WorkerState(this.context)
    this.states = new IndexStates(setup.states)
    this.links = new LinkGroups(this.context, this.states, ({ blocked, path }, file) =>
      this.request(path, [file], blocked === true ? HELD : 0),
    )
    this.isQuick = canSkipQuickly(this.context)
    this.keepsDirectories = setup.keepsDirectories
    if (!setup.worker.options.dryRun) this.devices.set(fstatSync(setup.worker.destination.fd).dev, '')
    this.nodes.set(0, { directory: 0, path: '', state, self: root, begun: root === undefined, names: [] })
  }

  /**
   * Takes a batch; returns what of it is needed. Throws `E_PROTOCOL` for what no source may say. With `supersedes` each of its entries is the
   * file that an earlier one was.
   */
  add(
    columns: EntryColumns,
    marks: IncomingMarks,
    supersedes: readonly number[] = [],
    xattrs?: XattrTable,
  ): IncomingNeed[] {
    this.manifest.add(columns, xattrs)
    for (const [row, index] of supersedes.entries()) this.supersede(columns, row, index)
    this.states.reserve(columns.first + columns.count)
    if (this.context.options.preserve.hardLinks)
      for (const [index, leader] of marks.links)
        if (!this.links.join(index, leader)) throw protocolError(`a link to ${leader}, which nobody has sent`)
    for (let start = 0; start < columns.count && !this.context.cancelled;) {
      const directory = columns.directories[start] as number
      let end = start + 1
      while (end < columns.count && columns.directories[end] === directory) end++
      const node = this.nodeOf(directory)
      if (node !== undefined) this.addRun(columns, start, end, node)
      start = end
    }

    const incomplete = new Set(marks.incomplete)
    for (const directory of marks.complete) {
      const node = this.nodeOf(directory)
      if (node !== undefined) this.complete(node, incomplete.has(directory))
    }

    return this.takeNeeds()
  }

  /** After the last entry, and again as long as something is returned, when that has landed or failed: content of what has several names. */
  lead(): IncomingNeed[] {
    this.links.lead()
    return this.takeNeeds()
  }

  private takeNeeds(): IncomingNeed[] {
    this.context.flush()
    const { needs } = this
    this.needs = []
    return needs
  }

  /** Hard links to what has landed. */
  link(): void {
    this.links.link(false)
    this.context.flush()
  }

  /** What a mirror would delete. */
  get deletes(): DeletePlan {
    return this.worker.deletes.summary
  }

  /** Why nothing may be deleted; undefined if it may. `failures` counts those of both ends. */
  refusal(failures: number): BlitError | undefined {
    return deletionRefusal([{ incomplete: this.context.incomplete }], failures + this.context.failures)
  }

  /** Deletes, then lets what waited have its name. */
  delete(held: readonly HeldFile[]): void {
    this.worker.deletes.run()
    for (const { file, path } of this.swaps.splice(0)) this.swap(path, file)
    for (const file of held) {
      const found = this.manifest.find(file.index)
      if (found === undefined) continue
      const path = this.manifest.directoryPath(found.columns.directories[found.row] as number)
      const name = found.columns.name(found.row)
      const place: Place = { directory: this.context.destination.open(path), path, staged: false }
      const prefix = this.context.access.beside(place.directory)
      try {
        commit(this.context, place, prefix, { temp: file.temp, name }, statEntry(prefix, name))
      } catch (error) {
        removeTemp(prefix + file.temp)
        this.context.fail(this.context.label(0, joinPath(path, name)), error, 'destination')
      }
    }

    this.links.link(true)
    this.context.flush()
  }

  /** Modes and times of directories; those their owner may not enter last. */
  finishDirectories(): void {
    this.worker.directories.run(false)
    this.worker.directories.run(true)
    const { destination, native, options } = this.context
    // Names are in directories: files alone on disk are not enough.
    if (options.fsync && !options.dryRun) native?.syncfs?.(destination.open('').fd)
    this.context.flush()
  }

  /** Writes what has landed to disk, on each file system that some of it is on: then the source of a move may let it go (S4). */
  sync(): void {
    for (const path of this.devices.values())
      this.context.native?.syncfs?.(this.context.destination.open(path).fd)
  }

  /** Counts what is gone from the source of a move, or in a dry run would be. */
  sourcesRemoved(runs: readonly number[], root: boolean): void {
    const { context, manifest } = this
    if (root) context.count('sourcesRemoved')
    for (let at = 0; at < runs.length; at += 2) {
      const first = runs[at] as number
      const count = runs[at + 1] as number
      context.count('sourcesRemoved', count)
      for (let index = first; context.options.reportActions && index < first + count; index++) {
        const found = manifest.find(index)
        if (found === undefined || found.columns.type(found.row) === 'directory') continue
        const directory = manifest.directoryPath(found.columns.directories[found.row] as number)
        context.action('remove-source', context.label(0, joinPath(directory, found.columns.name(found.row))))
      }
    }

    context.flush()
  }

  close(): void {
    this.context.close()
  }

  /** Makes what needs no content, in the place of a directory that is gone now. */
  private swap(path: string, file: FileWork): void {
    const { context, worker } = this
    if (context.options.dryRun) rehearseLanding(context, { job: 0, path }, file)
    else {
      const candidates = [{ entry: file.entry }]
      const what = { candidates, hidden: new Set<string>(), files: [], from: NOWHERE }
      runEntries(worker, { job: 0, path, state: 'present', self: undefined, ...what })
    }
  }

  /** What was to come of an entry will not: it counts no more. */
  private supersede(columns: EntryColumns, row: number, index: number): void {
    const old = this.manifest.find(index)
    const isSame =
      old !== undefined &&
      [columns.type(row), old.columns.type(old.row)].every((type) => type === 'file') &&
      old.columns.directories[old.row] === columns.directories[row] &&
      old.columns.name(old.row) === columns.name(row)
    if (!isSame) throw protocolError(`something else instead of ${index}`)
    this.links.join(columns.first + row, index)
    this.context.count('filesScanned', -1)
    this.context.count('filesTotal', -1)
    this.context.count('bytesTotal', -(old.columns.sizes[old.row] as number))
  }

  /** Undefined for one that has no place here, which was reported: nor has anything in it. */
  private nodeOf(directory: number): Node | undefined {
    const node = this.nodes.get(directory)
    if (node !== undefined) return node
    const found = this.manifest.find(directory - 1)
    if (found?.columns.type(found.row) !== 'directory')
      throw protocolError(`entries of ${directory}, which is no directory that was sent`)
    return undefined
  }

  private xattrsOf(entry: Entry): Xattrs | undefined {
    const index = this.indices.get(entry) ?? this.selves.get(entry)
    if (index === undefined && entry !== this.root) return undefined
    const found = index === undefined ? this.rootXattrs : this.manifest.xattrsOf(index)
    return found && keptXattrs(found, this.context.options.preserve)
  }

  private selfOf(index: number, entry: Entry): Entry {
    this.selves.set(entry, index)
    return entry
  }

  private takeLinks(members: readonly LinkMember[]): void {
    for (const member of members) this.links.add(this.indexOf(member.file.entry), member)
  }

  private indexOf(entry: Entry): number {
    const index = this.indices.get(entry) ?? this.selves.get(entry)
    if (index === undefined) throw new TypeError(`${entry.name} has no index`)
    return index
  }

  private noteLanded(entry: Entry): void {
    const index = this.indices.get(entry)
    if (index !== undefined) this.states.landed(index)
  }

  /** A directory that is there, of a move: it may go from the source when that has emptied it. */
  private noteDirectory({ directory, path }: Node): void {
    if (directory > 0) this.states.landed(directory - 1)
    if (this.context.options.dryRun) return
    const { dev } = fstatSync(this.context.destination.open(path).fd)
    if (!this.devices.has(dev)) this.devices.set(dev, path)
  }

  private addRun(columns: EntryColumns, start: number, end: number, node: Node): void {
    const { context } = this
    const candidates: Array<{ readonly entry: Entry }> = []
    const hidden = new Set<string>()
    const directories = new Map<string, number>()
    const isMirror = context.setup.operation === 'mirror'
    const settled =
      this.isQuick && node.state === 'present'
        ? settleQuickly(context, columns, start, end, node.path)
        : undefined
    for (let row = start; row < end; row++) {
      const index = columns.first + row
      const type = columns.type(row)
      if (isMirror) node.names.push(columns.name(row))
      if (settled?.[row - start] === 1) continue
      if (type === 'skipped') {
        hidden.add(columns.name(row))
        continue
      }

      const isLinked = this.links.has(index)
      // How many names it has in all does not count.
      const entry = isLinked ? { ...columns.entry(row), linkCount: 2 } : columns.entry(row)
      if (isLinked) this.selfOf(index, entry)
      if (type === 'directory') directories.set(entry.name, index + 1)
      else this.indices.set(entry, index)
      candidates.push({ entry })
    }

    if (candidates.length + hidden.size > 0 || !node.begun)
      this.land(node, { candidates, hidden }, directories)
  }

  /** A directory of which nothing more comes: made if it is empty, and looked through for what a mirror deletes. */
  private complete(node: Node, incomplete: boolean): void {
    const { context } = this
    if (incomplete) context.incomplete = true
    const looks = context.setup.operation === 'mirror' && !incomplete && node.state === 'present'
    if (node.begun && !looks) return
    const work = { candidates: [], hidden: new Set<string>(), ...(looks ? { allNames: node.names } : {}) }
    this.land(node, work, new Map())
    node.names = []
  }

  private land(
    node: Node,
    part: Pick<DirectoryWork, 'allNames' | 'candidates' | 'hidden'>,
    directories: ReadonlyMap<string, number>,
  ): void {
    const { context, worker } = this
    const listed = worker.directories.size
    const { path, replaces, self, state } = node
    const work: DirectoryWork = {
      job: 0,
      path,
      state,
      from: NOWHERE,
      self,
      files: [],
      ...part,
      ...(replaces === undefined ? {} : { replaces }),
      again: node.begun,
    }
    runEntries(worker, work)
    node.begun = true
    if (worker.sourceDirectories.splice(0).length > 0) this.noteDirectory(node)
    if (state === 'absent' && !context.options.dryRun) node.state = 'fresh'
    delete node.replaces
    if (worker.directories.size > listed) node.self = undefined
    for (const task of context.stack.splice(0)) {
      if (task.kind !== 'directory') continue
      const name = path === '' ? task.path : task.path.slice(path.length + 1)
      const directory = directories.get(name)
      if (directory === undefined) continue
      const found = this.manifest.find(directory - 1)
      if (found === undefined) continue
      this.nodes.set(directory, {
        directory,
        path: task.path,
        state: task.state,
        ...(task.replaces === undefined ? {} : { replaces: task.replaces }),
        self: this.keepsDirectories ? undefined : this.selfOf(directory - 1, found.columns.entry(found.row)),
        begun: false,
        names: [],
      })
    }

    for (const { file } of worker.swaps.splice(0)) {
      if (file.entry.type === 'file' && !context.options.dryRun) this.request(path, [file], HELD)
      else this.swaps.push({ path, file })
    }

    this.indices.clear()
  }

  private request(path: string, files: readonly FileWork[], how: number): void {
    for (const { checksum, entry, existing } of files) {
      const index = this.indexOf(entry)
      const replaces =
        existing === undefined ? 0 : existing.type === 'directory' ? REPLACES_DIRECTORY : REPLACES
      const isCompared = checksum === true && existing?.type === 'file'
      this.states.need(index, how | replaces | (isCompared ? COMPARED : 0))
      const need = entry.sizeBytes <= SMALL_MAX_BYTES ? { index } : this.requestLarge(index, path, entry)
      const { name, sizeBytes } = entry
      const held = isCompared ? { directory: path, name, sizeBytes, existing: true } : undefined
      this.needs.push(held === undefined ? need : { held, ...need })
    }
  }

  /** What an interrupted run has left of it is taken over, and what will come is written down for the next one. */
  private requestLarge(index: number, path: string, { name, sizeBytes }: Entry): IncomingNeed {
    const { context } = this
    const { dryRun, resume } = context.options
    const count = pieceCount(sizeBytes)
    this.pieces += count
    if (this.pieces > MAX_SESSION_PIECES)
      throw protocolError(`files of more than ${MAX_SESSION_PIECES} pieces`)
    const need: IncomingNeed = { index, pieces: PieceMap.create(count).buffer }
    if (!resume || dryRun || sizeBytes < RESUME_MIN_BYTES) return need
    const temp = tempName(context.setup.sessionId, LARGE_TEMPS + index)
    const full = joinPath(path, name)
    // Its directory is written down, too.
    context.temp(path)
    context.journalLarge(full, temp)
    const old = context.setup.resumables.get(full)
    if (old === undefined || old.directory !== path) return need
    const fd = takeOver(context.access.beside(context.destination.open(path)), old.temp, temp)
    if (fd === undefined) return need
    closeSync(fd)
    context.noteResumable(full, old.temp, false)
    return { ...need, held: { directory: path, name: temp, sizeBytes } }
  }
}

function protocolError(what: string): BlitError {
  return new BlitError('E_PROTOCOL', `the other end has sent ${what}`)
}
