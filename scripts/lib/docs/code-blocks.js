/**
 * The fenced blocks of a page, those in lists too.
 * @param {string} markdown
 * @returns {Array<{ language: string, start: number, lines: string[] }>} `start` is the number of the first line inside, from 0
 */
export function codeBlocks(markdown) {
  const blocks = []
  let open
  for (const [number, line] of markdown.split('\n').entries()) {
    const [, fence, language] = /^( *`{3,})(\S*)/.exec(line) ?? []
    if (open === undefined && fence !== undefined)
      open = { fence, language: language ?? '', start: number + 1, lines: [] }
    else if (open !== undefined && line === open.fence) {
      blocks.push({ language: open.language, start: open.start, lines: open.lines })
      open = undefined
    } else open?.lines.push(line)
  }

  return blocks
}

/**
 * The command lines that shell blocks of a page show: of `console` blocks what follows `$ `, of `sh` blocks everything.
 * A command over several lines is one.
 * @param {string} markdown
 */
export function shellCommands(markdown) {
  return codeBlocks(markdown).flatMap(({ language, lines }) => {
    if (language === 'console') return readSession(lines).map(({ command }) => command)
    if (language !== 'sh') return []
    const joined = lines.join('\n').replaceAll('\\\n', ' ')
    const commands = joined.split('\n').map((line) => line.trim())
    return commands.filter((line) => line !== '' && !line.startsWith('#'))
  })
}

/**
 * Commands of a `console` block and what they print. A command starts with `$ `, its further lines with `> `.
 * @param {string[]} lines
 * @returns {Array<{ command: string, printed: string[] }>}
 */
export function readSession(lines) {
  const steps = []
  for (const line of lines) {
    if (line.startsWith('$ ')) steps.push({ command: line.slice(2), printed: [] })
    else if (steps.length === 0) throw new Error(`a console block starts with '$ ', not with '${line}'`)
    else if (line.startsWith('> ')) steps.at(-1).command += `\n${line.slice(2)}`
    else steps.at(-1).printed.push(line)
  }

  return steps
}
