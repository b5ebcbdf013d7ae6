import type { Native } from '@blit/native'

/**
 * How names in a directory are reached without resolving its path again (S12).
 *
 * - `cwd`: this thread has a working directory of its own (`unshare(CLONE_FS)`); a directory is entered
 *   once by `fchdir`, then its names are bare. Fastest, for worker threads.
 * - `proc`: `/proc/self/fd/N/name`. For the main thread and where unshare is denied.
 * - `path`: absolute paths, where the platform has neither. The race that remains is documented.
 */
export interface DirectoryAccess {
  readonly kind: 'cwd' | 'path' | 'proc'
  /** Makes `dir` the current directory; returns what goes before a name in it until the next `enter`. */
  enter(dir: OpenDirectory): string
  /** What goes before a name in `dir`, whatever directory is current. */
  beside(dir: OpenDirectory): string
}

/** A directory that is held open. */
export interface OpenDirectory {
  /** -1 where directories cannot be held open (Windows). */
  readonly fd: number
  /** Absolute path it was opened by; for messages and for the `path` access. */
  readonly path: string
}

const besideProc = (dir: OpenDirectory): string => `/proc/self/fd/${dir.fd}/`

const procAccess: DirectoryAccess = { kind: 'proc', enter: besideProc, beside: besideProc }

const pathAccess: DirectoryAccess = { kind: 'path', enter: besidePath, beside: besidePath }

function besidePath(dir: OpenDirectory): string {
  return /[/\\]$/.test(dir.path) ? dir.path : `${dir.path}/`
}

/** The access for the main thread: its working directory is the process's and stays. */
export function mainThreadAccess(platform: NodeJS.Platform = process.platform): DirectoryAccess {
  return platform === 'linux' ? procAccess : pathAccess
}

/** The access for a worker thread: `cwd` if the system lets it. */
export function workerAccess(native: Native | undefined): DirectoryAccess {
  if (native?.unshareFs === undefined) return mainThreadAccess()
  try {
    native.unshareFs()
  } catch {
    // A sandbox denies unshare: one more lookup a name, nothing else changes.
    return procAccess
  }

  return cwdAccess(native.fchdir)
}

function cwdAccess(fchdir: (fd: number) => void): DirectoryAccess {
  let current: OpenDirectory | undefined
  return {
    kind: 'cwd',
    enter(dir) {
      // By object, not by number: a closed number is soon another directory's.
      if (dir !== current) {
        fchdir(dir.fd)
        current = dir
      }

      return ''
    },
    beside: besideProc,
  }
}
