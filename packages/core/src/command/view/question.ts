import { isatty } from 'node:tty'
import type { DeleteAnswer, DeleteQuestion } from '../../orchestrator/orchestrator-deps.js'
import { displayPath } from '../../paths/display.js'
import { formatBytes } from '../../units/format.js'
import { toBlitError } from '../to-blit-error.js'
import { countOf } from './count-of.js'

const STDIN = 0
const STDERR = 2

/** How an answer is got: the prompt's options in, true for yes. */
export type Prompt = (options: { message: string; default: boolean }) => Promise<boolean>

/** Whether somebody is there to ask. */
export function hasTerminal(): boolean {
  // Not by `process.stdin`, which would be opened by it.
  return isatty(STDIN) && isatty(STDERR)
}

/** The lines that go before the question: what would be deleted. */
export function describePlan({ operation, target, plan }: DeleteQuestion): string[] {
  const unseen = plan.entries - plan.sample.length
  const why = operation === 'mirror' ? ' that the source does not have' : ''
  return [
    `${countOf(plan.entries, 'entry', 'entries')} (${formatBytes(plan.bytes)}) in ${displayPath(target)}${why}:`,
    ...plan.sample.map((path) => `  ${displayPath(path)}`),
    ...(unseen > 0 ? [`  and ${countOf(unseen, 'more', 'more')}`] : []),
  ]
}

/** The question itself. */
export function deleteMessage({ plan }: DeleteQuestion): string {
  return plan.entries === 1 ? 'Delete it?' : `Delete these ${countOf(plan.entries, 'entry', 'entries')}?`
}

/** Asks for the plan to be carried out. Rejects with `E_INTERRUPTED` when interrupted at the prompt. */
export async function askToDelete(
  question: DeleteQuestion,
  signal: AbortSignal,
  prompt: Prompt,
): Promise<DeleteAnswer> {
  try {
    return (await prompt({ message: deleteMessage(question), default: false })) ? 'yes' : 'no'
  } catch (error) {
    throw toBlitError(error, signal)
  }
}

/** Asks for a line that is not empty. */
export async function askForText(message: string, signal: AbortSignal): Promise<string> {
  const { input } = await import('@inquirer/prompts')
  return input({ message, required: true }, { output: process.stderr, signal })
}
