import { codeBlocks, readSession } from './code-blocks.js'
import { runSession } from './run-session.js'

/** What differs from run to run. */
const FLEETING = [
  [/ in \d+(?:\.\d+)?(?:s|m \d\ds)/g, ' in TIME'],
  [/("durationMs":)\d+/g, '$1N'],
  [/^(seconds +)\d+\.\d+/g, '$1N'],
  [/, [\d.]+ [kMGTP]?B\/s\)/g, ', RATE)'],
]

/** A line that stands for any number of lines. */
const ANY = '...'

/**
 * Runs the `console` blocks of a page, all in one session.
 * @param {string} markdown
 * @returns {Array<{ block: number, command: string, printed: string[], actual: string[], same: boolean }>}
 */
export function runPage(markdown) {
  const steps = codeBlocks(markdown)
    .filter(({ language }) => language === 'console')
    .flatMap(({ lines, start }) => readSession(lines).map((step) => ({ block: start, ...step })))
  if (steps.length === 0) return []
  const outputs = runSession(steps.map(({ command }) => command))
  return steps.map((step, i) => {
    const actual = outputs[i].length === 1 && outputs[i][0] === '' ? [] : outputs[i]
    return { ...step, actual, same: isSame(step.command, step.printed, actual) }
  })
}

/** The page with what its commands really print, where that is something else. @param {string} markdown */
export function refreshPage(markdown) {
  const steps = runPage(markdown)
  if (steps.every(({ same }) => same)) return markdown
  const lines = markdown.split('\n')
  const blocks = codeBlocks(markdown).filter(({ language }) => language === 'console')
  for (const { start, lines: old } of blocks.reverse()) {
    const fresh = steps
      .filter(({ block }) => block === start)
      .flatMap(({ command, printed, actual, same }) => [
        `$ ${command.replaceAll('\n', '\n> ')}`,
        ...(same ? printed : actual),
      ])
    lines.splice(start, old.length, ...fresh)
  }

  return lines.join('\n')
}

/** @param {string} command @param {string[]} printed @param {string[]} actual */
function isSame(command, printed, actual) {
  const [expected, got] = [printed, actual].map((lines) => lines.map((line) => withoutFleeting(line)))
  if (expected.includes(ANY)) return matches(expected, got)
  // Paths scroll by in the order in which the file system lists them.
  const anyOrder = / (?:-[a-zA-Z]*[nv][a-zA-Z]*|--dry-run|--verbose)\b/.test(command)
  return (anyOrder ? expected.sort() : expected).join('\n') === (anyOrder ? got.sort() : got).join('\n')
}

function matches([expected, ...others], lines) {
  if (expected === undefined) return lines.length === 0
  if (expected === ANY)
    return Array.from({ length: lines.length + 1 }, (_, i) => i).some((i) => matches(others, lines.slice(i)))
  return expected === lines[0] && matches(others, lines.slice(1))
}

function withoutFleeting(line) {
  let text = line
  for (const [pattern, name] of FLEETING) text = text.replace(pattern, name)
  return text
}
