import { Args, BlitCommand, reachFlags } from '@blit/core/command'
import { takeOperands } from '../place/take-operands.js'

export default class Modules extends BlitCommand {
  static override summary = 'list the modules of a daemon'
  static override description = `lists the modules that the daemon at HOST offers: name, whether they can be written, comment

MODULE is then at blit://HOST/MODULE, or HOST:/MODULE. HOST is host, host:port or blit://host:port; an IPv6 address is written in brackets.`
  static override usage = 'modules HOST [FLAGS]'
  static override examples = [
    { description: 'what does this machine offer?', command: '<%= config.bin %> modules localhost' },
    { description: 'the same, for a script', command: '<%= config.bin %> modules --json nas:9031' },
  ]
  static override args = { host: Args.string({ description: 'host[:port]', ignoreStdin: true }) }
  static override flags = { ...reachFlags }

  async run(): Promise<void> {
    const { flags, operands } = await this.parseLine(Modules)
    const [host] = takeOperands('modules', operands, ['HOST'])
    const { printModules } = await import('../host/print-modules.js')
    const reach = await this.reach(flags.insecure)
    this.answer(await printModules(host, reach, this.jsonEnabled()))
  }
}
