import { linkSync } from 'node:fs'

import { joinPath, toFsPath, type Entry } from '@blit/core'

import { statEntry } from '../directory/list-directory.js'
import { commit } from '../engine/commit.js'
import type { Place } from '../engine/place.js'
import { removeTemp } from '../engine/take-name.js'
import type { WorkerContext } from '../engine/worker-context.js'
import { NOWHERE } from './incoming-setup.js'

/** Another name of an inode. */
export interface Follower {
  readonly index: number
  /** Index of the name that has come before. */
  readonly leader: number
  /** Directory, relative to the root. */
  readonly path: string
  readonly entry: Entry
}

/** Makes a follower a link to its leader, unless it is one. False, and reported, where that failed. */
export function linkFollower(
  context: WorkerContext,
  { entry, path }: Follower,
  leader: { readonly directory: string; readonly name: string },
): boolean {
  const label = context.label(0, joinPath(path, entry.name))
  try {
    const from = context.extras.open(leader.directory)
    const led = statEntry(context.access.beside(from), leader.name)
    const place: Place = {
      directory: context.options.dryRun ? NOWHERE : context.destination.open(path),
      path,
      staged: false,
    }
    context.count('filesScanned')
    if (!context.options.dryRun) {
      const prefix = context.access.beside(place.directory)
      const existing = statEntry(prefix, entry.name)
      const isLinked =
        led?.inode !== undefined &&
        existing?.inode?.ino === led.inode.ino &&
        existing.inode.dev === led.inode.dev
      if (isLinked) {
        context.count('filesSkipped')
        return true
      }

      const temp = context.temp(path)
      linkSync(toFsPath(context.access.beside(from) + leader.name), toFsPath(prefix + temp))
      try {
        commit(context, place, prefix, { temp, name: entry.name }, existing)
      } catch (error) {
        removeTemp(prefix + temp)
        throw error
      }
    }

    context.count('linksCreated')
    context.action('hardlink', label)
    return true
  } catch (error) {
    context.fail(label, error, 'destination')
    return false
  }
}
