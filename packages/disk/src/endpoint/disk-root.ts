import { closeSync, fstatSync, openSync, readlinkSync, rmdirSync } from 'node:fs'

import {
  BlitError,
  checkRelativePath,
  displayPath,
  fromBytes,
  isBlitError,
  toFsPath,
  type Entry,
} from '@blit/core'
import { loadNative, type Native } from '@blit/native'

import { mainThreadAccess, type DirectoryAccess, type OpenDirectory } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { errnoOf, errorOf, type Side } from '../directory/failure-of.js'
import { followed, entryOf } from '../directory/list-directory.js'
import { OPEN_DIRECTORY } from '../directory/open-flags.js'
import { clearUmask, closeRoot, makeRoot, openRoot } from '../directory/open-root.js'
import { splitPath } from '../directory/split-path.js'
import { lstat } from '../directory/stat-words.js'
import { isSessionsDirectory } from '../session/sessions-directory.js'
import { cleanStaleSessions } from '../session/clean-stale.js'
import { appendToSessionFile, createSessionFile, endSessionFile } from '../session/session-file.js'
import { setModificationTime } from '../metadata/set-attributes.js'
import { isTempOf, newSessionId, SESSIONS_DIRECTORY, tempName } from '../session/session-names.js'

const NOT_THERE = new Set(['ENOENT', 'ENOTDIR'])

interface Opened {
  readonly directory: OpenDirectory
  readonly chain: DirectoryChain
  /** Through symlinks on the way. */
  readonly followed: DirectoryChain
}

/** The root of an endpoint on disk: how a path below it is reached, and under which names unfinished things go. */
export class DiskRoot {
  readonly access: DirectoryAccess = mainThreadAccess()
  private opened: Opened | undefined
  private session: { readonly id: string; readonly fd: number } | undefined
  private temps = 0
  private closed = false

  constructor(
    readonly path: string,
    readonly label: string,
  ) {}

  get native(): Native | undefined {
    return loadNative()
  }

  /**
   * The directory of `path` and its last name. Throws the errno of what is missing; `make` makes the root, `follow` goes
   * through symlinks on the way.
   */
  locate(
    path: string,
    make = false,
    follow = false,
  ): { readonly prefix: string; readonly name: string; readonly parent: string } {
    checkRelativePath(path)
    if (path === '') throw new BlitError('E_USAGE', 'the root itself cannot be this')
    const [parent, name] = splitPath(path)
    return { prefix: this.access.beside(this.directory(parent, make, follow)), name, parent }
  }

  /** The open directory at `path`; open until another is asked for. */
  directory(path: string, make = false, follow = false): OpenDirectory {
    checkRelativePath(path)
    if (this.closed) throw new BlitError('E_UNEXPECTED', 'the endpoint is closed')
    if (this.opened === undefined) {
      if (make) this.make()
      const directory = openRoot(this.path)
      this.opened = {
        directory,
        chain: new DirectoryChain(directory, this.access),
        followed: new DirectoryChain(directory, this.access, true),
      }
    }

    return (follow ? this.opened.followed : this.opened.chain).open(path)
  }

  /** The same, with a handle of its own that its caller closes: for work that waits in between. */
  hold(path: string, make = false): OpenDirectory & { readonly close: () => void } {
    const directory = this.directory(path, make)
    if (process.platform === 'win32') return { ...directory, close() {} }
    const fd = openSync(`${this.access.beside(directory)}.`, OPEN_DIRECTORY)
    return { fd, path: directory.path, close: () => closeSync(fd) }
  }

  forget(path: string): void {
    this.opened?.chain.forget(path)
    this.opened?.followed.forget(path)
  }

  /** Makes the root with what is missing above it. */
  make(): void {
    const restore = clearUmask()
    try {
      makeRoot(this.path)
    } finally {
      restore()
    }
  }

  statRoot(follow: boolean): Entry | undefined {
    const path = toFsPath(this.path)
    const seen = follow ? followed(path) : lstat(path)
    if (seen === undefined) return undefined
    const entry = entryOf('', seen)
    return entry.type === 'symlink'
      ? { ...entry, target: fromBytes(readlinkSync(path, { encoding: 'buffer' })) }
      : entry
  }

  removeRoot(): void {
    this.opened?.chain.close()
    this.opened?.followed.close()
    rmdirSync(toFsPath(this.path))
  }

  /** A name for something unfinished in the directory at `parent`, after that was written down. */
  temp(parent: string): string {
    const root = this.directory('')
    if (this.session === undefined) {
      cleanStaleSessions([{ directory: root, prefix: '' }], this.access, this.native, false).finish(new Set())
      const id = newSessionId()
      this.session = {
        id,
        fd: this.unnoticed(root, () => createSessionFile(root, id, this.access, this.native)),
      }
    }

    appendToSessionFile(this.session.fd, { kind: 'directory', path: parent })
    return tempName(this.session.id, this.temps++)
  }

  /** Whether a name in the directory behind `prefix` is this endpoint's own bookkeeping, or another session's. */
  isOwn(prefix: string, name: string): boolean {
    if (name === SESSIONS_DIRECTORY) return isSessionsDirectory(prefix)
    return this.session !== undefined && isTempOf(name, this.session.id)
  }

  /** Makes a change in the root that is nobody's concern, and so changes no times. */
  private unnoticed<T>(root: OpenDirectory, change: () => T): T {
    if (root.fd < 0) return change()
    const { mtimeNs } = fstatSync(root.fd, { bigint: true })
    try {
      return change()
    } finally {
      if (this.native === undefined) setModificationTime(root.fd, mtimeNs, undefined)
      else this.native.setTimes(root.fd, mtimeNs)
    }
  }

  /**
   * Runs something about a path; what it throws becomes a `BlitError` that names the path, except the reason of the signal, which
   * stays what it is.
   */
  async guard<T>(path: string, side: Side, change: () => Promise<T> | T, signal?: AbortSignal): Promise<T> {
    try {
      checkRelativePath(path)
      return await change()
    } catch (error) {
      const label = path === '' ? this.label : path
      // Also an interrupt is about no path, and has the exit code of its signal.
      if (signal?.aborted === true && error === signal.reason) throw error
      if (isBlitError(error) && error.code === 'E_INTERRUPTED') throw error
      if (NOT_THERE.has(errnoOf(error) ?? '')) {
        throw new BlitError('E_NOT_FOUND', `${displayPath(label)}: does not exist`, {
          path: label,
          cause: error,
        })
      }

      if (isBlitError(error) && error.path === undefined) {
        const { code, hint, retry, fatal, cause } = error
        throw new BlitError(code, `${displayPath(label)}: ${error.message}`, {
          path: label,
          hint,
          retry,
          fatal,
          cause,
        })
      }

      throw errorOf(error, label, side)
    }
  }

  close(): void {
    this.closed = true
    if (this.opened !== undefined) {
      const { directory: root } = this.opened
      const { session } = this
      if (session !== undefined) this.unnoticed(root, () => endSessionFile(root, session, this.access, []))
      this.opened.chain.close()
      this.opened.followed.close()
      closeRoot(this.opened.directory)
    }

    this.session = undefined
    this.opened = undefined
  }
}
