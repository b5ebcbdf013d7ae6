import { chmodSync, closeSync, fstatSync, openSync, renameSync, rmdirSync, unlinkSync } from 'node:fs'

import { BlitError, joinPath, toFsPath } from '@blit/core'

import type { OpenDirectory } from '../directory/directory-access.js'
import { listNames } from '../directory/list-directory.js'
import { OPEN_HANDLE } from '../directory/open-flags.js'
import { clearFile, makeDirectory } from './commit.js'
import type { Place } from './place.js'
import { closeStaged, openStaged, workingMode } from './directory-list.js'
import type { DirectoryWork } from './directory-work.js'
import type { WorkerContext } from './worker-context.js'
import type { WorkerState } from './worker-state.js'

/** A directory of the destination, ready to be filled. */
export interface MadePlace {
  readonly place: Place
  /** Its mode and times are set for good. */
  readonly finished: boolean
  readonly markFinished: () => void
  /** Gives a staged directory its name. False (and reported) when that failed. */
  readonly settle: () => boolean
}

/**
 * Makes the directory of the destination that `work` goes to, unless it exists. One that gets files at once is staged.
 * Undefined (and reported) when it could not be made.
 */
export function makePlace(
  worker: WorkerState,
  work: DirectoryWork,
  path: string,
  existing: OpenDirectory | undefined,
  hasContent: boolean,
  direct: boolean,
): MadePlace | undefined {
  const { context } = worker
  if (existing !== undefined)
    return settled({ directory: existing, path, staged: direct && work.state === 'fresh' })
  try {
    if (direct) return settled({ ...makeAtOnce(context, work, path).place, staged: true })
    // What comes from elsewhere comes later: until then nothing could be held back.
    return hasContent && context.access.kind !== 'path' && context.content === undefined
      ? stage(context, work, path)
      : makeAtOnce(context, work, path)
  } catch (error) {
    context.fail(context.label(work.job, work.path), error, 'destination')
    return undefined
  }
}

function makeAtOnce(context: WorkerContext, work: DirectoryWork, path: string): MadePlace {
  const { parent, name } = openParent(context, path)
  if (work.replaces === 'file') clearFile(context, parent, name)
  const made = makeDirectory(context.access.beside(parent.directory), name, modeOf(work))
  if (made) noteMade(context, work)
  const directory = context.destination.open(path)
  return settled({ directory, path, staged: false })
}

/** A place that has its name already. */
function settled(place: Place): MadePlace {
  const made = {
    place,
    finished: false,
    markFinished() {
      made.finished = true
    },
    settle: () => true,
  }
  return made
}

function stage(context: WorkerContext, work: DirectoryWork, path: string): MadePlace {
  const { parent, name } = openParent(context, path)
  const prefix = context.access.beside(parent.directory)
  const temp = context.temp(parent.path)
  makeDirectory(prefix, temp, modeOf(work))
  const directory = { fd: openStaged(prefix, temp), path: joinPath(parent.directory.path, temp) }
  const staged = {
    place: { directory, path, staged: true },
    finished: false,
    markFinished() {
      staged.finished = true
    },
    settle(): boolean {
      let settled = false
      try {
        if (context.options.fsync) context.native?.syncfs?.(directory.fd)
        giveName(context, parent, prefix, { temp, name }, work.replaces === 'file')
        settled = true
        noteMade(context, work)
      } catch (error) {
        context.fail(context.label(work.job, work.path), error, 'destination')
        discard(context, directory, prefix + temp)
      } finally {
        closeStaged(directory.fd)
      }

      return settled
    },
  }
  return staged
}

/** Renames a staged directory to its name; a file that gives way is exchanged for it in the same step where that can be done. */
function giveName(
  context: WorkerContext,
  parent: Place,
  prefix: string,
  names: { readonly temp: string; readonly name: string },
  replacesFile: boolean,
): void {
  if (!replacesFile) {
    renameSync(toFsPath(prefix + names.temp), toFsPath(prefix + names.name))
    return
  }

  if (context.native === undefined || context.setup.backup !== undefined) {
    clearFile(context, parent, names.name)
    renameSync(toFsPath(prefix + names.temp), toFsPath(prefix + names.name))
    return
  }

  const { fd } = parent.directory
  context.native.renameAt(fd, toFsPath(names.temp), fd, toFsPath(names.name), 'exchange')
  unlinkSync(toFsPath(prefix + names.temp))
}

function discard(context: WorkerContext, directory: OpenDirectory, path: string): void {
  const prefix = context.access.beside(directory)
  for (const name of listNames(prefix)) unlinkSync(toFsPath(prefix + name))
  rmdirSync(toFsPath(path))
}

function noteMade(context: WorkerContext, work: DirectoryWork): void {
  context.count('dirsCreated')
  context.action('mkdir', context.label(work.job, work.path))
}

function modeOf(work: DirectoryWork): number {
  return work.self === undefined ? 0o755 : workingMode(work.self)
}

function openParent(context: WorkerContext, path: string): { readonly parent: Place; readonly name: string } {
  const slash = path.lastIndexOf('/')
  const parentPath = path.slice(0, Math.max(0, slash))
  return {
    parent: { directory: context.destination.open(parentPath), path: parentPath, staged: false },
    name: path.slice(slash + 1),
  }
}

/** Gives the owner of a directory that cannot be entered leave to enter it. False where this is not ours to do. */
export function unlockDirectory(context: WorkerContext, path: string): boolean {
  if (process.platform !== 'linux' || path === '') return false
  const { parent, name } = openParent(context, path)
  const handle = openSync(toFsPath(context.access.beside(parent.directory) + name), OPEN_HANDLE)
  try {
    const stats = fstatSync(handle)
    if (!stats.isDirectory()) throw new BlitError('E_CHANGED', 'it is no directory any more')
    if (stats.uid !== process.getuid?.()) return false
    chmodSync(`/proc/self/fd/${handle}`, (stats.mode & 0o7777) | 0o700)
    return true
  } finally {
    closeSync(handle)
  }
}
