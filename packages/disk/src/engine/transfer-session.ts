import { closeSync } from 'node:fs'

import { joinPath } from '@blit/core'
import type { Native } from '@blit/native'

import type { DirectoryAccess, OpenDirectory } from '../directory/directory-access.js'
import { closeRoot, openRoot, statRoot } from '../directory/open-root.js'
import { splitPath } from '../directory/split-path.js'
import { cleanStaleSessions, type StaleWork } from '../session/clean-stale.js'
import type { Home } from '../session/home.js'
import type { JournalLine } from '../session/journal.js'
import { endSessionFile } from '../session/session-file.js'
import { newSessionId, SESSIONS_DIRECTORY } from '../session/session-names.js'
import type { SharedState } from './shared-state.js'

export interface TransferSessionOptions {
  /** Path of the destination's root; '' where only handles lead there. */
  readonly root: string
  /** Where a hidden root of an ended session may be left, instead of what `root` says; stays open. */
  readonly beside?: Home
  readonly access: DirectoryAccess
  readonly native: Native | undefined
  readonly shared: SharedState
  readonly resume: boolean
}

/** How a session ended. */
export interface SessionEnd {
  /** Temps worth resuming. */
  readonly kept: readonly JournalLine[]
  /** Paths of those files whose old temp was taken over. */
  readonly taken: ReadonlySet<string>
  /** Something was not done. */
  readonly incomplete: boolean
  /** What was made is for the next run to remove. */
  readonly abandoned: boolean
}

/** What a transfer has at its destination beside the result: its file of temps, and what ended sessions have left. */
export class TransferSession {
  readonly id = newSessionId()
  private home: Home | undefined
  private stale: StaleWork | undefined
  /** The directory that the destination's root is in, if it was needed. */
  private beside: OpenDirectory | undefined
  private ended = false

  constructor(private readonly options: TransferSessionOptions) {}

  /** Begins in the destination's root, or in `hidden` if that is to be the root under a temp name. */
  begin(destination: OpenDirectory, hidden: Home | undefined, dryRun: boolean): Home {
    this.home = hidden ?? { directory: destination, prefix: '' }
    if (!dryRun) this.stale = this.cleanStale(destination, hidden)
    return this.home
  }

  /** Large files that an ended session has begun. */
  get resumables(): StaleWork['resumables'] {
    return this.stale?.resumables ?? new Map()
  }

  /** No temp will be made any more. What is worth resuming stays, with a file that says so. Only the first call counts. */
  end({ abandoned, incomplete, kept, taken }: SessionEnd): void {
    if (this.ended) return
    this.ended = true
    const { home } = this
    const { access, shared } = this.options
    const fd = shared.startedSessionFd
    if (abandoned) {
      // Its lock goes with the descriptor, and the next run removes what it names.
      if (fd !== undefined) closeSync(fd)
    } else if (home !== undefined && fd !== undefined) {
      const keep = kept.map((line) => ({ ...line, path: joinPath(home.prefix, line.path) }))
      endSessionFile(home.directory, { id: this.id, fd }, access, keep)
    }

    // After a run that did everything, an old temp that no file wanted is of no use.
    const unclaimed = [...this.resumables.keys()].filter((path) => incomplete && !taken.has(path))
    this.stale?.finish(new Set(unclaimed))
  }

  close(): void {
    if (this.beside !== undefined) closeRoot(this.beside)
  }

  /** What ended sessions have left in the root, or beside it before it had its name. */
  private cleanStale(destination: OpenDirectory, hidden: Home | undefined): StaleWork {
    const { access, beside, native, resume, root } = this.options
    const [parent, name] = splitPath(root)
    const homes: Home[] = [hidden ?? { directory: destination, prefix: '' }]
    if (hidden === undefined && beside !== undefined) homes.push(beside)
    else if (
      hidden === undefined &&
      name !== '' &&
      access.kind !== 'path' &&
      statRoot(`${parent}/${SESSIONS_DIRECTORY}`) !== undefined
    ) {
      this.beside = openRoot(parent === '' ? '/' : parent)
      homes.push({ directory: this.beside, prefix: name })
    }

    return cleanStaleSessions(homes, access, native, resume)
  }
}
