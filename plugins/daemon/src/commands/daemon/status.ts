import { BlitCommand, Flags } from '@blit/core/command'
import { refuseOperands } from '../../process/refuse-operands.js'

export default class DaemonStatus extends BlitCommand {
  static override summary = 'show which daemons of this user run'
  static override description =
    'shows address, process, start and modules of each daemon of this user; exit 11 where none runs'
  static override usage = 'daemon status [FLAGS]'
  static override examples = [
    { description: 'show all daemons', command: '<%= config.bin %> daemon status' },
    {
      description: 'does one serve this port?',
      command: '<%= config.bin %> daemon status --port 9031 --json',
    },
  ]
  static override flags = {
    port: Flags.integer({ description: 'only the daemon on port N', helpValue: 'N', min: 1, max: 65_535 }),
  }

  async run(): Promise<unknown> {
    const { flags, operands } = await this.parseLine(DaemonStatus)
    refuseOperands('daemon status', operands)
    const { EXIT } = await import('@blit/core')
    const { runningDaemons } = await import('../../process/pid-file.js')
    const { searchedDirectories } = await import('../../process/state-directory.js')
    const { reportDaemon, statusLine } = await import('../../process/report-daemon.js')
    const all = runningDaemons(searchedDirectories(flags.port))
    const daemons = all
      .filter(({ port }) => flags.port === undefined || port === flags.port)
      .map((one) => reportDaemon(one))
    for (const daemon of daemons) this.print(statusLine(daemon))
    if (daemons.length === 0) {
      this.print(flags.port === undefined ? 'no daemon runs' : `no daemon runs on port ${flags.port}`)
      this.answer(EXIT.unreachable)
    }

    return { operation: 'daemon status', daemons }
  }
}
