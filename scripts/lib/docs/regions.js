/** Replaces what a page holds between `<!-- made by scripts/docs.js: NAME -->` and `<!-- end of NAME -->`. */
export function replaceRegion(markdown, name, content) {
  const start = `<!-- made by scripts/docs.js: ${name} -->\n`
  const end = `\n<!-- end of ${name} -->`
  const from = markdown.indexOf(start)
  const to = markdown.indexOf(end)
  if (from === -1 || to < from) throw new Error(`the page has no region '${name}'`)
  return `${markdown.slice(0, from + start.length)}\n${content.trim()}\n${markdown.slice(to)}`
}
