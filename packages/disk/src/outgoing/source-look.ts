import { closeSync, openSync, readlinkSync, statSync } from 'node:fs'

import { BlitError, toFsPath } from '@blit/core'

import { isBeneath } from '../directory/beneath.js'
import type { OpenDirectory } from '../directory/directory-access.js'
import { errnoOf } from '../directory/failure-of.js'
import { O_PATH } from '../directory/open-flags.js'
import { fstat, lstat, StatWords } from '../directory/stat-words.js'

const LOOK = { bigint: true, throwIfNoEntry: false } as const

/** How symlinks of a source are taken. */
export interface LinkRules {
  /** As what they lead to (`-L`). */
  readonly copyLinks: boolean
  /** With `copyLinks`: nothing that they lead to outside of this directory takes part. */
  readonly confine?: OpenDirectory
}

/** Looks at `name` behind `prefix`. Undefined if there is nothing, or a symlink that shall be followed leads nowhere. */
export function lookAtSource(prefix: string, name: string, rules: LinkRules): StatWords | undefined {
  const path = toFsPath(prefix + name)
  if (!rules.copyLinks) return lstat(path)
  if (rules.confine === undefined) {
    const stats = statSync(path, LOOK)
    return stats && new StatWords().set(stats)
  }

  const seen = lstat(path)
  return seen?.type === 'symlink' ? lookBeneath(path, rules.confine) : seen
}

/** Throws where an open file of the source is not where it may be. */
export function checkConfined(fd: number, { copyLinks, confine }: LinkRules): void {
  if (copyLinks && confine !== undefined && !isBeneath(confine, fd)) throw leadsOut()
}

/** The bytes of a symlink's target. */
export function readTarget(prefix: string, name: string): Uint8Array {
  return readlinkSync(toFsPath(prefix + name), { encoding: 'buffer' })
}

function lookBeneath(path: Buffer | string, confine: OpenDirectory): StatWords | undefined {
  if (O_PATH === 0) throw leadsOut()
  let fd: number
  try {
    // A handle only: opening some devices does things.
    fd = openSync(path, O_PATH)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined
    throw error
  }

  try {
    if (!isBeneath(confine, fd)) throw leadsOut()
    return fstat(fd)
  } finally {
    closeSync(fd)
  }
}

function leadsOut(): BlitError {
  return new BlitError('E_READ', 'the symlink leads out of what may be read')
}
