import { Args, BlitCommand, Flags, countFlag, reachFlags } from '@blit/core/command'
import { takeOperands } from '../place/take-operands.js'

export default class Du extends BlitCommand {
  static override summary = 'show how much is in a directory'
  static override description = `shows size, bytes on disk, files and directories of TARGET and of every directory in it

A file with several names counts once. Sizes are exact, or on a terminal for the eye.`
  static override usage = 'du TARGET [FLAGS]'
  static override examples = [
    { description: 'what is large here?', command: '<%= config.bin %> du --depth 1 --sort size .' },
    { description: 'one sum, for a script', command: '<%= config.bin %> du --summarize --json photos' },
  ]
  static override args = { target: Args.string({ description: 'file or directory', ignoreStdin: true }) }
  static override flags = {
    depth: countFlag({ description: 'show directories down to this many levels below TARGET', min: 0 }),
    summarize: Flags.boolean({ char: 's', description: 'show TARGET alone', exclusive: ['depth'] }),
    sort: Flags.option({
      description: 'order: path, or size with the largest first',
      options: ['path', 'size'] as const,
      default: 'path',
    })(),
    human: Flags.boolean({
      allowNo: true,
      description: 'sizes for the eye (default: on a terminal)',
    }),
    ...reachFlags,
  }

  async run(): Promise<void> {
    const { flags, operands } = await this.parseLine(Du)
    const [target] = takeOperands('du', operands, ['TARGET'])
    const { printUsage } = await import('../du/print-usage.js')
    const depth = flags.summarize ? 0 : (flags.depth ?? Number.POSITIVE_INFINITY)
    const reach = await this.reach(flags.insecure)
    const options = {
      sort: flags.sort,
      human: flags.human ?? Boolean(process.stdout.isTTY),
      json: this.jsonEnabled(),
    }
    this.answer(await printUsage({ target, depth }, reach, options))
  }
}
