/** The last step of a move: the root of the source itself, if nothing is left in it. Anything else is thrown. */
import { fstatSync, rmdirSync } from 'node:fs'

import { toFsPath } from '@blit/core'

import { mainThreadAccess, type OpenDirectory } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { errnoOf } from '../directory/failure-of.js'
import { closeRoot, openRoot } from '../directory/open-root.js'
import { splitPath } from '../directory/split-path.js'

/** Not empty, gone, or named by a link, which stays. */
const STAYS = new Set(['EEXIST', 'ELOOP', 'ENOENT', 'ENOTDIR', 'ENOTEMPTY'])

/** Removes a root that the user has named. False where it stays. */
export function removeEmptyRoot({ path }: OpenDirectory): boolean {
  return tryRemove(path)
}

/** Removes the root at `path` below the directory `top`, entered part by part (S12), if it is still this one. */
export function removeBeneath(top: string, path: string, root: OpenDirectory): boolean {
  const access = mainThreadAccess()
  const opened = openRoot(top)
  const chain = new DirectoryChain(opened, access)
  try {
    const [parent, name] = splitPath(path)
    if (!isSame(chain.open(path), root)) return false
    chain.forget(path)
    return tryRemove(access.beside(chain.open(parent)) + name)
  } catch (error) {
    if (STAYS.has(errnoOf(error) ?? '')) return false
    throw error
  } finally {
    chain.close()
    closeRoot(opened)
  }
}

function tryRemove(path: string): boolean {
  try {
    rmdirSync(toFsPath(path))
    return true
  } catch (error) {
    if (STAYS.has(errnoOf(error) ?? '')) return false
    throw error
  }
}

function isSame(one: OpenDirectory, other: OpenDirectory): boolean {
  if (one.fd < 0 || other.fd < 0) return one.path === other.path
  const a = fstatSync(one.fd, { bigint: true })
  const b = fstatSync(other.fd, { bigint: true })
  return a.ino === b.ino && a.dev === b.dev
}
