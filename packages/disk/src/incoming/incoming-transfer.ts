import { fstatSync, mkdirSync, openSync } from 'node:fs'

import {
  joinPath,
  POSIX_LIMITS,
  toFsPath,
  type EndpointLimits,
  type Operation,
  type Tally,
  type TransferOptions,
} from '@blit/core'
import { loadNative, type Native } from '@blit/native'

import { mainThreadAccess, type DirectoryAccess, type OpenDirectory } from '../directory/directory-access.js'
import { rootErrorOf } from '../directory/failure-of.js'
import { OPEN_DIRECTORY } from '../directory/open-flags.js'
import { clearUmask, closeRoot, newDirectoryMode } from '../directory/open-root.js'
import { HiddenRoot, hiddenRootAt, type HiddenRootOptions } from '../engine/hidden-root.js'
import type { BackupPlace, WorkerSetup } from '../engine/messages.js'
import { SharedState, tallyOf, withoutLanded } from '../engine/shared-state.js'
import { TransferSession } from '../engine/transfer-session.js'
import { cleanStaleSessions } from '../session/clean-stale.js'
import type { Home } from '../session/home.js'
import { NOWHERE, type IncomingSetup } from './incoming-setup.js'
import { IndexStates } from './index-states.js'

export interface IncomingTransferOptions {
  /** Where what lands has its root; stays open until `close` has returned. */
  readonly place: IncomingPlace
  readonly operation: Operation
  readonly options: TransferOptions
  /** Where what is replaced and deleted goes; stays open likewise. */
  readonly backup?: BackupPlace | undefined
  readonly limits?: EndpointLimits
  /** Threads that will land something, the one with the tree included. */
  readonly threads: number
  /** Nothing is said of directories: they are made where they are missing, and else left as they are. */
  readonly keepsDirectories?: boolean
  /** A root that is made gets no attributes of a source. */
  readonly isPlainRoot?: boolean
}

/** Where a root is, or will be. Handles stay open, and their caller's. */
export type IncomingPlace =
  | { readonly root: OpenDirectory; readonly beside?: Home }
  /** It is not there yet: it is made in `parent`, which is. */
  | { readonly parent: OpenDirectory; readonly name: string }

/** How far a transfer is. */
export interface IncomingProgress {
  readonly tally: Tally
  readonly filesTotal: number
  readonly bytesTotal: number
  readonly bytesDone: number
}

/**
 * What the threads of one session's destination share, seen from the main thread: it begins and ends the session on
 * disk, and hands out what each thread is told at its start. One thread has the `IncomingTree`, the others `IncomingFiles`.
 */
export class IncomingTransfer {
  readonly states = IndexStates.create()
  private readonly shared: SharedState
  private readonly own: TransferSession
  private readonly worker: WorkerSetup
  private readonly keepsDirectories: boolean
  private readonly restoreUmask = clearUmask()
  private readonly taken = new Set<string>()
  private readonly hidden: HiddenRoot | undefined
  /** What was opened here. */
  private readonly opened: OpenDirectory | undefined
  private abandoned = false
  private ended = false

  constructor({
    backup,
    isPlainRoot = false,
    keepsDirectories = false,
    limits = POSIX_LIMITS,
    operation,
    options,
    place,
    threads,
  }: IncomingTransferOptions) {
    this.keepsDirectories = keepsDirectories
    const access = mainThreadAccess()
    const native = loadNative()
    const shared = SharedState.create(threads)
    this.shared = shared
    const beside = 'root' in place ? place.beside : undefined
    this.own = new TransferSession({
      root: '',
      access,
      native,
      shared,
      resume: options.resume,
      ...(beside === undefined ? {} : { beside }),
    })
    let opened: OpenDirectory | undefined
    let hidden: HiddenRoot | undefined
    let isReady = false
    try {
      let root: OpenDirectory
      if ('root' in place) root = place.root
      else {
        const mode = isPlainRoot ? newDirectoryMode() : undefined
        const rules = { access, mode, native, shared, sessionId: this.own.id, options }
        // What is to be removed from the source is at its place from the start.
        hidden = operation === 'move' ? undefined : hideRoot(place, rules)
        root = hidden?.root ?? makeRootIn(place, access)
        opened = root
      }

      isReady = true
      const home = this.own.begin(root, hidden?.home, options.dryRun)
      const { dev, ino } = fstatSync(root.fd, { bigint: true })
      this.worker = {
        index: 0,
        workers: threads,
        shared: this.shared.buffer,
        operation,
        options,
        limits,
        source: NOWHERE,
        destination: root,
        sessionId: this.own.id,
        home,
        resumables: this.own.resumables,
        jobs: [{ source: '', destination: '', prefix: '' }],
        canRename: false,
        destinationInode: { dev, ino },
        ...(backup === undefined ? {} : { backup }),
      }
    } catch (error) {
      hidden?.abandon()
      // As a run that was killed: what was made is for the next one to remove. A root that was not made has left nothing.
      if (isReady) this.own.end({ kept: [], taken: this.taken, incomplete: true, abandoned: true })
      this.own.close()
      if (opened !== undefined) closeRoot(opened)
      this.restoreUmask()
      const path = 'root' in place ? place.root.path : joinPath(place.parent.path, place.name)
      throw rootErrorOf(error, path, 'destination')
    }

    this.hidden = hidden
    this.opened = opened
  }

  /** What the thread with this number, from 0, is told. */
  setup(index: number): IncomingSetup {
    const { keepsDirectories, states } = this
    return { worker: { ...this.worker, index }, states: states.buffer, keepsDirectories }
  }

  get progress(): IncomingProgress {
    const sums = this.shared.sum()
    const tally = tallyOf(sums)
    const isLost = this.hidden !== undefined && this.abandoned
    return {
      // Who opened the place counts the root itself among what was made.
      tally: isLost ? { ...withoutLanded(tally), dirsCreated: -1 } : tally,
      filesTotal: sums.filesTotal,
      bytesTotal: sums.bytesTotal,
      bytesDone: sums.bytesDone,
    }
  }

  /** The first content is about to come. */
  begin(): void {
    this.hidden?.revealLater()
  }

  /**
   * Gives the root its name, if it is not to be seen yet. Rejects when something else has got that meanwhile: then what has
   * landed is lost.
   */
  async reveal(): Promise<void> {
    try {
      await this.hidden?.reveal()
    } catch (error) {
      this.abandoned = true
      throw error
    }
  }

  /** What was made is for the next run to remove: a thread has crashed. */
  abandon(): void {
    if (this.hidden?.isRevealed === true) return
    this.abandoned = true
    this.hidden?.abandon()
  }

  /** Of the files that were asked for, how many have landed or failed. */
  get settled(): number {
    return this.shared.sum().filesSettled
  }

  /** Nothing more is begun in any thread. */
  cancel(why: 'failed' | 'interrupted'): void {
    this.shared.cancel(why)
  }

  get cancelled(): boolean {
    return this.shared.cancelled
  }

  /** An old temp of the file at this path was taken over. */
  tookOver(path: string): void {
    this.taken.add(path)
  }

  /**
   * No temp is made any more: before the times of directories are set, and at the end. Only the first call counts. If
   * not everything has landed there may be temps: they are removed, but those of large files that the next run can go on
   * with if that is wanted.
   */
  end(ending: 'broken' | 'complete' | 'partial' | 'resumable'): void {
    if (this.ended) return
    this.ended = true
    const { home, options } = this.worker
    const isLost = ending === 'broken' || ending === 'resumable'
    const abandoned = isLost || this.abandoned
    this.own.end({ kept: [], taken: this.taken, incomplete: ending !== 'complete', abandoned })
    if (!isLost || options.dryRun) return
    const resume = ending === 'resumable' && options.resume
    const stale = cleanStaleSessions([home], mainThreadAccess(), loadNative(), resume)
    stale.finish(new Set(stale.resumables.keys()))
  }

  /** After all threads have ended; `ending` counts where `end` was not called. */
  close(ending: 'broken' | 'resumable' = 'broken'): void {
    this.end(ending)
    this.own.close()
    if (this.opened !== undefined) closeRoot(this.opened)
    this.restoreUmask()
  }
}

/**
 * Has the root revealed that another transfer of this process is making at this place; undefined where none does. It may
 * be looked at again then.
 */
export function revealOther(place: IncomingPlace): Promise<void> | undefined {
  if ('root' in place) return undefined
  // Whether it gets its name is for the other one to say.
  return hiddenRootAt(place.parent, place.name)
    ?.reveal()
    .catch(() => {})
}

/** With a backup what is replaced is looked for, and so the root has to be there. */
function hideRoot(
  { name, parent }: Extract<IncomingPlace, { readonly name: string }>,
  options: Omit<HiddenRootOptions, 'fsync' | 'name' | 'native' | 'parent' | 'path'> & {
    readonly native: Native | undefined
    readonly options: TransferOptions
  },
): HiddenRoot | undefined {
  const { backupDir, fsync } = options.options
  return backupDir === undefined
    ? HiddenRoot.make({ ...options, parent, name, path: joinPath(parent.path, name), fsync })
    : undefined
}

function makeRootIn(
  { name, parent }: Extract<IncomingPlace, { readonly name: string }>,
  access: DirectoryAccess,
): OpenDirectory {
  const prefix = access.beside(parent)
  mkdirSync(toFsPath(prefix + name), { mode: newDirectoryMode() })
  return {
    fd: access.kind === 'path' ? -1 : openSync(toFsPath(prefix + name), OPEN_DIRECTORY),
    path: joinPath(parent.path, name),
  }
}
