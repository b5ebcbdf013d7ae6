import type { TransferReport } from '@blit/core'
import { transferFlags } from '@blit/core/command'
import { transferArgs } from '../transfer-args.js'
import { TransferCommand } from '../transfer-command.js'

export default class Move extends TransferCommand {
  static override summary = 'move files and trees'
  static override description = `renames where it can; otherwise copies, verifies and syncs, and only then removes each source

Lands where copy lands. What was skipped, filtered or failed stays at the source.`
  static override usage = 'move SOURCE... DESTINATION [FLAGS]'
  static override examples = [
    { description: 'rename a directory', command: '<%= config.bin %> move drafts letters' },
    { description: 'move to another disk', command: '<%= config.bin %> move --archive films /mnt/disk/' },
    {
      description: 'move what has not changed for a month',
      command: '<%= config.bin %> move --min-age 30d inbox/ archive',
    },
  ]
  static override args = transferArgs
  static override flags = transferFlags

  async run(): Promise<TransferReport> {
    return this.transfer('move', await this.parseLine(Move))
  }
}
