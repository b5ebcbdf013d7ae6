import { lstatSync, mkdirSync } from 'node:fs'

import { BlitError, displayPath, toFsPath } from '@blit/core'

import type { DirectoryAccess, OpenDirectory } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { splitPath } from '../directory/split-path.js'
import type { DirectoryState } from './messages.js'

/** What is at the place where a tree is to go. */
export interface ReachedPlace {
  readonly state: DirectoryState
  /** Something that is no directory has its name. */
  readonly replaces?: 'file'
  /** How many directories were made on the way. */
  readonly made: number
}

/** Makes the directories that lead to `path` below the root, never through a symlink, and looks at what is there. */
export function reachPlace(
  root: OpenDirectory,
  access: DirectoryAccess,
  path: string,
  dryRun: boolean,
): ReachedPlace {
  const chain = new DirectoryChain(root, access)
  try {
    const [parent, name] = splitPath(path)
    let made = 0
    let reached = ''
    for (const step of parent === '' ? [] : parent.split('/')) {
      const kind = kindOf(access.beside(chain.open(reached)) + step)
      if (kind === 'other') {
        throw new BlitError(
          'E_DESTINATION',
          `'${displayPath(root.path)}/${displayPath(parent)}' leads through what is no directory`,
          { path },
        )
      }

      if (kind === 'nothing') {
        if (dryRun) return { state: 'absent', made }
        mkdirSync(toFsPath(access.beside(chain.open(reached)) + step), { mode: 0o755 })
        made++
      }

      reached = reached === '' ? step : `${reached}/${step}`
    }

    const kind = kindOf(access.beside(chain.open(reached)) + name)
    if (kind === 'directory') return { state: 'present', made }
    return { state: 'absent', made, ...(kind === 'other' ? { replaces: 'file' as const } : {}) }
  } finally {
    chain.close()
  }
}

function kindOf(path: string): 'directory' | 'nothing' | 'other' {
  const stats = lstatSync(toFsPath(path), { throwIfNoEntry: false })
  if (stats === undefined) return 'nothing'
  return stats.isDirectory() ? 'directory' : 'other'
}
