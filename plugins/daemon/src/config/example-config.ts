import { DAEMON_KEYS, MODULE_KEYS, type ConfigKey } from './config-keys.js'

/** A config with every key, explained. Nothing is served until a module is made of the example. */
export function exampleConfig(): string {
  return [
    '# What `blit daemon start` serves. Keys are commented out where what they show is what holds without them.',
    '',
    '[daemon]',
    ...Object.entries(DAEMON_KEYS).flatMap(([name, key]) => lines(name, key)),
    '',
    '# A directory that others may reach, as often as there are directories.',
    '#[[module]]',
    ...Object.entries(MODULE_KEYS).flatMap(([name, key]) => lines(name, key)),
    '',
  ].join('\n')
}

function lines(name: string, { about, example, preset }: ConfigKey<unknown>): string[] {
  const value = preset === undefined ? example : JSON.stringify(preset)
  return [`# ${about.replaceAll('`', '')}`, `#${name} = ${value}`]
}
