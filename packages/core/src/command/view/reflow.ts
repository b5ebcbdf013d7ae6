import { stripVTControlCharacters } from 'node:util'

/** To the row above, which becomes empty. Not all at once to the end of the screen: some terminals keep what goes so. */
const ERASE_ABOVE = '\u001B[1A\u001B[2K'

/**
 * What is to be written before a block of lines is drawn over, when the terminal is narrower than what it was drawn for: a line
 * that is too long takes several rows. Leaves the cursor as far below the first row as the block has lines, so that
 * whoever erases that many gets to where it began.
 */
export function eraseReflowed(block: string, columns: number): string {
  const lines = stripVTControlCharacters(block).split('\n')
  // Names in wide characters take more than this.
  const rows = lines.map((line) => Math.max(1, Math.ceil([...line].length / columns)))
  const above = rows.reduce((sum, count) => sum + count) - 1
  if (above === lines.length - 1) return ''
  return `\r${ERASE_ABOVE.repeat(above)}${'\n'.repeat(lines.length - 1)}`
}
