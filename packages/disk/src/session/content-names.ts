import { isTempOf, looksLikeOurs, looksLikeTemp, SESSIONS_DIRECTORY } from './session-names.js'
import { isSessionsDirectory } from './sessions-directory.js'

/** Without what sessions have in the directory behind `prefix` while they are at work: that is no content. */
export function contentNames(names: string[], prefix: string, sessions: readonly string[]): string[] {
  if (!names.some((name) => looksLikeOurs(name))) return names
  return names.filter(
    (name) => !isTempOfAny(name, sessions) && !(name === SESSIONS_DIRECTORY && isSessionsDirectory(prefix)),
  )
}

/** Whether a name is that of something unfinished of one of these sessions. */
export function isTempOfAny(name: string, sessions: readonly string[]): boolean {
  return looksLikeTemp(name) && sessions.some((id) => isTempOf(name, id))
}
