import { BlitError, displayPath } from '@blit/core'

/** The commands of the daemon take flags only. Rejects with `E_USAGE`. */
export function refuseOperands(command: string, [first]: readonly string[]): void {
  if (first === undefined) return
  throw new BlitError('E_USAGE', `${command} takes no operand, and '${displayPath(first)}' is one`, {
    hint: `see \`blit ${command} --help\``,
  })
}
