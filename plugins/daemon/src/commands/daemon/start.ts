import { BlitCommand, Flags } from '@blit/core/command'
import { refuseOperands } from '../../process/refuse-operands.js'

export default class DaemonStart extends BlitCommand {
  static override summary = 'serve directories to other machines'
  static override description = `serves modules, in the foreground, until SIGTERM or SIGINT

When it is ready, one line on stdout says so: listening on ADDRESS:PORT. The log is on stderr, with --json as JSON lines. Without --config and --module it reads daemon.toml in the config directory.

Beyond loopback it does not start without --insecure: this version has no TLS and no credentials.`
  static override usage = 'daemon start [FLAGS]'
  static override examples = [
    {
      description: 'serve one directory on this machine',
      command: '<%= config.bin %> daemon start --module data=/srv/data',
    },
    {
      description: 'serve a directory for reading only, on any free port',
      command: '<%= config.bin %> daemon start --module docs=/srv/docs:ro --port 0',
    },
    {
      description: 'serve what a config says',
      command: '<%= config.bin %> daemon start --config /etc/blit/daemon.toml',
    },
  ]
  static override flags = {
    config: Flags.string({ description: 'read modules and settings from FILE (TOML)', helpValue: 'FILE' }),
    module: Flags.string({
      description: 'serve the directory PATH as NAME, with :ro for reading only',
      helpValue: 'NAME=PATH[:ro]',
      multiple: true,
      multipleNonGreedy: true,
    }),
    bind: Flags.string({ description: 'listen on the IP address A (default: 127.0.0.1)', helpValue: 'A' }),
    port: Flags.integer({
      description: 'listen on port N; 0 picks a free one (default: 9031)',
      helpValue: 'N',
      min: 0,
      max: 65_535,
    }),
    insecure: Flags.boolean({ description: 'talk in clear and without a credential beyond loopback' }),
  }

  async run(): Promise<void> {
    const { flags, operands } = await this.parseLine(DaemonStart)
    refuseOperands('daemon start', operands)
    const { runDaemon } = await import('../../process/run-daemon.js')
    await runDaemon({
      request: {
        config: flags.config,
        defaultConfig: `${this.config.configDir}/daemon.toml`,
        modules: flags.module ?? [],
        bind: flags.bind,
        port: flags.port,
        insecure: flags.insecure ?? false,
      },
      json: this.jsonEnabled(),
      warn: (message) => this.notice(message),
      signal: this.signal,
    })
  }
}
