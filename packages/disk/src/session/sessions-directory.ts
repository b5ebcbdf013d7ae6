import { listNames } from '../directory/list-directory.js'
import { isSessionId, SESSIONS_DIRECTORY } from './session-names.js'

/** Whether `.blit-sessions` is what blit makes, and not a user's own directory. */
export function isSessionsDirectory(prefix: string): boolean {
  try {
    return listNames(`${prefix}${SESSIONS_DIRECTORY}/`).every((name) => isSessionId(name))
  } catch {
    return false
  }
}
