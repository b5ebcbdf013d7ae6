import * as Flags from '@oclif/core/flags'

const helpGroup = 'SAY'

/** What is said, where and how much. `--json` comes with the base command. */
export const sayFlags = {
  progress: Flags.boolean({
    allowNo: true,
    description: 'show progress on stderr (default: on a terminal live, elsewhere a line now and then)',
    helpGroup,
  }),
  quiet: Flags.boolean({
    char: 'q',
    description: 'say nothing but errors',
    exclusive: ['verbose', 'stats'],
    helpGroup,
  }),
  verbose: Flags.boolean({ char: 'v', description: 'name every path', helpGroup }),
  stats: Flags.boolean({ description: 'end with a table of all counts', helpGroup }),
  'log-file': Flags.string({
    description: 'append every path, failure and summary to FILE',
    helpGroup,
    helpValue: 'FILE',
  }),
}

/** The say flags as the parser gives them. */
export interface SayFlagValues {
  readonly json?: boolean
  readonly progress?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly stats?: boolean
  readonly 'log-file'?: string | undefined
}
