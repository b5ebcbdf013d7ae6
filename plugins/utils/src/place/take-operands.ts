import { BlitError } from '@blit/core'

/** The operands of a command that takes exactly these, by name. Rejects with `E_USAGE`. */
export function takeOperands<const Names extends readonly string[]>(
  command: string,
  operands: readonly string[],
  names: Names,
): { readonly [Index in keyof Names]: string } {
  const wanted = names.join(' and ')
  const hint = `see \`blit help ${command}\``
  if (operands.length < names.length)
    throw new BlitError('E_USAGE', `${command} needs ${names.slice(operands.length).join(' and ')}`, { hint })
  if (operands.length > names.length)
    throw new BlitError('E_USAGE', `${command} takes ${wanted}, not ${operands.length} operands`, { hint })
  if (operands.includes(''))
    throw new BlitError('E_USAGE', 'an operand is empty', { hint: "write '.' for this directory" })
  return [...operands] as unknown as { readonly [Index in keyof Names]: string }
}
