import { randomBytes } from 'node:crypto'

/** Directory in a destination's root that holds a file for each session that is landing something there. */
export const SESSIONS_DIRECTORY = '.blit-sessions'

const SESSION = /^[0-9a-f]{16}$/
const TEMP = /^\.blit-([0-9a-f]{16})-\d+$/

export function newSessionId(): string {
  return randomBytes(8).toString('hex')
}

export function isSessionId(name: string): boolean {
  return SESSION.test(name)
}

/** Temp names are never built from the name of the file: 255 bytes are no case of their own. */
export function tempName(sessionId: string, counter: number): string {
  return `.blit-${sessionId}-${counter}`
}

/** Whether a name may be a temp's or the sessions': the quick question before the others. */
export function looksLikeOurs(name: string): boolean {
  return name.startsWith('.blit-')
}

/** The session a name of this form is of. A user's file may have it too: the form alone permits nothing. */
export function sessionOfTemp(name: string): string | undefined {
  return looksLikeOurs(name) ? TEMP.exec(name)?.[1] : undefined
}

export function isTempOf(name: string, sessionId: string): boolean {
  return sessionOfTemp(name) === sessionId
}
