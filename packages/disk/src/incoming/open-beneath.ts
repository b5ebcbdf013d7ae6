import { mkdirSync } from 'node:fs'

import { checkRelativePath, toFsPath } from '@blit/core'

import { mainThreadAccess, type OpenDirectory } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { errnoOf } from '../directory/failure-of.js'
import {
  closeRoot,
  countMissing,
  makeRoot,
  newDirectoryMode,
  openRoot,
  statRoot,
} from '../directory/open-root.js'
import { existingAncestor } from '../directory/same-mount.js'
import { splitPath } from '../directory/split-path.js'
import type { Home } from '../session/home.js'
import { SESSIONS_DIRECTORY } from '../session/session-names.js'
import type { IncomingPlace } from './incoming-transfer.js'

/** A directory of a destination or source, opened for a session. */
export interface OpenedBeneath {
  /** The directory itself, or the deepest one on the way to it that is there. */
  readonly directory: OpenDirectory
  /**
   * `absent`: it is not there, and nothing was made. `unmade`: it is to be made in `directory`, where `place` says; what is
   * above it was made.
   */
  readonly state: 'absent' | 'present' | 'unmade'
  readonly place: IncomingPlace
  /** How many directories were made, or would have been, itself included. */
  readonly made: number
  readonly close: () => void
}

/**
 * Opens `path` below the directory `root`, part by part and without following a symlink (S12). With `make` what is missing
 * above it is made. Throws the errno.
 */
export function openBeneath(root: string, path: string, make: boolean): OpenedBeneath {
  checkRelativePath(path)
  const top = openRoot(root)
  const access = mainThreadAccess()
  const chain = new DirectoryChain(top, access)
  // Of its own: the chain gives up what is above the last that it has opened.
  const above = new DirectoryChain(top, access)
  const close = (): void => {
    chain.close()
    above.close()
    closeRoot(top)
  }

  try {
    const parts = path === '' ? [] : path.split('/')
    const name = parts.at(-1) ?? ''
    let directory: OpenDirectory = top
    let made = 0
    for (const [depth, part] of parts.entries()) {
      const at = parts.slice(0, depth + 1).join('/')
      try {
        directory = chain.open(at)
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') throw error
        if (!make) {
          const missing = parts.length - depth
          return { directory, state: 'absent', place: { root: directory }, made: missing, close }
        }

        made++
        if (depth === parts.length - 1)
          return { directory, state: 'unmade', place: { parent: directory, name }, made, close }
        mkdirSync(toFsPath(access.beside(directory) + part), { mode: newDirectoryMode() })
        directory = chain.open(at)
      }
    }

    const beside =
      parts.length === 0
        ? {}
        : { beside: { directory: above.open(parts.slice(0, -1).join('/')), prefix: name } }
    return { directory, state: 'present', place: { root: directory, ...beside }, made, close }
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
    const close = (): void => closeRoot(directory)
    return { directory, state: 'absent', place: { root: directory }, made: countMissing(path), close }
  }

  const [above, name] = splitPath(path.replace(/\/+$/, ''))
  const parent = above === '' ? '/' : above
  if (existed || ['', '.', '..'].includes(name)) {
    const made = makeRoot(path)
    const directory = openRoot(path)
    const beside = openBeside(parent, name)
    const close = (): void => {
      closeRoot(directory)
      if (beside !== undefined) closeRoot(beside.directory)
    }
    return {
      directory,
      state: 'present',
      place: { root: directory, ...(beside === undefined ? {} : { beside }) },
      made,
      close,
    }
  }

  const made = makeRoot(parent) + 1
  const directory = openRoot(parent)
  const close = (): void => closeRoot(directory)
  return { directory, state: 'unmade', place: { parent: directory, name }, made, close }
}

/** The directory that a root is in, if a session has worked there. */
function openBeside(parent: string, name: string): Home | undefined {
  if (['', '.', '..'].includes(name) || statRoot(`${parent}/${SESSIONS_DIRECTORY}`) === undefined)
    return undefined
  return { directory: openRoot(parent), prefix: name }
}
