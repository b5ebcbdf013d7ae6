import { closeSync, openSync } from 'node:fs'

import { toFsPath } from '@blit/core'

import { mainThreadAccess } from '../directory/directory-access.js'
import { errnoOf } from '../directory/failure-of.js'
import { listNames } from '../directory/list-directory.js'
import { OPEN_DIRECTORY } from '../directory/open-flags.js'
import { isSessionId, SESSIONS_DIRECTORY } from './session-names.js'

/** Whether `.blit-sessions` is what blit makes, and not a user's own directory. */
export function isSessionsDirectory(prefix: string): boolean {
  const path = prefix + SESSIONS_DIRECTORY
  if (process.platform === 'win32') return holdsSessions(`${path}/`)
  let fd: number
  try {
    fd = openSync(toFsPath(path), OPEN_DIRECTORY)
  } catch (error) {
    // Another user's, who is at work here.
    return errnoOf(error) === 'EACCES'
  }

  try {
    return holdsSessions(mainThreadAccess().beside({ fd, path }))
  } finally {
    closeSync(fd)
  }
}

function holdsSessions(prefix: string): boolean {
  try {
    return listNames(prefix).every((name) => isSessionId(name))
  } catch {
    return false
  }
}
