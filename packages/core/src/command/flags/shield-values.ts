import type { FlagInput } from '@oclif/core/interfaces'

// NUL cannot be part of an argument (execve(2)), so nothing else starts with it.
const SHIELD = '\0'
const LONG_WITH_VALUE = /^--([^=]+)=(-.*)$/s

/**
 * Protects the values of `--exclude=-a.txt` and the like from oclif's parser, which takes a value that starts
 * like a flag for one, also behind '='. {@link unshield} gives the value back.
 */
export function shieldValues(argv: readonly string[], flags: FlagInput): string[] {
  const end = argv.indexOf('--')
  return argv.map((argument, index) => {
    if (end !== -1 && index > end) return argument
    const [, name = '', value = ''] = LONG_WITH_VALUE.exec(argument) ?? []
    return flags[name]?.type === 'option' ? `--${name}=${SHIELD}${value}` : argument
  })
}

/** The value as the user wrote it; of a list, each. Other values stay as they are. */
export function unshield<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => unshield(item)) as T
  return typeof value === 'string' && value.startsWith(SHIELD) ? (value.slice(SHIELD.length) as T) : value
}
