/**
 * A session's file: `.blit-sessions/SESSION` in the root of the destination.
 *
 * 1. It is made before the first temp, and locked (`flock`) while the process lives: the kernel frees the
 *    lock however the process ends.
 * 2. Before the first temp in a directory the directory is written into it, before a large file its temp.
 * 3. At a clean end it is removed, with the directory if that is empty.
 * 4. The next run finds the files whose lock is free: those temps, and no others, are resumed or removed.
 */
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { constants } from 'node:fs'
import { hostname } from 'node:os'

import type { Native } from '@blit/native'

import type { DirectoryAccess, OpenDirectory } from '../directory/directory-access.js'
import { errnoOf } from '../directory/failure-of.js'
import { listNames } from '../directory/list-directory.js'
import { formatJournalLine, parseJournal, type JournalLine } from './journal.js'
import { makeSessions, openSessions, type SessionsDirectory } from './open-sessions.js'
import { isSessionId, SESSIONS_DIRECTORY } from './session-names.js'

const CREATE =
  constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0)
const OPEN = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
/** Larger than what any session writes: no such file is read, or touched. */
const MAX_BYTES = 256 * 1024 * 1024

/** Makes and locks the session's file; returns its descriptor, to be used by every thread. */
export function createSessionFile(
  root: OpenDirectory,
  sessionId: string,
  access: DirectoryAccess,
  native: Native | undefined,
): number {
  for (;;) {
    const sessions = makeSessions(root, access)
    if (sessions === undefined) continue
    try {
      const fd = createIn(sessions, sessionId, native)
      if (fd !== undefined) return fd
    } catch (error) {
      endIn(sessions, sessionId)
      removeSessions(root, access)
      throw error
    } finally {
      sessions.close()
    }
  }
}

/** Undefined when it has to be tried again. */
function createIn(
  sessions: SessionsDirectory,
  sessionId: string,
  native: Native | undefined,
): number | undefined {
  let fd: number
  try {
    fd = openSync(sessions.prefix + sessionId, CREATE, 0o600)
  } catch (error) {
    // Another session has just removed the empty directory, or is about to remove this file.
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'EEXIST') return undefined
    throw error
  }

  let begun = false
  try {
    begun = begin(fd, native)
    return begun ? fd : undefined
  } finally {
    if (!begun) closeSync(fd)
  }
}

/** False where another run has found it before the lock was ours, and taken it for one that has ended. */
function begin(fd: number, native: Native | undefined): boolean {
  if (tryLock(fd, native) === false || fstatSync(fd).nlink === 0) return false
  append(fd, `blit 1 ${process.pid} ${hostname()}\n`)
  return true
}

/** Undefined where there are no locks. */
function tryLock(fd: number, native: Native | undefined): boolean | undefined {
  try {
    return native?.flock(fd, 'exclusive')
  } catch (error) {
    if (!['EINVAL', 'ENOLCK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(errnoOf(error) ?? '')) throw error
    return undefined
  }
}

function append(fd: number, text: string): void {
  const bytes = Buffer.from(text, 'latin1')
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done)
}

export function appendToSessionFile(fd: number, line: JournalLine): void {
  append(fd, formatJournalLine(line))
}

/** Ends a session: `keep` are the lines that the next run shall find. */
export function endSessionFile(
  root: OpenDirectory,
  session: { readonly id: string; readonly fd: number },
  access: DirectoryAccess,
  keep: readonly JournalLine[],
): void {
  const sessions = openSessions(root, access)
  try {
    if (keep.length > 0) {
      ftruncateSync(session.fd, 0)
      append(session.fd, `blit 1 0 ${hostname()}\n${keep.map((line) => formatJournalLine(line)).join('')}`)
    } else if (sessions !== undefined) endIn(sessions, session.id)
  } finally {
    closeSync(session.fd)
    sessions?.close()
  }

  if (keep.length === 0) removeSessions(root, access)
}

function endIn(sessions: SessionsDirectory, id: string): void {
  try {
    unlinkSync(sessions.prefix + id)
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error
  }
}

/** Where others are at work, or the directory is another user's, it stays. */
function removeSessions(root: OpenDirectory, access: DirectoryAccess): void {
  try {
    rmdirSync(`${access.beside(root)}${SESSIONS_DIRECTORY}`)
  } catch (error) {
    if (!['EACCES', 'EEXIST', 'ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EPERM'].includes(errnoOf(error) ?? ''))
      throw error
  }
}

export interface StaleSession {
  readonly id: string
  /** Locked by us as long as it is open. */
  readonly fd: number
  readonly lines: readonly JournalLine[]
}

/** The sessions beneath `root` whose process has ended, each locked now, and the ids of those alive. */
export function findSessions(
  root: OpenDirectory,
  access: DirectoryAccess,
  native: Native | undefined,
): { readonly stale: StaleSession[]; readonly alive: string[] } {
  const found: { stale: StaleSession[]; alive: string[] } = { stale: [], alive: [] }
  const sessions = openSessions(root, access)
  if (sessions === undefined) return found
  try {
    for (const id of listNames(sessions.prefix)) {
      if (!isSessionId(id)) continue
      const session = takeOver(sessions.prefix, id, native)
      if (session === undefined) found.alive.push(id)
      else found.stale.push(session)
    }
  } finally {
    sessions.close()
  }

  return found
}

function takeOver(prefix: string, id: string, native: Native | undefined): StaleSession | undefined {
  let fd: number
  try {
    fd = openSync(prefix + id, OPEN)
  } catch {
    // Not ours to open, or gone: then it is not ours to clean.
    return undefined
  }

  const stats = fstatSync(fd)
  const own =
    stats.isFile() &&
    stats.size <= MAX_BYTES &&
    stats.nlink === 1 &&
    (process.getuid === undefined || stats.uid === process.getuid())
  const locked = own ? tryLock(fd, native) : false
  const text = locked === false ? '' : readFileSync(fd, 'latin1')
  if (locked === false || (locked === undefined && processLives(text))) {
    closeSync(fd)
    return undefined
  }

  return { id, fd, lines: parseJournal(text, id) }
}

/** Where there are no locks: whether the process that wrote the first line still runs, on this machine. */
function processLives(text: string): boolean {
  const [, , pid = '0', host] = text.slice(0, text.indexOf('\n')).split(' ')
  if (host !== hostname()) return true
  try {
    return Number(pid) > 0 && process.kill(Number(pid), 0)
  } catch (error) {
    return errnoOf(error) === 'EPERM'
  }
}
