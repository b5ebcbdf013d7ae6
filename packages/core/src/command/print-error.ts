import type { BlitError } from '../errors/blit-error.js'
import { reportError } from '../orchestrator/error-report.js'
import { displayPath } from '../paths/display.js'
import { tell } from './tell.js'

/** The one line that says what went wrong, where, and what to do about it; safe to print (S21). */
export function errorLine(error: BlitError): string {
  const message = displayPath(error.message)
  const path = error.path === undefined ? '' : displayPath(error.path)
  const where = path === '' || message.includes(path) ? '' : `${path}: `
  const remedy = error.hint === undefined ? '' : ` (${displayPath(error.hint)})`
  return `blit: ${where}${message}${remedy}`
}

/** Reports an error that ended a command: an object on stdout with `json`, a line on stderr without. */
export function printError(error: BlitError, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify({ error: reportError(error) })}\n`)
  else tell(errorLine(error))
  if (wantsStacks()) tell(stackOf(error))
}

function wantsStacks(): boolean {
  return Boolean(process.env['BLIT_DEBUG'] || process.env['DEBUG'])
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const stack = error.stack ?? error.message
  return error.cause === undefined ? stack : `${stack}\ncaused by ${stackOf(error.cause)}`
}
