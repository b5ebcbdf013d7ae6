import { Args, BlitCommand, Flags, chooseFlags, filterSpec, reachFlags } from '@blit/core/command'
import { takeOperands } from '../place/take-operands.js'

// For help and completion only: operands are counted below. Never read from stdin, which is not theirs.
const ignoreStdin = true

export default class Check extends BlitCommand {
  static override summary = 'compare two trees, or two files'
  static override description = `compares contents, types and targets of links in SRC and DST, and names every path that differs

The contents of a directory are compared with those of a directory, with or without a '/' behind them; a file with a file, or with the one of its name in a directory. Modes, owners and times are not compared. Exit 0: all is the same; 6: something differs; 3: something could not be read.`
  static override usage = 'check SRC DST [FLAGS]'
  static override examples = [
    {
      description: 'compare a tree with its copy',
      command: '<%= config.bin %> check photos /mnt/backup/photos',
    },
    {
      description: 'is everything there? whatever else there may be',
      command: '<%= config.bin %> check --one-way photos /mnt/backup/photos',
    },
    {
      description: 'a quick look at names and sizes, for a script',
      command: "<%= config.bin %> check --size-only --json --exclude '*.tmp' photos /mnt/backup/photos",
    },
  ]
  static override args = {
    source: Args.string({ description: 'file or directory', ignoreStdin }),
    destination: Args.string({ description: 'what it is compared with', ignoreStdin }),
  }
  static override flags = {
    'size-only': Flags.boolean({ description: 'files of one size are the same', helpGroup: 'COMPARE' }),
    'one-way': Flags.boolean({ description: 'leave out what only DST has', helpGroup: 'COMPARE' }),
    ...chooseFlags,
    ...reachFlags,
  }

  async run(): Promise<void> {
    const { flags, operands, tokens } = await this.parseLine(Check)
    const [source, destination] = takeOperands('check', operands, ['SRC', 'DST'])
    const { printCheck, printCheckJson } = await import('../check/print-check.js')
    const request = {
      source,
      destination,
      filter: filterSpec(flags, tokens),
      sizeOnly: flags['size-only'],
      oneWay: flags['one-way'],
    }
    const reach = await this.reach(flags.insecure)
    this.answer(await (this.jsonEnabled() ? printCheckJson : printCheck)(request, reach))
  }
}
