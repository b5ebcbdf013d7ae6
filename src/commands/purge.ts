import type { TransferReport } from '@blit/core'
import { chooseFlags, filterSpec, guardFlags, reachFlags, sayFlags } from '@blit/core/command'
import { targetOperand } from '../operands.js'
import { targetArgs } from '../transfer-args.js'
import { TransferCommand } from '../transfer-command.js'

export default class Purge extends TransferCommand {
  static override summary = 'delete a tree, after a look at it'
  static override description = `deletes TARGET; with a '/' behind it, only its contents; with filters, only what matches

Shows what it found and asks; without a terminal it needs --yes. Symlinks are removed, never followed.`
  static override usage = 'purge TARGET [FLAGS]'
  static override examples = [
    { description: 'delete a directory', command: '<%= config.bin %> purge build' },
    { description: 'empty a directory', command: '<%= config.bin %> purge build/' },
    {
      description: 'delete old logs, from a script',
      command: "<%= config.bin %> purge --yes --include '*.log' --exclude '*' --min-age 30d /var/tmp/app/",
    },
  ]
  static override args = targetArgs
  static override flags = { ...chooseFlags, ...guardFlags, ...sayFlags, ...reachFlags }

  async run(): Promise<TransferReport> {
    const { flags, operands, tokens } = await this.parseLine(Purge)
    const filter = filterSpec(flags, tokens)
    const target = await targetOperand('purge', operands, { message: 'Delete what?', signal: this.signal })
    const maxDelete = flags['max-delete']
    return this.carryOut('purge', flags, async (orchestrator, reportActions) =>
      orchestrator.purge({
        target,
        filter,
        dryRun: flags['dry-run'] ?? false,
        ...(maxDelete !== undefined && { maxDelete }),
        reportActions,
        insecure: flags.insecure ?? false,
      }),
    )
  }
}
