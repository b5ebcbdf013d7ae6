import { closeSync, openSync } from 'node:fs'

import { compareEntries, joinPath, toFsPath, type Entry } from '@blit/core'

import { entryOf } from '../directory/list-directory.js'
import { OPEN_DIRECTORY } from '../directory/open-flags.js'
import { fstat } from '../directory/stat-words.js'
import { keepsXattrs, readXattrs, type Xattrs } from '../metadata/extended-attributes.js'
import { landedMode, setAttributes, setModificationTime } from '../metadata/set-attributes.js'
import type { WorkerContext } from './worker-context.js'

interface Pending {
  readonly job: number
  readonly path: string
  readonly mode: number | undefined
  readonly mtimeNs: bigint
  readonly uid: number | undefined
  readonly gid: number | undefined
  /** Of a source that is not read here. */
  readonly xattrs: Xattrs | undefined
}

/**
 * Directories whose mode and times are still to be set: last of all, because everything that lands in a
 * directory changes its times, and one that its owner may not enter could not be filled.
 */
export class DirectoryList {
  private readonly pending: Pending[] = []
  private readonly ifSession: Pending[] = []

  constructor(private readonly context: WorkerContext) {}

  /** How many there are. */
  get size(): number {
    return this.pending.length
  }

  add(job: number, path: string, entry: Entry): void {
    this.pending.push(this.pendingOf(job, path, entry))
  }

  /** One that only the session's own file may have changed: it is left alone if there was no session. */
  addForSession(job: number, path: string, entry: Entry): void {
    this.ifSession.push(this.pendingOf(job, path, entry))
  }

  /**
   * Sets them, deepest first. Directories that their owner may not enter (`restricted`) come in a second round,
   * after all workers have done the others.
   */
  run(restricted: boolean): void {
    const { context } = this
    if (context.shared.startedSessionFd !== undefined) this.pending.push(...this.ifSession.splice(0))
    const due = this.pending.filter((item) => isRestricted(item.mode) === restricted)
    for (const item of due.sort((a, b) => depth(b.path) - depth(a.path) || (a.path < b.path ? -1 : 1))) {
      if (context.cancelled) return
      try {
        this.finish(item)
      } catch (error) {
        context.fail(context.label(item.job, item.path), error, 'metadata')
      }
    }
  }

  private finish(item: Pending): void {
    const { context } = this
    const job = context.job(item.job)
    const directory = context.destination.open(joinPath(job.destination, item.path))
    const source: Entry = {
      name: '',
      type: 'directory',
      sizeBytes: 0,
      mtimeNs: item.mtimeNs,
      ...(item.mode === undefined ? {} : { mode: item.mode }),
      ...(item.uid === undefined ? {} : { uid: item.uid }),
      ...(item.gid === undefined ? {} : { gid: item.gid }),
    }
    finishDirectory(context, directory.fd, source, () =>
      context.content === undefined
        ? sourceXattrs(context, context.source.open(joinPath(job.source, item.path)).fd)
        : item.xattrs,
    )
  }

  private pendingOf(job: number, path: string, entry: Entry): Pending {
    const { gid, mode, mtimeNs, uid } = entry
    return { job, path, mode, mtimeNs, uid, gid, xattrs: this.context.content?.xattrs(entry) }
  }
}

/** Gives an open directory of the destination the attributes of the source's; `xattrs` is asked only if they are kept. */
export function finishDirectory(
  context: WorkerContext,
  fd: number,
  source: Entry,
  xattrs: () => Xattrs | undefined,
): void {
  const { native, options } = context
  if (fd < 0) return
  const kept = keepsXattrs(options.preserve) ? xattrs() : undefined
  const refused = setAttributes(fd, source, options.preserve, native, kept)
  if (refused.length > 0) context.warn(`attributes not kept: ${refused.join(', ')}`, source.name)
  setModificationTime(fd, source.mtimeNs, native)
}

/** Extended attributes of an open directory of the source. */
export function sourceXattrs({ native, options }: WorkerContext, fd: number): Xattrs | undefined {
  return native === undefined ? undefined : readXattrs(native, fd, options.preserve)
}

/** Whether an existing directory of the destination has the source's attributes already, times too. */
export function isFinished(context: WorkerContext, source: Entry, destinationFd: number): boolean {
  const { compare, preserve } = context.options
  if (keepsXattrs(preserve)) return false
  const there = entryOf('', fstat(destinationFd))
  const difference = source.mtimeNs - there.mtimeNs
  const close = difference <= compare.modifyWindowNs && -difference <= compare.modifyWindowNs
  return close && compareEntries(source, there, compare, preserve).action === 'skip'
}

/** Opens a directory that was just made, for its files to be landed in it. */
export function openStaged(prefix: string, name: string): number {
  return process.platform === 'win32' ? -1 : openSync(toFsPath(prefix + name), OPEN_DIRECTORY)
}

export function closeStaged(fd: number): void {
  if (fd >= 0) closeSync(fd)
}

/** Mode of a directory while it is filled: its own, and its owner may do everything. */
export function workingMode(entry: Entry): number {
  return (
    landedMode(
      entry,
      {
        owner: false,
        hardLinks: false,
        xattrs: false,
        acls: false,
        setuid: false,
        sparse: false,
        devices: false,
        specials: false,
      },
      0o755,
    ) | 0o700
  )
}

function isRestricted(mode: number | undefined): boolean {
  return mode !== undefined && (mode & 0o300) !== 0o300
}

function depth(path: string): number {
  return path === '' ? 0 : path.split('/').length
}
