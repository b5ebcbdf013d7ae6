import * as Flags from '@oclif/core/flags'
import { ageFlag, sizeFlag } from './measure-flags.js'

const helpGroup = 'CHOOSE'

/** What takes part. */
export const chooseFlags = {
  exclude: Flags.string({
    description: 'leave out what matches G; of includes and excludes the first that matches wins',
    helpGroup,
    helpValue: 'G',
    multiple: true,
    multipleNonGreedy: true,
  }),
  include: Flags.string({
    description: 'take what matches G',
    helpGroup,
    helpValue: 'G',
    multiple: true,
    multipleNonGreedy: true,
  }),
  'filter-from': Flags.string({
    description: 'read patterns from FILE, taken at this place in the order: + G, - G, # comment',
    helpGroup,
    helpValue: 'FILE',
    multiple: true,
    multipleNonGreedy: true,
  }),
  'min-size': sizeFlag({ description: 'only files at least this large (K M G T, Ki Mi Gi Ti)', helpGroup }),
  'max-size': sizeFlag({ description: 'only files at most this large', helpGroup }),
  'min-age': ageFlag({ description: 'only files changed at least this long ago (s m h d w)', helpGroup }),
  'max-age': ageFlag({ description: 'only files changed at most this long ago', helpGroup }),
}

/** The list of paths, for verbs that take one. */
export const filesFromFlag = {
  'files-from': Flags.string({
    description:
      'only the paths listed in FILE (- is stdin), separated by NUL or newline, relative to the source',
    helpGroup,
    helpValue: 'FILE',
  }),
}
