import { lchownSync, lutimesSync, symlinkSync } from 'node:fs'

import { BlitError, displayPath, joinPath, toBytes, toFsPath, type Entry } from '@blit/core'

import { errnoOf } from '../directory/failure-of.js'
import { isBeyondFutimes, toFutimes } from '../metadata/set-attributes.js'
import { commit, removeTemp } from './commit.js'
import type { Place } from './place.js'
import type { FileWork } from './messages.js'
import type { WorkerContext } from './worker-context.js'

const S_IFMT: Readonly<Record<string, number>> = {
  fifo: 0o01_0000,
  socket: 0o14_0000,
  'char-device': 0o02_0000,
  'block-device': 0o06_0000,
}

interface Where {
  readonly job: number
  readonly path: string
}

/** Makes the symlinks of a directory. */
export function copySymlinks(
  context: WorkerContext,
  where: Where,
  place: Place,
  links: readonly FileWork[],
): void {
  const prefix = links.length === 0 ? '' : context.access.enter(place.directory)
  for (const work of links) {
    if (context.cancelled) return
    const { entry } = work
    const label = context.label(where.job, joinPath(where.path, entry.name))
    try {
      landUnderTemp(context, place, prefix, work, (path) => {
        symlinkSync(toBytes(entry.target ?? ''), toFsPath(path))
        setLinkAttributes(context, path, entry)
      })
    } catch (error) {
      context.fail(label, error, 'destination')
      continue
    }

    context.count('linksCreated')
    context.action('symlink', label)
    context.recordLanded(where.job, where.path, entry)
  }
}

/** Time and owner of a symlink itself. */
export function setLinkAttributes(context: WorkerContext, path: string, entry: Entry): void {
  if (context.options.preserve.owner && entry.uid !== undefined && entry.gid !== undefined) {
    try {
      lchownSync(toFsPath(path), entry.uid, entry.gid)
    } catch (error) {
      if (errnoOf(error) !== 'EPERM') throw error
    }
  }

  if (context.native !== undefined && isBeyondFutimes(entry.mtimeNs))
    context.native.setLinkTimes(toFsPath(path), entry.mtimeNs)
  else lutimesSync(toFsPath(path), Date.now() / 1000, toFutimes(entry.mtimeNs))
}

/** Makes FIFOs, sockets and devices, as far as they are permitted. */
export function copySpecials(
  context: WorkerContext,
  where: Where,
  place: Place,
  specials: readonly FileWork[],
): void {
  const prefix = specials.length === 0 ? '' : context.access.enter(place.directory)
  for (const work of specials) {
    const { entry } = work
    const label = context.label(where.job, joinPath(where.path, entry.name))
    try {
      landUnderTemp(context, place, prefix, work, (path) => makeSpecial(context, path, entry))
    } catch (error) {
      if (errnoOf(error) === 'EPERM') {
        const message = `${displayPath(label)}: only root can make a ${entry.type.replace('-', ' ')}`
        context.failWith(new BlitError('E_SPECIAL', message, { path: label }), label)
      } else context.fail(label, error, 'destination')
      continue
    }

    context.action('special', label)
    context.recordLanded(where.job, where.path, entry)
  }
}

/** Makes a FIFO, socket or device like `entry`. */
export function makeSpecial(context: WorkerContext, path: string, entry: Entry): void {
  const { native, options } = context
  if (native === undefined)
    throw new BlitError('E_SPECIAL', `a ${entry.type} cannot be made on this platform`)
  const bits = (entry.mode ?? 0o600) & (options.preserve.setuid ? 0o7777 : 0o777)
  native.mknod(toFsPath(path), (S_IFMT[entry.type] ?? 0) | bits, entry.rdev ?? 0)
  setLinkAttributes(context, path, entry)
}

/** Makes something under a temp name, then gives it its own. In a staged directory the name is its own at once. */
export function landUnderTemp(
  context: WorkerContext,
  place: Place,
  prefix: string,
  work: FileWork,
  make: (path: string) => void,
): void {
  const name = work.landAs ?? work.entry.name
  if (place.staged) {
    make(prefix + name)
    return
  }

  const temp = context.temp(place.path)
  let placed = false
  try {
    make(prefix + temp)
    commit(context, place, prefix, { temp, name }, work.existing)
    placed = true
  } finally {
    if (!placed) removeTemp(prefix + temp)
  }
}
