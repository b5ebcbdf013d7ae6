/**
 * The root of a new tree, not to be seen at first.
 *
 * 1. A destination that does not exist is made under a temp name beside its own.
 * 2. While it has that, everything in it is made under its own name at once: no temp names, no renames (S1 holds:
 *    the tree has no real path). That halves the work on the directory, which is what several workers wait for.
 * 3. `REVEAL_MS` after the first thing landed, or at the end if that comes first, no worker makes anything at once any more, and the root gets its name,
 *    if nothing has it: so little is lost by a kill, and a long copy can be watched.
 * 4. A run that is killed before that leaves the root, which the session's file beside it tells the next run to remove.
 */
import { fstatSync, lstatSync, mkdirSync, openSync } from 'node:fs'

import { BlitError, displayPath, toFsPath } from '@blit/core'
import type { Native } from '@blit/native'

import type { DirectoryAccess, OpenDirectory } from '../directory/directory-access.js'
import { errnoOf, errorOf } from '../directory/failure-of.js'
import { OPEN_DIRECTORY } from '../directory/open-flags.js'
import type { Home } from '../session/home.js'
import { appendToSessionFile, createSessionFile, endSessionFile } from '../session/session-file.js'
import { tempName } from '../session/session-names.js'
import type { SharedState } from './shared-state.js'

const REVEAL_MS = 2000
const POLL_MS = 2

export interface HiddenRootOptions {
  /** What it is made in; stays open for as long as the transfer runs. */
  readonly parent: OpenDirectory
  /** What is to be its name there. */
  readonly name: string
  /** The real path, for messages. */
  readonly path: string
  readonly sessionId: string
  readonly shared: SharedState
  readonly access: DirectoryAccess
  readonly native: Native
  readonly fsync: boolean
  /** Of one that gets no other at the end; else it is its owner's alone until then. */
  readonly mode?: number | undefined
}

/** Those of this process, by what they are made in and their name. */
const hidden = new Map<string, HiddenRoot>()

/** What this process is making there: whoever wants the same place has it revealed first, or one of both is lost. */
export function hiddenRootAt(parent: OpenDirectory, name: string): HiddenRoot | undefined {
  return hidden.size === 0 ? undefined : hidden.get(keyOf(parent, name))
}

function keyOf({ fd }: OpenDirectory, name: string): string {
  const { dev, ino } = fstatSync(fd, { bigint: true })
  return `${dev}:${ino}/${name}`
}

export class HiddenRoot {
  /** The root, for as long as the transfer runs: a handle does not care for names. */
  readonly root: OpenDirectory
  readonly home: Home
  private readonly temp: string
  private readonly key: string
  private timer: NodeJS.Timeout | undefined
  private revealed: Promise<void> | undefined
  private hasName = false

  private constructor(private readonly options: HiddenRootOptions) {
    const { access, mode = 0o700, name, native, parent, path, sessionId, shared } = options
    this.home = { directory: parent, prefix: name }
    this.temp = tempName(sessionId, Number.MAX_SAFE_INTEGER)
    try {
      const fd = shared.sessionFd(() => createSessionFile(this.home.directory, sessionId, access, native))
      appendToSessionFile(fd, { kind: 'directory', path: '' })
      const prefix = access.beside(this.home.directory)
      mkdirSync(prefix + this.temp, { mode })
      this.root = { fd: openSync(prefix + this.temp, OPEN_DIRECTORY), path }
    } catch (error) {
      const fd = shared.startedSessionFd
      if (fd !== undefined) endSessionFile(this.home.directory, { id: sessionId, fd }, access, [])
      throw error
    }

    shared.allowDirect()
    this.key = keyOf(parent, name)
    hidden.set(this.key, this)
  }

  /** Undefined where it cannot be done: something has the name, or the platform lacks what it takes. */
  static make(
    options: Omit<HiddenRootOptions, 'native'> & { readonly native: Native | undefined },
  ): HiddenRoot | undefined {
    const { access, name, native, parent } = options
    if (access.kind === 'path' || native === undefined || ['', '.', '..'].includes(name)) return undefined
    const path = toFsPath(access.beside(parent) + name)
    return lstatSync(path, { throwIfNoEntry: false }) === undefined
      ? new HiddenRoot({ ...options, native })
      : undefined
  }

  /** When the first thing is about to land: from now on it stays hidden for `REVEAL_MS` at most. Whether it got its name is told by `reveal`. */
  revealLater(): void {
    // Else the timer would hold the process.
    if (this.revealed !== undefined) return
    this.timer ??= setTimeout(() => void this.reveal().catch(() => {}), REVEAL_MS)
  }

  get isRevealed(): boolean {
    return this.hasName
  }

  /** It will not get its name: it is for the next run to remove. */
  abandon(): void {
    clearTimeout(this.timer)
    hidden.delete(this.key)
  }

  /** Gives the root its name. Rejects when something else has got it meanwhile. */
  async reveal(): Promise<void> {
    this.revealed ??= this.giveName().finally(() => hidden.delete(this.key))
    await this.revealed
  }

  private async giveName(): Promise<void> {
    const { fsync, native, path, shared } = this.options
    clearTimeout(this.timer)
    while (!shared.endAllDirect()) {
      await new Promise((resolve) => {
        setTimeout(resolve, POLL_MS)
      })
    }

    if (fsync) native.syncfs?.(this.root.fd)
    try {
      this.rename(native)
      this.hasName = true
    } catch (error) {
      if (['EEXIST', 'ENOTDIR', 'ENOTEMPTY'].includes(errnoOf(error) ?? '')) {
        throw new BlitError('E_DESTINATION', `${displayPath(path)}: something else made it meanwhile`, {
          path,
          hint: 'run it again: it goes into what is there now',
          cause: error,
        })
      }

      throw errorOf(error, path, 'destination')
    }
  }

  private rename(native: Native): void {
    const { fd } = this.home.directory
    const name = toFsPath(this.home.prefix)
    try {
      native.renameAt(fd, this.temp, fd, name, 'no-replace')
    } catch (error) {
      if (!['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(errnoOf(error) ?? '')) throw error
      // Some file systems cannot: then at most an empty directory is replaced.
      native.renameAt(fd, this.temp, fd, name, 'replace')
    }
  }
}
