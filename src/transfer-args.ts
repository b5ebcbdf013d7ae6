import { Args } from '@blit/core/command'

// For help and completion only: operands are counted by the commands. Never read from stdin, which is not theirs.
const ignoreStdin = true

/** The operands of copy and move, as help shows them. */
export const transferArgs = {
  source: Args.string({ description: 'file or directory to read; several may be given', ignoreStdin }),
  destination: Args.string({ description: 'where it goes', ignoreStdin }),
}

/** The operand of verbs with one, as help shows it. */
export const targetArgs = {
  target: Args.string({ description: 'file or directory', ignoreStdin }),
}
