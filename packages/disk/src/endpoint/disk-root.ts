import { closeSync, lstatSync, openSync, readlinkSync, rmdirSync, statSync } from 'node:fs'

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
import { errorOf, type Side } from '../directory/failure-of.js'
import { entryOf } from '../directory/list-directory.js'
import { OPEN_DIRECTORY } from '../directory/open-flags.js'
import { clearUmask, closeRoot, makeRoot, openRoot } from '../directory/open-root.js'
import { splitPath } from '../directory/split-path.js'
import { cleanStaleSessions } from '../session/clean-stale.js'
import { appendToSessionFile, createSessionFile, endSessionFile } from '../session/session-file.js'
import { newSessionId, tempName } from '../session/session-names.js'

/** The root of an endpoint on disk: how a path below it is reached, and under which names unfinished things go. */
export class DiskRoot {
  readonly access: DirectoryAccess = mainThreadAccess()
  private opened: { readonly directory: OpenDirectory; readonly chain: DirectoryChain } | undefined
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

  /** The directory of `path` and its last name. Throws the errno of what is missing; `make` makes the root. */
  locate(
    path: string,
    make = false,
  ): { readonly prefix: string; readonly name: string; readonly parent: string } {
    checkRelativePath(path)
    if (path === '') throw new BlitError('E_USAGE', 'the root itself cannot be this')
    const [parent, name] = splitPath(path)
    return { prefix: this.access.beside(this.directory(parent, make)), name, parent }
  }

  /** The open directory at `path`; open until another is asked for. */
  directory(path: string, make = false): OpenDirectory {
    checkRelativePath(path)
    if (this.closed) throw new BlitError('E_UNEXPECTED', 'the endpoint is closed')
    if (this.opened === undefined) {
      if (make) this.make()
      const directory = openRoot(this.path)
      this.opened = { directory, chain: new DirectoryChain(directory, this.access) }
    }

    return this.opened.chain.open(path)
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
    const stats = (follow ? statSync : lstatSync)(path, { bigint: true, throwIfNoEntry: false })
    if (stats === undefined) return undefined
    const entry = entryOf('', stats)
    return entry.type === 'symlink'
      ? { ...entry, target: fromBytes(readlinkSync(path, { encoding: 'buffer' })) }
      : entry
  }

  removeRoot(): void {
    this.opened?.chain.close()
    rmdirSync(toFsPath(this.path))
  }

  /** A name for something unfinished in the directory at `parent`, after that was written down. */
  temp(parent: string): string {
    const root = this.directory('')
    if (this.session === undefined) {
      cleanStaleSessions([{ directory: root, prefix: '' }], this.access, this.native, false).finish(new Set())
      const id = newSessionId()
      this.session = { id, fd: createSessionFile(root, id, this.access, this.native) }
    }

    appendToSessionFile(this.session.fd, { kind: 'directory', path: parent })
    return tempName(this.session.id, this.temps++)
  }

  /** Runs a change; what it throws becomes a `BlitError` that names the path. */
  async guard<T>(path: string, side: Side, change: () => Promise<T> | T): Promise<T> {
    try {
      checkRelativePath(path)
      return await change()
    } catch (error) {
      const label = path === '' ? this.label : path
      // An interrupt is about no path, and has the exit code of its signal.
      if (isBlitError(error) && error.code === 'E_INTERRUPTED') throw error
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
      if (this.session !== undefined) endSessionFile(this.opened.directory, this.session, this.access, [])
      this.opened.chain.close()
      closeRoot(this.opened.directory)
    }

    this.session = undefined
    this.opened = undefined
  }
}
