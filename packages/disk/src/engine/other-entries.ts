import { symlinkSync } from 'node:fs'

import { BlitError, displayPath, joinPath, toBytes, toFsPath } from '@blit/core'

import { errnoOf } from '../directory/failure-of.js'
import { makeSpecial, setLinkAttributes } from './special-files.js'
import { commit } from './commit.js'
import { removeTemp } from './take-name.js'
import type { Place } from './place.js'
import type { FileWork } from './messages.js'
import type { WorkerContext } from './worker-context.js'

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
