import { EXIT, strongestExit, type BlitError } from '@blit/core'
import type { CheckTally } from './difference.js'

/** What the process answers to what was found, and to what ended the check early. */
export function checkExit({ differing, errors, extra, missing }: CheckTally, error?: BlitError): number {
  return strongestExit([
    error?.exit ?? EXIT.ok,
    missing + extra + differing > 0 ? EXIT.differ : EXIT.ok,
    errors > 0 ? EXIT.partial : EXIT.ok,
  ])
}
