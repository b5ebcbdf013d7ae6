import { BlitError } from '@blit/core'
import { askForText, hasTerminal } from '@blit/core/command'

/** The operands of a transfer. */
export interface TransferOperands {
  readonly sources: readonly string[]
  readonly destination: string
}

/** Sources and destination of a verb, which are asked for where none is given and somebody is there to ask. */
export async function transferOperands(
  verb: 'copy' | 'mirror' | 'move',
  operands: readonly string[],
  signal: AbortSignal,
): Promise<TransferOperands> {
  const given =
    operands.length === 0 && verb !== 'move' && hasTerminal() ? await askForBoth(verb, signal) : operands
  const destination = given.at(-1)
  if (destination === undefined) throw missing(verb, 'a source and a destination')
  if (given.length === 1) throw missing(verb, 'a destination')
  if (verb === 'mirror' && given.length > 2) {
    throw new BlitError(
      'E_USAGE',
      `mirror takes one source and one destination, not ${given.length} operands`,
    )
  }

  refuseEmpty(given)
  return { sources: given.slice(0, -1), destination }
}

/** The one operand of a verb, which is asked for where `ask` says so. */
export async function targetOperand(
  verb: string,
  operands: readonly string[],
  ask?: { readonly message: string; readonly signal: AbortSignal },
): Promise<string> {
  const given =
    operands.length === 0 && ask && hasTerminal() ? await askAll([ask.message], ask.signal) : operands
  const [target, ...more] = given
  if (target === undefined) throw missing(verb, 'a target')
  if (more.length > 0) throw new BlitError('E_USAGE', `${verb} takes one target, not ${given.length}`)
  refuseEmpty(given)
  return target
}

async function askForBoth(verb: 'copy' | 'mirror', signal: AbortSignal): Promise<string[]> {
  const [what, where] =
    verb === 'copy' ? ['Copy what?', 'To where?'] : ['Mirror which directory?', 'Onto which directory?']
  return askAll([what, where], signal)
}

async function askAll(messages: readonly string[], signal: AbortSignal): Promise<string[]> {
  const answers: string[] = []
  for (const message of messages) answers.push(await askForText(message, signal))
  return answers
}

function missing(verb: string, what: string): BlitError {
  return new BlitError('E_USAGE', `${verb} needs ${what}`, { hint: `see \`blit help ${verb}\`` })
}

function refuseEmpty(operands: readonly string[]): void {
  if (operands.includes(''))
    throw new BlitError('E_USAGE', 'an operand is empty', { hint: "write '.' for this directory" })
}
