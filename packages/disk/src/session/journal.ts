import { checkRelativePath, fromBytes, toBytes } from '@blit/core'

import { isTempOf } from './session-names.js'

/** What a session writes down before it leaves something under a temp name; see `session-file.ts`. */
export type JournalLine =
  /** Temps may be in this directory (relative to the root of the destination). */
  | { readonly kind: 'directory'; readonly path: string }
  /** The temp of a large file, worth resuming. */
  | { readonly kind: 'large'; readonly path: string; readonly temp: string }

/** One line; paths as hex of their bytes, so that no name can break the format. */
export function formatJournalLine(line: JournalLine): string {
  const path = toBytes(line.path).toString('hex')
  return line.kind === 'directory' ? `d ${path}\n` : `l ${path} ${line.temp}\n`
}

/** What can be believed of the journal of a session: paths below the root, temps of its own. A torn last line is left out. */
export function parseJournal(text: string, sessionId: string): JournalLine[] {
  const lines: JournalLine[] = []
  for (const line of text.split('\n').slice(0, -1)) {
    const [kind, hex = '', temp = ''] = line.split(' ')
    const path = fromBytes(Buffer.from(hex, 'hex'))
    if (!isBelowRoot(path)) continue
    if (kind === 'd') lines.push({ kind: 'directory', path })
    else if (kind === 'l' && isTempOf(temp, sessionId)) lines.push({ kind: 'large', path, temp })
  }

  return lines
}

function isBelowRoot(path: string): boolean {
  try {
    checkRelativePath(path)
    return true
  } catch {
    return false
  }
}
