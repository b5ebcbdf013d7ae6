import { mkdirSync } from 'node:fs'

import { checkRelativePath, toFsPath } from '@blit/core'

import { mainThreadAccess, type OpenDirectory } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { errnoOf } from '../directory/failure-of.js'
import { closeRoot, countMissing, makeRoot, openRoot, statRoot } from '../directory/open-root.js'
import { existingAncestor } from '../directory/same-mount.js'

/** A directory beneath a root, opened part by part without following a symlink (S12). */
export interface OpenedBeneath {
  readonly directory: OpenDirectory
  /** `absent`: it is not there and was not made; `directory` is the deepest one on the way to it that is. */
  readonly state: 'absent' | 'fresh' | 'present'
  /** How many directories were made, or would have been. */
  readonly made: number
  readonly close: () => void
}

/** Opens `path` below the directory `root`. What is missing is made with `make`, else it is `absent`. Throws the errno. */
export function openBeneath(root: string, path: string, make: boolean): OpenedBeneath {
  checkRelativePath(path)
  const top = openRoot(root)
  const access = mainThreadAccess()
  const chain = new DirectoryChain(top, access)
  const close = (): void => {
    chain.close()
    closeRoot(top)
  }

  try {
    const parts = path === '' ? [] : path.split('/')
    let directory: OpenDirectory = top
    let made = 0
    for (const [depth, name] of parts.entries()) {
      const at = parts.slice(0, depth + 1).join('/')
      try {
        directory = chain.open(at)
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') throw error
        if (!make) return { directory, state: 'absent', made: parts.length - depth, close }
        mkdirSync(toFsPath(access.beside(directory) + name))
        made++
        directory = chain.open(at)
      }
    }

    return { directory, state: made > 0 ? 'fresh' : 'present', made, close }
  } catch (error) {
    close()
    throw error
  }
}

/** Opens a directory that the user has named: symlinks on the way are followed. Else as {@link openBeneath}. */
export function openLocal(path: string, make: boolean): OpenedBeneath {
  const existed = statRoot(path) !== undefined
  if (!existed && !make) {
    const directory = openRoot(existingAncestor(path))
    return { directory, state: 'absent', made: countMissing(path), close: () => closeRoot(directory) }
  }

  const made = existed ? 0 : makeRoot(path)
  const directory = openRoot(path)
  return { directory, state: existed ? 'present' : 'fresh', made, close: () => closeRoot(directory) }
}
