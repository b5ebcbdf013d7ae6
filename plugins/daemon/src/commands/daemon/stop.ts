import { BlitCommand, Flags } from '@blit/core/command'
import { refuseOperands } from '../../process/refuse-operands.js'

export default class DaemonStop extends BlitCommand {
  static override summary = 'end a daemon of this user'
  static override description = `tells a daemon to end, and waits until it has

Transfers under way end cleanly; they go on where they stopped when they are started again.`
  static override usage = 'daemon stop [FLAGS]'
  static override examples = [
    { description: 'end the only daemon that runs', command: '<%= config.bin %> daemon stop' },
    { description: 'end the one on a port', command: '<%= config.bin %> daemon stop --port 9031' },
  ]
  static override flags = {
    port: Flags.integer({ description: 'the daemon on port N', helpValue: 'N', min: 1, max: 65_535 }),
  }

  async run(): Promise<unknown> {
    const { flags, operands } = await this.parseLine(DaemonStop)
    refuseOperands('daemon stop', operands)
    const { chooseDaemon } = await import('../../process/choose-daemon.js')
    const { runningDaemons } = await import('../../process/pid-file.js')
    const { searchedDirectories } = await import('../../process/state-directory.js')
    const { stopDaemon } = await import('../../process/stop-daemon.js')
    const { reportDaemon } = await import('../../process/report-daemon.js')
    const daemon = chooseDaemon(runningDaemons(searchedDirectories(flags.port)), flags.port)
    await stopDaemon(daemon, this.signal)
    const report = reportDaemon(daemon)
    this.print(`stopped the daemon on ${report.address}`)
    return { operation: 'daemon stop', daemons: [report] }
  }
}
