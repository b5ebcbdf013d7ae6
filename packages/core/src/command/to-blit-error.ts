import { BlitError, isBlitError } from '../errors/blit-error.js'
import { EXIT } from '../errors/exit-codes.js'

/** What oclif hangs on its errors. */
interface OclifError extends Error {
  readonly oclif?: { readonly exit?: number }
  /** Set by the parser's own errors. */
  readonly parse?: unknown
  readonly code?: string
  readonly suggestions?: readonly string[]
}

const SEE_HELP = /\n*See more help with --help\s*$/
const FLAG_VALUE = /^Parsing --(\S+)\s+([^]*)$/
const UNMET = /^The following errors? occurred:\s*/
// oclif colours its list of reasons.
const COLOURS = /\u001B\[[\d;]*m/g

/** Any thrown thing as the one error blit reports. What nobody foresaw becomes `E_UNEXPECTED`. */
export function toBlitError(thrown: unknown, signal?: AbortSignal): BlitError {
  if (signal?.aborted && isBlitError(signal.reason) && isAbort(thrown)) return signal.reason
  if (isBlitError(thrown)) return refine(thrown)
  if (!(thrown instanceof Error)) return unexpected(String(thrown), thrown)
  if (thrown.name === 'ExitPromptError') {
    return new BlitError('E_INTERRUPTED', 'interrupted at a question', { exit: EXIT.sigint, cause: thrown })
  }

  return isOclifError(thrown)
    ? fromOclif(thrown)
    : unexpected(firstLine(thrown.message) || thrown.name, thrown)
}

/** The exit code of oclif's way to end a command early (`this.exit(n)`), which is no error; else undefined. */
export function silentExit(thrown: unknown): number | undefined {
  const error = thrown as OclifError | undefined
  return error?.code === 'EEXIT' ? (error.oclif?.exit ?? EXIT.ok) : undefined
}

function isOclifError(error: OclifError): boolean {
  return error.oclif !== undefined || error.parse !== undefined
}

function isAbort(thrown: unknown): boolean {
  return !isBlitError(thrown) && thrown instanceof Error && thrown.name.startsWith('Abort')
}

// A flag's parse function may throw a BlitError; oclif then writes around its message.
function refine(error: BlitError): BlitError {
  const message = tidy(error.message)
  if (message === error.message) return error
  const { exit, hint, path, cause } = error
  return new BlitError(error.code, message, { exit, hint, path, cause })
}

function fromOclif(error: OclifError): BlitError {
  const message = tidy(error.message)
  const hint = error.suggestions?.[0]
  return new BlitError('E_USAGE', message, { exit: usageExit(error), ...(hint && { hint }), cause: error })
}

// 127 is what oclif's plugins answer to an unknown command; 1 and 2 are its two defaults for refusals.
function usageExit(error: OclifError): number {
  const exit = error.oclif?.exit
  return exit === undefined || exit === 0 || exit === 1 || exit === 127 ? EXIT.usage : exit
}

function tidy(message: string): string {
  const plain = message.replaceAll(COLOURS, '').replace(SEE_HELP, '')
  const [, flag, reason] = FLAG_VALUE.exec(plain) ?? []
  if (flag !== undefined && reason !== undefined) return `--${flag}: ${oneLine(reason)}`
  if (UNMET.test(plain)) return firstReason(plain.replace(UNMET, ''))
  const [, names] = /^Nonexistent flags?: ([^]*)$/.exec(plain) ?? []
  return names === undefined ? oneLine(plain) : `unknown flag ${names}`
}

function firstReason(reasons: string): string {
  return firstLine(reasons).replace(/^(--[\w-]+)=\S*/, '$1')
}

function unexpected(message: string, cause: unknown): BlitError {
  return new BlitError('E_UNEXPECTED', message, { cause })
}

function firstLine(text: string): string {
  return (text.split('\n').find((line) => line.trim() !== '') ?? '').trim()
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, '; ')
}
