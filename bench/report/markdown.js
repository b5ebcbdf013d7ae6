export const seconds = (/** @type {number} */ ms) =>
  ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`

/** For a cell of a table: a `|` would end it, in code too. @param {string} text */
export const code = (text) => `\`${text.replaceAll('|', '\\|')}\``

/** A table of Markdown. @param {string[]} head @param {string[][]} rows */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
