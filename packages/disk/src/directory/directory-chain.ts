import { closeSync, openSync } from 'node:fs'

import { toFsPath } from '@blit/core'

import type { DirectoryAccess, OpenDirectory } from './directory-access.js'
import { OPEN_DIRECTORY, OPEN_DIRECTORY_FOLLOW } from './open-flags.js'

/** Handles kept open a chain; a deeper tree is entered again from the root when it is left. */
const MAX_OPEN = 128

interface Link extends OpenDirectory {
  /** Path relative to the root. */
  readonly relative: string
}

/**
 * Opens directories beneath a root, one component at a time, each relative to its parent's handle
 * (S12), and keeps the way from the root to the last one open: neighbours in a depth-first walk cost one open.
 *
 * A directory given out is open until the next `open` that leaves it. Not for several threads.
 */
export class DirectoryChain {
  private readonly links: Link[] = []

  constructor(
    private readonly root: OpenDirectory,
    private readonly access: DirectoryAccess,
    private readonly follow = false,
  ) {}

  /** Opens the directory at `relative` ('' is the root). Throws the errno of the component that fails. */
  open(relative: string): OpenDirectory {
    if (relative === '') return this.root
    this.leave(relative)
    const top = this.links.at(-1)
    if (top?.relative === relative) return top
    let start = top === undefined ? 0 : top.relative.length + 1
    let directory: OpenDirectory = top ?? this.root
    while (start <= relative.length) {
      let end = relative.indexOf('/', start)
      if (end === -1) end = relative.length
      directory = this.push(directory, relative.slice(start, end), relative.slice(0, end))
      start = end + 1
    }

    return directory
  }

  /** Forgets `relative` and what is below it: its handle is of a directory that is no longer there. */
  forget(relative: string): void {
    while (this.links.length > 0 && isWithin(this.links.at(-1)?.relative ?? '', relative)) this.pop()
  }

  close(): void {
    while (this.links.length > 0) this.pop()
  }

  private leave(relative: string): void {
    for (
      let top = this.links.at(-1);
      top !== undefined && !isWithin(relative, top.relative);
      top = this.links.at(-1)
    )
      this.pop()
  }

  private push(parent: OpenDirectory, name: string, relative: string): OpenDirectory {
    const flags = this.follow ? OPEN_DIRECTORY_FOLLOW : OPEN_DIRECTORY
    const path = `${parent.path === '/' ? '' : parent.path}/${name}`
    const fd =
      process.platform === 'win32' ? -1 : openSync(toFsPath(this.access.beside(parent) + name), flags)
    const link = { fd, path, relative }
    this.links.push(link)
    if (this.links.length > MAX_OPEN) {
      const oldest = this.links.shift()
      if (oldest !== undefined && oldest.fd >= 0) closeSync(oldest.fd)
    }

    return link
  }

  private pop(): void {
    const link = this.links.pop()
    if (link !== undefined && link.fd >= 0) closeSync(link.fd)
  }
}

function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(`${directory}/`)
}
