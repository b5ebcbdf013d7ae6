import { Args, BlitCommand, reachFlags } from '@blit/core/command'
import { takeOperands } from '../place/take-operands.js'

export default class Ping extends BlitCommand {
  static override summary = 'ask whether a daemon is there'
  static override description = `shows what answers at HOST, its address, the version of the wire that both speak, and how long the answer took

HOST is host, host:port or blit://host:port; an IPv6 address is written in brackets. Exit 11: nothing answers.`
  static override usage = 'ping HOST [FLAGS]'
  static override examples = [
    { description: 'is the daemon of this machine running?', command: '<%= config.bin %> ping localhost' },
    { description: 'the same, for a script', command: "<%= config.bin %> ping --json '[::1]:9031'" },
  ]
  static override args = { host: Args.string({ description: 'host[:port]', ignoreStdin: true }) }
  static override flags = { ...reachFlags }

  async run(): Promise<void> {
    const { flags, operands } = await this.parseLine(Ping)
    const [host] = takeOperands('ping', operands, ['HOST'])
    const { printAnswer } = await import('../host/print-answer.js')
    const reach = await this.reach(flags.insecure)
    this.answer(await printAnswer(host, reach, this.jsonEnabled()))
  }
}
