import { BlitError, EXIT, isBlitError } from '@blit/core'

/** Which of two operands something is about. A single operand is a source. */
export type Side = 'destination' | 'source'

/**
 * What went wrong with a thing that the user named: what would be one failure among many inside a tree ends the
 * command there, with the exit code of its side. Other errors stay as they are.
 */
export function operandError(error: unknown, operand: string, side: Side): unknown {
  if (isBlitError(error) && error.code === 'E_NO_MODULE' && side === 'destination')
    return new BlitError('E_NO_MODULE', error.message, {
      path: operand,
      hint: error.hint,
      exit: EXIT.destination,
      cause: error,
    })
  if (!isBlitError(error) || error.exit !== EXIT.partial) return error
  const code = side === 'source' ? 'E_SOURCE_UNREADABLE' : 'E_DESTINATION'
  return new BlitError(code, error.message, {
    path: operand,
    hint: 'check the path and its permissions',
    cause: error,
  })
}
