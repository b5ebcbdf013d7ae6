import type { FlagInput } from '@oclif/core/interfaces'
import { BlitError } from '../../errors/blit-error.js'

const LONG = /^--([^=]+)=/s
const SHORT = /^-[A-Za-z]*([A-Za-z])=/s

/**
 * Refuses `--yes=true` and `-y=true`, whose value oclif's parser would take for an operand: what was meant to be a source or
 * a destination moves by one. Throws `E_USAGE`.
 */
export function refuseSwitchValues(argv: readonly string[], flags: FlagInput): void {
  const end = argv.indexOf('--')
  for (const argument of end === -1 ? argv : argv.slice(0, end)) {
    const name = LONG.exec(argument)?.[1] ?? nameOf(SHORT.exec(argument)?.[1], flags)
    const written = argument.slice(0, argument.indexOf('='))
    if (name !== undefined && isSwitch(name, flags))
      throw new BlitError('E_USAGE', `${written} takes no value`, {
        hint: `write ${written} or leave it out`,
      })
  }
}

function nameOf(char: string | undefined, flags: FlagInput): string | undefined {
  return char === undefined ? undefined : Object.keys(flags).find((name) => flags[name]?.char === char)
}

function isSwitch(name: string, flags: FlagInput): boolean {
  const flag = flags[name]
  if (flag !== undefined) return flag.type === 'boolean'
  const asked = name.startsWith('no-') ? flags[name.slice(3)] : undefined
  return asked?.type === 'boolean' && asked.allowNo === true
}
