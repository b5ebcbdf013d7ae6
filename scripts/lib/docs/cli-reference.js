import { join } from 'node:path'
import { ROOT } from '../project.js'
import { makeManifest } from '../../manifest.js'

/** Verbs with the same flags, which are described once. */
const TRANSFERS = ['copy', 'mirror', 'move']

/** The order of the reference. */
const ORDER = [
  ...TRANSFERS,
  ...['purge', 'list', 'check', 'du', 'df', 'find', 'ping', 'modules'],
  ...['daemon:start', 'daemon:stop', 'daemon:status', 'daemon:init'],
]

/** The order of flags, and what each group is about. */
const GROUPS = {
  TEST: 'what is found',
  COMPARE: 'when two files are the same',
  CHOOSE: 'what takes part',
  KEEP: 'what is kept beside contents, modification times, mode bits, symlinks and empty directories',
  CARE: 'how careful it is',
  SPEED: 'how much of the machine it takes',
  SAY: 'what is printed, and where',
  REACH: 'who may be talked to',
}

/** The reference of all commands, made from what oclif knows of them. The project must be built. */
export async function cliReference() {
  const own = await commandsOf(['.', 'plugins/utils', 'plugins/daemon'])
  const unknown = Object.keys(own).filter((id) => !ORDER.includes(id))
  if (unknown.length > 0) throw new Error(`say in ORDER where ${unknown.join(' and ')} belong`)
  const [first, ...others] = TRANSFERS.map((id) => JSON.stringify(own[id].flags))
  if (others.some((flags) => flags !== first))
    throw new Error(`${TRANSFERS.join(', ')} differ in their flags`)
  const sections = ORDER.map((id) => commandSection(own[id], TRANSFERS.includes(id)))
  sections.splice(
    TRANSFERS.length,
    0,
    `## Flags of copy, mirror and move\n\n${flagTables(own[TRANSFERS[0]].flags, '###')}`,
  )
  return sections.join('\n\n')
}

async function commandsOf(folders) {
  const manifests = await Promise.all(
    folders.map(async (folder) => JSON.parse(await makeManifest(join(ROOT, folder)))),
  )
  return Object.assign({}, ...manifests.map(({ commands }) => commands))
}

function commandSection(command, sharesFlags) {
  const { id, aliases, summary, description, usage, flags } = command
  return [
    `## blit ${id.replaceAll(':', ' ')}`,
    `${capital(summary)}.`,
    paragraphs(description),
    `\`\`\`text\nblit ${usage}\n\`\`\``,
    aliases.length > 0 && `Also: ${aliases.map((alias) => `\`blit ${alias}\``).join(', ')}.`,
    examples(command),
    sharesFlags
      ? 'Its flags are [those of copy, mirror and move](#flags-of-copy-mirror-and-move).'
      : flagTables(flags),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function examples({ examples: all }) {
  const lines = all.flatMap(({ description, command }) => [
    `# ${description}`,
    command.replaceAll('<%= config.bin %>', 'blit'),
  ])
  return `\`\`\`sh\n${lines.join('\n')}\n\`\`\``
}

function flagTables(flags, heading) {
  const inGroup = (name) => Object.values(flags).filter(({ helpGroup = '' }) => helpGroup === name)
  const names = ['', ...Object.keys(GROUPS)].filter((name) => inGroup(name).length > 0)
  const lost = Object.values(flags).find(({ helpGroup = '' }) => !names.includes(helpGroup))
  if (lost !== undefined) throw new Error(`say in GROUPS what ${lost.helpGroup} is about`)
  if (heading === undefined) return flagTable(names.flatMap((name) => inGroup(name)))
  return names
    .map(
      (name) => `${heading} ${capital(name.toLowerCase())}: ${GROUPS[name]}\n\n${flagTable(inGroup(name))}`,
    )
    .join('\n\n')
}

function flagTable(flags) {
  const rows = flags.map((flag) => `| ${spelling(flag)} | ${cell(flag)} |`)
  return ['| flag | |', '| --- | --- |', ...rows].join('\n')
}

function spelling({ char, name, allowNo, type, helpValue = 'VALUE', options, aliases = [] }) {
  const value = type === 'boolean' ? '' : ` ${options?.join('\\|') ?? helpValue}`
  const long = [name, ...aliases].map((one) => `\`--${allowNo ? '[no-]' : ''}${one}${value}\``)
  return [...(char === undefined ? [] : [`\`-${char}\``]), ...long].join(', ')
}

function cell({ description, multiple, default: preset, exclusive = [] }) {
  const others = exclusive.map((name) => `--${name}`).join(', ')
  const more = [
    multiple && !description.includes('repeated') && 'may be repeated',
    preset !== undefined && `default: ${preset}`,
    others !== '' && `not with ${others}`,
  ].filter(Boolean)
  return escape([description, ...more].join('; '))
}

/** Plain text as Markdown: patterns and operands are full of characters that mean something there. */
const escape = (text) => text.replaceAll(/[*_<>|\\]/g, String.raw`\$&`)

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1)

/** A description as Markdown: paragraphs stay, lines within them do not; each is made a sentence. */
function paragraphs(text) {
  return text
    .split('\n\n')
    .map((paragraph) => capital(escape(paragraph.replaceAll('\n', ' '))))
    .map((paragraph) => (/[.!?]$/.test(paragraph) ? paragraph : `${paragraph}.`))
    .join('\n\n')
}
