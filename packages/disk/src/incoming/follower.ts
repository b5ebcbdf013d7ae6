import { linkSync } from 'node:fs'

import { isPassedOver, joinPath, toFsPath, type Entry } from '@blit/core'

import { statEntry } from '../directory/list-directory.js'
import { errnoOf } from '../directory/failure-of.js'
import { commit } from '../engine/commit.js'
import type { Place } from '../engine/place.js'
import { rehearseBackup } from '../engine/rehearse.js'
import { removeTemp } from '../engine/take-name.js'
import type { WorkerContext } from '../engine/worker-context.js'

/** Another name of an inode. */
export interface Follower {
  readonly index: number
  /** Index of the name that has come before. */
  readonly leader: number
  /** The directory it is in: its index plus 1. */
  readonly directory: number
  /** Relative to the root. */
  readonly path: string
  readonly entry: Entry
}

interface Name {
  readonly directory: string
  readonly name: string
}

/** Makes a follower a link to its leader, unless it is one. False where it is left alone, or that failed, which is reported. */
export function linkFollower(context: WorkerContext, { entry, path }: Follower, leader: Name): boolean {
  const label = context.label(0, joinPath(path, entry.name))
  try {
    context.count('filesScanned')
    const led = lookAt(context, leader)
    const existing = lookAt(context, { directory: path, name: entry.name })
    if (isPassedOver(entry, existing, context.options.compare)) {
      context.count('filesSkipped')
      return false
    }

    if (isOne(led, existing)) {
      context.count('filesSkipped')
      return true
    }

    if (context.options.dryRun)
      rehearseBackup(context, { job: 0, path }, { entry, ...(existing === undefined ? {} : { existing }) })
    else link(context, { directory: path, name: entry.name }, leader, existing)
    context.count('linksCreated')
    context.action('hardlink', label)
    return true
  } catch (error) {
    context.fail(label, error, 'destination')
    return false
  }
}

function link(context: WorkerContext, to: Name, leader: Name, existing: Entry | undefined): void {
  const from = context.extras.open(leader.directory)
  const place: Place = {
    directory: context.destination.open(to.directory),
    path: to.directory,
    staged: false,
  }
  const prefix = context.access.beside(place.directory)
  const temp = context.temp(to.directory)
  linkSync(toFsPath(context.access.beside(from) + leader.name), toFsPath(prefix + temp))
  try {
    commit(context, place, prefix, { temp, name: to.name }, existing)
  } catch (error) {
    removeTemp(prefix + temp)
    throw error
  }
}

/** In a dry run directories may be missing, too. */
function lookAt(context: WorkerContext, { directory, name }: Name): Entry | undefined {
  try {
    return statEntry(context.access.beside(context.extras.open(directory)), name)
  } catch (error) {
    if (context.options.dryRun && ['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return undefined
    throw error
  }
}

function isOne(one: Entry | undefined, other: Entry | undefined): boolean {
  return one?.inode !== undefined && one.inode.ino === other?.inode?.ino && one.inode.dev === other.inode.dev
}
