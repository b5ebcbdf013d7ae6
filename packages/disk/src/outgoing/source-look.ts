import { closeSync, fstatSync, lstatSync, openSync, readlinkSync, statSync, type BigIntStats } from 'node:fs'

import { BlitError, toFsPath } from '@blit/core'

import { isBeneath } from '../directory/beneath.js'
import type { OpenDirectory } from '../directory/directory-access.js'
import { errnoOf } from '../directory/failure-of.js'
import { O_PATH } from '../directory/open-flags.js'

const LOOK = { bigint: true, throwIfNoEntry: false } as const

/** How symlinks of a source are taken. */
export interface LinkRules {
  /** As what they lead to (`-L`). */
  readonly copyLinks: boolean
  /** With `copyLinks`: nothing that they lead to outside of this directory takes part. */
  readonly confine?: OpenDirectory
}

/** Looks at `name` behind `prefix`. Undefined if there is nothing, or a symlink that shall be followed leads nowhere. */
export function lookAtSource(prefix: string, name: string, rules: LinkRules): BigIntStats | undefined {
  const path = toFsPath(prefix + name)
  if (!rules.copyLinks) return lstatSync(path, LOOK)
  if (rules.confine === undefined) return statSync(path, LOOK)
  const stats = lstatSync(path, LOOK)
  return stats?.isSymbolicLink() === true ? lookBeneath(path, rules.confine) : stats
}

/** Throws where an open file of the source is not where it may be. */
export function checkConfined(fd: number, { copyLinks, confine }: LinkRules): void {
  if (copyLinks && confine !== undefined && !isBeneath(confine, fd)) throw leadsOut()
}

/** The bytes of a symlink's target. */
export function readTarget(prefix: string, name: string): Uint8Array {
  return readlinkSync(toFsPath(prefix + name), { encoding: 'buffer' })
}

function lookBeneath(path: Buffer | string, confine: OpenDirectory): BigIntStats | undefined {
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
    return fstatSync(fd, { bigint: true })
  } finally {
    closeSync(fd)
  }
}

function leadsOut(): BlitError {
  return new BlitError('E_READ', 'the symlink leads out of what may be read')
}
