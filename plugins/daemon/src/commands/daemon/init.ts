import { BlitCommand, Flags } from '@blit/core/command'
import { refuseOperands } from '../../process/refuse-operands.js'

export default class DaemonInit extends BlitCommand {
  static override summary = 'write an example config'
  static override description = `writes a config in which every key is explained, to be edited; never over an existing file`
  static override usage = 'daemon init [FLAGS]'
  static override examples = [
    { description: 'write daemon.toml in the config directory', command: '<%= config.bin %> daemon init' },
    {
      description: 'write it elsewhere',
      command: '<%= config.bin %> daemon init --config /etc/blit/daemon.toml',
    },
  ]
  static override flags = {
    config: Flags.string({ description: 'write FILE', helpValue: 'FILE' }),
  }

  async run(): Promise<unknown> {
    const { flags, operands } = await this.parseLine(DaemonInit)
    refuseOperands('daemon init', operands)
    const { writeExample } = await import('../../config/write-example.js')
    const { displayPath } = await import('@blit/core')
    const path = flags.config ?? `${this.config.configDir}/daemon.toml`
    writeExample(path)
    this.print(`wrote ${displayPath(path)}: name a module in it, then run \`blit daemon start\``)
    return { operation: 'daemon init', config: path }
  }
}
