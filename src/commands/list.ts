import { BlitCommand, Flags, reachFlags } from '@blit/core/command'
import { targetOperand } from '../operands.js'
import { targetArgs } from '../transfer-args.js'

export default class List extends BlitCommand {
  static override aliases = ['ls']
  static override summary = 'list what is at a place'
  static override description = `lists type and mode, size, modification time and name of what is in TARGET, or of TARGET itself`
  static override usage = 'list TARGET [FLAGS]'
  static override examples = [
    { description: 'list a directory', command: '<%= config.bin %> list /mnt/backup' },
    {
      description: 'list a tree, for a script',
      command: '<%= config.bin %> list --recursive --json /mnt/backup',
    },
  ]
  static override args = targetArgs
  static override flags = {
    recursive: Flags.boolean({ char: 'r', description: 'list what is below, too' }),
    ...reachFlags,
  }

  async run(): Promise<void> {
    const { flags, operands } = await this.parseLine(List)
    const target = await targetOperand('list', operands)
    const { listing } = await import('../list/listing.js')
    const { printJson, printLines } = await import('../list/print-listing.js')
    const reach = await this.reach(flags.insecure)
    const parts = listing({ ...reach, target, recursive: flags.recursive })
    this.answer(await (this.jsonEnabled() ? printJson(target, parts, this.signal) : printLines(parts)))
  }
}
