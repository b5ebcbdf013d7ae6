import { Args, BlitCommand, reachFlags } from '@blit/core/command'
import { takeOperands } from '../place/take-operands.js'

export default class Df extends BlitCommand {
  static override summary = 'show how much room there is'
  static override description =
    'shows size, used and available bytes, and inodes, of the file system TARGET is on'
  static override usage = 'df TARGET [FLAGS]'
  static override examples = [
    { description: 'is there room for a backup?', command: '<%= config.bin %> df /mnt/backup' },
    { description: 'the same, for a script', command: '<%= config.bin %> df --json /mnt/backup' },
  ]
  static override args = { target: Args.string({ description: 'file or directory', ignoreStdin: true }) }
  static override flags = { ...reachFlags }

  async run(): Promise<void> {
    const { flags, operands } = await this.parseLine(Df)
    const [target] = takeOperands('df', operands, ['TARGET'])
    const { printRoom } = await import('../df/print-room.js')
    const reach = await this.reach(flags.insecure)
    this.answer(await printRoom(target, reach, this.jsonEnabled()))
  }
}
