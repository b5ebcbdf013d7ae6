import { closeSync, fchmodSync, fchownSync, fstatSync, mkdirSync, openSync } from 'node:fs'

import { BlitError } from '@blit/core'

import type { DirectoryAccess, OpenDirectory } from '../directory/directory-access.js'
import { errnoOf } from '../directory/failure-of.js'
import { OPEN_DIRECTORY } from '../directory/open-flags.js'
import { SESSIONS_DIRECTORY } from './session-names.js'

/** The directory of the sessions of a root, held open: a link of that name is not followed (S12). */
export interface SessionsDirectory {
  /** What goes before a name in it. */
  readonly prefix: string
  readonly close: () => void
}

/** Undefined where there is none, or none for this user to look into. */
export function openSessions(root: OpenDirectory, access: DirectoryAccess): SessionsDirectory | undefined {
  try {
    return open(root, access)
  } catch (error) {
    if (['EACCES', 'ELOOP', 'ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return undefined
    throw error
  }
}

/** Makes it if there is none. Undefined when it vanished meanwhile, because another session has ended. */
export function makeSessions(root: OpenDirectory, access: DirectoryAccess): SessionsDirectory | undefined {
  let made = false
  try {
    mkdirSync(`${access.beside(root)}${SESSIONS_DIRECTORY}`, { mode: 0o700 })
    made = true
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error
  }

  try {
    const sessions = open(root, access)
    if (made && root.fd >= 0 && sessions.fd >= 0) shareLike(root.fd, sessions.fd)
    return sessions
  } catch (error) {
    const errno = errnoOf(error) ?? ''
    if (errno === 'ENOENT') return undefined
    if (errno !== 'ELOOP' && errno !== 'ENOTDIR') throw error
    const message = `'${SESSIONS_DIRECTORY}' is no directory: blit needs that name while it is at work`
    throw new BlitError('E_DESTINATION', message, {
      path: SESSIONS_DIRECTORY,
      hint: 'move it out of the way',
      cause: error,
    })
  }
}

/** Whoever may write into the root may have sessions there; with the sticky bit, each removes only their own. */
function shareLike(rootFd: number, fd: number): void {
  const { gid, mode } = fstatSync(rootFd)
  try {
    fchownSync(fd, -1, gid)
  } catch (error) {
    if (errnoOf(error) !== 'EPERM') throw error
    // Not of that group: then only those who may do everything share it.
    fchmodSync(fd, 0o700)
    return
  }

  const shared = mode & 0o777
  fchmodSync(fd, shared | 0o700 | ((shared & 0o022) === 0 ? 0 : 0o1000))
}

function open(root: OpenDirectory, access: DirectoryAccess): SessionsDirectory & { readonly fd: number } {
  const path = `${root.fd < 0 ? `${root.path}/` : access.beside(root)}${SESSIONS_DIRECTORY}`
  if (access.kind === 'path') return { fd: -1, prefix: `${path}/`, close() {} }
  const fd = openSync(path, OPEN_DIRECTORY)
  return { fd, prefix: access.beside({ fd, path }), close: () => closeSync(fd) }
}
