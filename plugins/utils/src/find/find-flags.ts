import type { EntryType } from '@blit/core'
import { Flags, ageFlag, countFlag, sizeFlag } from '@blit/core/command'

const TYPES = {
  f: 'file',
  d: 'directory',
  l: 'symlink',
  p: 'fifo',
  s: 'socket',
  c: 'char-device',
  b: 'block-device',
} as const satisfies Record<string, EntryType>

type TypeLetter = keyof typeof TYPES

const helpGroup = 'TEST'

/** What can be tested, and how it is printed. */
export const findFlags = {
  name: Flags.string({
    description: 'names that match G; of several, one has to',
    helpGroup,
    helpValue: 'G',
    multiple: true,
    multipleNonGreedy: true,
  }),
  path: Flags.string({
    description:
      'paths that match G, by the rules of --include: dir/*.c at any depth, /dir/*.c from TARGET on',
    helpGroup,
    helpValue: 'G',
    multiple: true,
    multipleNonGreedy: true,
  }),
  type: Flags.option({
    description: 'files, directories, links, pipes, sockets, character or block devices; may be repeated',
    helpGroup,
    options: Object.keys(TYPES) as TypeLetter[],
    multiple: true,
    multipleNonGreedy: true,
  })(),
  'min-size': sizeFlag({
    description: 'regular files at least this large (K M G T, Ki Mi Gi Ti)',
    helpGroup,
  }),
  'max-size': sizeFlag({ description: 'regular files at most this large', helpGroup }),
  'min-age': ageFlag({ description: 'changed at least this long ago (s m h d w)', helpGroup }),
  'max-age': ageFlag({ description: 'changed at most this long ago', helpGroup }),
  empty: Flags.boolean({ description: 'files without content, directories without entries', helpGroup }),
  depth: countFlag({ description: 'look at this many levels below TARGET', min: 1, helpGroup }),
  print0: Flags.boolean({
    // As xargs has it; the parser takes any character, its types only letters.
    char: '0' as 'z',
    description: 'end each path with a NUL, its bytes as they are',
    exclusive: ['long', 'json'],
    helpGroup: 'SAY',
  }),
  long: Flags.boolean({
    char: 'l',
    description: 'print type and mode, size and modification time too',
    helpGroup: 'SAY',
  }),
}

/** The types the letters stand for. */
export function typesOf(letters: readonly TypeLetter[]): EntryType[] {
  return letters.map((letter) => TYPES[letter])
}
