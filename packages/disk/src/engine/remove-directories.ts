import { rmdirSync } from 'node:fs'

import { toFsPath } from '@blit/core'

import type { DirectoryAccess, OpenDirectory } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { errnoOf } from '../directory/failure-of.js'
import { splitPath } from '../directory/split-path.js'

/**
 * Removes directories that a move has emptied, deepest first; one that still holds something stays. The root
 * (path '') is removed by its own path. Returns how many went.
 */
export function removeDirectories(
  root: OpenDirectory,
  access: DirectoryAccess,
  paths: readonly string[],
  onError: (path: string, error: unknown) => void,
): number {
  const chain = new DirectoryChain(root, access)
  let removed = 0
  for (const path of [...paths].sort((a, b) => depth(b) - depth(a))) {
    try {
      const [parent, name] = splitPath(path)
      chain.forget(path)
      rmdirSync(toFsPath(path === '' ? root.path : access.beside(chain.open(parent)) + name))
      removed++
    } catch (error) {
      // ENOTDIR: with `-L`, a link to a directory stays, for what else of that is not known here.
      if (!['EEXIST', 'ELOOP', 'ENOENT', 'ENOTDIR', 'ENOTEMPTY'].includes(errnoOf(error) ?? ''))
        onError(path, error)
    }
  }

  chain.close()
  return removed
}

/** How many of these directories a move would remove: those in which, and below which, nothing is kept. */
export function countEmptied(paths: readonly string[], kept: readonly string[]): number {
  const stay = new Set<string>()
  for (const path of kept) {
    for (let at = path; !stay.has(at); at = splitPath(at)[0]) {
      stay.add(at)
      if (at === '') break
    }
  }

  return paths.filter((path) => !stay.has(path)).length
}

function depth(path: string): number {
  return path === '' ? 0 : path.split('/').length
}
