import { join } from 'node:path'
import { readJson, ROOT } from '../../scripts/lib/project.js'

interface Command {
  readonly aliases: readonly string[]
  readonly flags: Readonly<Record<string, Flag>>
}

interface Flag {
  readonly char?: string
  readonly allowNo?: boolean
  readonly aliases?: readonly string[]
}

const MANIFESTS = [
  '.',
  'plugins/utils',
  'plugins/daemon',
  ...['plugins', 'help', 'autocomplete', 'version'].map((name) => `node_modules/@oclif/plugin-${name}`),
]

const COMMANDS = new Map<string, Command>()
for (const folder of MANIFESTS) {
  const { commands } = readJson(join(ROOT, folder, 'oclif.manifest.json')) as {
    commands: Record<string, Command>
  }
  for (const [id, command] of Object.entries(commands))
    for (const name of [id, ...command.aliases]) COMMANDS.set(name.replaceAll(':', ' '), command)
}

/** Everywhere. */
const COMMON = new Set(['--help', '-h'])

/** What a shell line asks of `blit` that it does not have: `blit COMMAND` or `blit COMMAND --flag`. */
export function wrongFlags(line: string): string[] {
  return line
    .split(/\|\|?|&&|;/)
    .map((part) => part.trim().split(/\s+/))
    .filter(([program]) => program === 'blit')
    .flatMap(([, ...words]) => wrongWords(words))
}

function wrongWords(words: readonly string[]): string[] {
  const [first = '', second = ''] = words
  if (first.startsWith('-')) return []
  const name = COMMANDS.has(`${first} ${second}`) ? `${first} ${second}` : first
  const command = COMMANDS.get(name)
  if (command === undefined) return [`blit ${first}`]
  const known = new Set([
    ...COMMON,
    ...Object.entries(command.flags).flatMap(([id, flag]) => spellings(id, flag)),
  ])
  return words
    .flatMap((word) => flagsOf(word))
    .filter((flag) => !known.has(flag))
    .map((flag) => `blit ${name} ${flag}`)
}

/** `--name=value` is `--name`; `-yn` is `-y` and `-n`. */
function flagsOf(word: string): string[] {
  if (word.startsWith('--')) return [word.replace(/=.*/, '')].filter((flag) => flag !== '--')
  return /^-[a-zA-Z0-9]+$/.test(word) ? [...word.slice(1)].map((letter) => `-${letter}`) : []
}

function spellings(id: string, { char, allowNo = false, aliases = [] }: Flag): string[] {
  const long = [id, ...aliases].flatMap((name) => [`--${name}`, ...(allowNo ? [`--no-${name}`] : [])])
  return char === undefined ? long : [`-${char}`, ...long]
}
