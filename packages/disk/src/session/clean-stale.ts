import { closeSync, lstatSync, openSync, rmdirSync, unlinkSync } from 'node:fs'

import { toFsPath } from '@blit/core'
import type { Native } from '@blit/native'

import { mainThreadAccess, type DirectoryAccess, type OpenDirectory } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { listNames } from '../directory/list-directory.js'
import { OPEN_DIRECTORY } from '../directory/open-flags.js'
import { endSessionFile, findSessions, type StaleSession } from './session-file.js'
import { isTempOf } from './session-names.js'

/** A temp of an interrupted run, to go on with. */
export interface Resumable {
  /** Directory it is in, relative to the root of the destination. */
  readonly directory: string
  readonly temp: string
}

export interface StaleWork {
  /** By path of the file they are to become, relative to the root of the destination. */
  readonly resumables: ReadonlyMap<string, Resumable>
  /** Ends the old sessions: temps of `resumables` that are not in `keep` are removed. */
  readonly finish: (keep: ReadonlySet<string>) => void
}

/** Removes what ended sessions left beneath `root`, except large files worth resuming. */
export function cleanStaleSessions(
  root: OpenDirectory,
  access: DirectoryAccess,
  native: Native | undefined,
  resume: boolean,
): StaleWork {
  const stale = findSessions(root, access, native).stale.filter(({ lines, ...session }) => {
    if (lines.length > 0) return true
    // Nothing was made in it; perhaps it has just begun, and waits for its file to be free.
    endSessionFile(root, session, access, [])
    return false
  })
  const resumables = new Map<string, Resumable>()
  const chain = new DirectoryChain(root, access)
  try {
    for (const session of stale) {
      const kept = new Set<string>()
      for (const line of session.lines) {
        if (line.kind !== 'large' || !resume) continue
        const directory = line.path.slice(0, Math.max(0, line.path.lastIndexOf('/')))
        resumables.set(line.path, { directory, temp: line.temp })
        kept.add(line.temp)
      }

      removeTemps(chain, access, session, kept)
    }
  } finally {
    chain.close()
  }

  return {
    resumables,
    finish(keep) {
      const chain = new DirectoryChain(root, access)
      for (const session of stale) {
        const lines = session.lines.filter((line) => line.kind === 'large' && keep.has(line.path))
        const temps = new Set(lines.map((line) => (line.kind === 'large' ? line.temp : '')))
        if (resume) removeTemps(chain, access, session, temps)
        if (lines.length > 0) closeSync(session.fd)
        else endSessionFile(root, session, access, [])
      }

      chain.close()
    },
  }
}

function removeTemps(
  chain: DirectoryChain,
  access: DirectoryAccess,
  session: StaleSession,
  kept: ReadonlySet<string>,
): void {
  for (const line of session.lines) {
    const path = line.kind === 'directory' ? line.path : line.path.slice(0, Math.max(0, line.path.lastIndexOf('/')))
    let prefix: string
    let names: string[]
    try {
      prefix = access.beside(chain.open(path))
      names = listNames(prefix)
    } catch {
      // The directory is gone, or no longer ours to enter: so are its temps.
      continue
    }

    for (const name of names) {
      if (!isTempOf(name, session.id) || kept.has(name)) continue
      try {
        removeOwn(prefix, name)
      } catch {
        // Not ours to remove: it does no harm, and the others still go.
      }
    }
  }
}

/**
 * Removes what a session may have made: own files, links, and staged directories with what is in them
 * (a staged directory holds no directories).
 */
function removeOwn(prefix: string, name: string): void {
  const path = toFsPath(prefix + name)
  const stats = lstatSync(path)
  if (process.getuid !== undefined && stats.uid !== process.getuid() && process.getuid() !== 0) return
  if (!stats.isDirectory()) {
    unlinkSync(path)
    return
  }

  const fd = process.platform === 'linux' ? openSync(path, OPEN_DIRECTORY) : -1
  const inside = mainThreadAccess().beside({ fd, path: prefix + name })
  try {
    for (const inner of listNames(inside)) unlinkSync(toFsPath(inside + inner))
  } finally {
    if (fd >= 0) closeSync(fd)
  }

  rmdirSync(path)
}
