import { fstatSync } from 'node:fs'

import { POSIX_LIMITS, type EndpointLimits, type Tally, type TransferOptions } from '@blit/core'
import { loadNative } from '@blit/native'

import { mainThreadAccess, type OpenDirectory } from '../directory/directory-access.js'
import { clearUmask } from '../directory/open-root.js'
import type { WorkerSetup } from '../engine/messages.js'
import { SharedState, tallyOf } from '../engine/shared-state.js'
import { TransferSession } from '../engine/transfer-session.js'
import { cleanStaleSessions } from '../session/clean-stale.js'
import { sessionIds } from '../session/session-file.js'
import { NOWHERE, type IncomingSetup } from './incoming-setup.js'
import { IndexStates } from './index-states.js'

export interface IncomingTransferOptions {
  /** Root of what lands; stays open, and its caller's, until `close` has returned. */
  readonly root: OpenDirectory
  readonly operation: 'copy' | 'mirror'
  readonly options: TransferOptions
  readonly limits?: EndpointLimits
  /** Threads that will land something, the one with the tree included. */
  readonly threads: number
  /** Nothing is said of directories: they are made where they are missing, and else left as they are. */
  readonly keepsDirectories?: boolean
}

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
  private ended = false

  constructor({
    keepsDirectories = false,
    limits = POSIX_LIMITS,
    operation,
    options,
    root,
    threads,
  }: IncomingTransferOptions) {
    this.keepsDirectories = keepsDirectories
    const access = mainThreadAccess()
    this.shared = SharedState.create(threads)
    this.own = new TransferSession({
      // A root under a temp name beside it is what only a local transfer makes.
      root: '',
      access,
      native: loadNative(),
      shared: this.shared,
      resume: options.resume,
    })
    const home = this.own.begin(root, undefined, options.dryRun)
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
      foreignSessions: sessionIds(root, access),
      resumables: this.own.resumables,
      jobs: [{ source: '', destination: '', prefix: '' }],
      canRename: false,
      destinationInode: { dev, ino },
    }
  }

  /** What the thread with this number, from 0, is told. */
  setup(index: number): IncomingSetup {
    const { keepsDirectories, states } = this
    return { worker: { ...this.worker, index }, states: states.buffer, keepsDirectories }
  }

  get progress(): IncomingProgress {
    const sums = this.shared.sum()
    return {
      tally: tallyOf(sums),
      filesTotal: sums.filesTotal,
      bytesTotal: sums.bytesTotal,
      bytesDone: sums.bytesDone,
    }
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
    const { options, destination } = this.worker
    const isLost = ending === 'broken' || ending === 'resumable'
    this.own.end({ kept: [], taken: this.taken, incomplete: ending !== 'complete', abandoned: isLost })
    if (!isLost || options.dryRun) return
    const resume = ending === 'resumable' && options.resume
    const home = { directory: destination, prefix: '' }
    const stale = cleanStaleSessions([home], mainThreadAccess(), loadNative(), resume)
    stale.finish(new Set(stale.resumables.keys()))
  }

  /** After all threads have ended; `ending` counts where `end` was not called. */
  close(ending: 'broken' | 'resumable' = 'broken'): void {
    this.end(ending)
    this.own.close()
    this.restoreUmask()
  }
}
