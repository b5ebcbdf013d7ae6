import { lstatSync } from 'node:fs'

import { toFsPath } from '@blit/core'

import { looksLikeOurs, sessionOfTemp, SESSIONS_DIRECTORY } from './session-names.js'
import { isSessionsDirectory } from './sessions-directory.js'

/** Without what sessions have in the directory behind `prefix` while they are at work: that is no content. */
export function contentNames(names: string[], prefix: string): string[] {
  if (!names.some((name) => looksLikeOurs(name))) return names
  return names.filter(
    (name) => !isTemp(name, prefix) && !(name === SESSIONS_DIRECTORY && isSessionsDirectory(prefix)),
  )
}

/**
 * Whether a name in the directory behind `prefix` is that of something unfinished: it has the form, and a file of that very
 * session is there or further up. That can be above every root of this run: a session that began where nothing was yet has
 * its file beside its destination, and one into a directory below this root has it in that.
 */
export function isTemp(name: string, prefix: string): boolean {
  const session = sessionOfTemp(name)
  if (session === undefined) return false
  for (let at = prefix; ; at += '../') {
    try {
      if (isThere(`${at}${SESSIONS_DIRECTORY}/${session}`)) return true
      if (isTop(at)) return false
    } catch {
      // Not to be looked at: whoever may write here may look where the sessions are.
      return false
    }
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(toFsPath(path))
    return true
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (['EACCES', 'ENOENT', 'ENOTDIR'].includes(code)) return false
    throw error
  }
}

function isTop(prefix: string): boolean {
  const [here, above] = ['.', '..'].map((name) => lstatSync(toFsPath(prefix + name), { bigint: true }))
  return here?.ino === above?.ino && here?.dev === above?.dev
}
