import { closeSync, fchmodSync, lstatSync, openSync, rmdirSync, unlinkSync } from 'node:fs'

import { directoryOf, toFsPath } from '@blit/core'
import type { Native } from '@blit/native'

import { mainThreadAccess, type DirectoryAccess, type OpenDirectory } from '../directory/directory-access.js'
import { DirectoryChain } from '../directory/directory-chain.js'
import { listNames } from '../directory/list-directory.js'
import { OPEN_DIRECTORY } from '../directory/open-flags.js'
import type { Home, Resumable } from './home.js'
import { endSessionFile, findSessions, type StaleSession } from './session-file.js'
import { isTempOf } from './session-names.js'

export interface StaleWork {
  /** By path of the file they are to become, relative to the root of the destination. */
  readonly resumables: ReadonlyMap<string, Resumable>
  /** Ends the old sessions: temps of `resumables` that are not in `keep` are removed. */
  readonly finish: (keep: ReadonlySet<string>) => void
}

/**
 * Removes what ended sessions have left where these homes' sessions worked, except large files worth resuming. The
 * first home is the root of the destination or the directory beside it; paths are relative to the root.
 */
export function cleanStaleSessions(
  homes: readonly Home[],
  access: DirectoryAccess,
  native: Native | undefined,
  resume: boolean,
): StaleWork {
  const cleaned = homes.flatMap((home) =>
    findStale(home.directory, access, native).map((session) => ({
      home,
      session,
      large: session.lines.filter((line) => line.kind === 'large'),
    })),
  )
  const best = new Map<string, Resumable & { readonly blocks: number }>()
  for (const { home, large } of resume ? cleaned : []) {
    for (const { path, temp } of large) {
      const relative = pathBelow(home.prefix, path)
      if (relative === undefined) continue
      // Of several killed runs, one has taken over the temp of another: what matters is where the content is.
      const blocks = blocksOf(home.directory, access, directoryOf(path), temp)
      if (blocks > (best.get(relative)?.blocks ?? -1))
        best.set(relative, { directory: directoryOf(relative), temp, blocks })
    }
  }

  const resumed = new Set([...best.values()].map(({ temp }) => temp))
  for (const { home, session, large } of cleaned) {
    const others = large.filter(({ path }) => pathBelow(home.prefix, path) === undefined)
    removeTemps(home.directory, access, session, new Set([...resumed, ...others.map(({ temp }) => temp)]))
  }

  return {
    resumables: best,
    finish(keep) {
      for (const { home, session, large } of cleaned) {
        // Of other destinations: theirs to resume.
        const kept = large.filter(
          ({ path }) =>
            keep.has(pathBelow(home.prefix, path) ?? path) || pathBelow(home.prefix, path) === undefined,
        )
        if (resume) removeTemps(home.directory, access, session, new Set(kept.map(({ temp }) => temp)))
        if (kept.length > 0) closeSync(session.fd)
        else endSessionFile(home.directory, session, access, [])
      }
    },
  }
}

/** What of a temp is on disk; -1 where there is none. */
function blocksOf(root: OpenDirectory, access: DirectoryAccess, directory: string, temp: string): number {
  const chain = new DirectoryChain(root, access)
  try {
    return lstatSync(toFsPath(access.beside(chain.open(directory)) + temp)).blocks
  } catch {
    return -1
  } finally {
    chain.close()
  }
}

/** Ended sessions that have left something. */
function findStale(root: OpenDirectory, access: DirectoryAccess, native: Native | undefined): StaleSession[] {
  return findSessions(root, access, native).stale.filter(({ lines, ...session }) => {
    if (lines.length > 0) return true
    // Nothing was made in it; perhaps it has just begun, and waits for its file to be free.
    endSessionFile(root, session, access, [])
    return false
  })
}

function pathBelow(prefix: string, path: string): string | undefined {
  if (prefix === '') return path
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : undefined
}

function removeTemps(
  root: OpenDirectory,
  access: DirectoryAccess,
  session: StaleSession,
  kept: ReadonlySet<string>,
): void {
  const chain = new DirectoryChain(root, access)
  for (const path of new Set(
    session.lines.map((line) => (line.kind === 'directory' ? line.path : directoryOf(line.path))),
  )) {
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

  chain.close()
}

/** Removes what a session has made: own files, links, and directories with all that is in them. */
function removeOwn(prefix: string, name: string): void {
  const path = toFsPath(prefix + name)
  const stats = lstatSync(path)
  if (process.getuid !== undefined && stats.uid !== process.getuid() && process.getuid() !== 0) return
  if (!stats.isDirectory()) {
    unlinkSync(path)
    return
  }

  const fd = process.platform === 'linux' ? openSync(path, OPEN_DIRECTORY) : -1
  try {
    if (fd >= 0 && (stats.mode & 0o700) !== 0o700) fchmodSync(fd, 0o700)
    const inside = mainThreadAccess().beside({ fd, path: prefix + name })
    for (const inner of listNames(inside)) removeOwn(inside, inner)
  } finally {
    if (fd >= 0) closeSync(fd)
  }

  rmdirSync(path)
}
