import { fromBytes, toBytes } from '@blit/core'

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

/** What can be understood of a journal; a torn last line is left out. */
export function parseJournal(text: string): JournalLine[] {
  const lines: JournalLine[] = []
  for (const line of text.split('\n').slice(0, -1)) {
    const [kind, hex = '', temp] = line.split(' ')
    const path = fromBytes(Buffer.from(hex, 'hex'))
    if (kind === 'd') lines.push({ kind: 'directory', path })
    else if (kind === 'l' && temp !== undefined) lines.push({ kind: 'large', path, temp })
  }

  return lines
}
