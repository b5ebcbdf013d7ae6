import type { TransferReport } from '@blit/core'
import { transferFlags } from '@blit/core/command'
import { transferArgs } from '../transfer-args.js'
import { TransferCommand } from '../transfer-command.js'

export default class Mirror extends TransferCommand {
  static override summary = 'make a directory equal to another one'
  static override description = `copies what is new or changed, then deletes what SOURCE does not have

Nothing is deleted before everything has arrived, and nothing at all where a scan was incomplete or a file failed. On
a terminal mirror shows what it would delete and asks; elsewhere it needs --yes. Without operands, on a terminal, it
asks for them.`
  static override usage = 'mirror SOURCE DESTINATION [FLAGS]'
  static override examples = [
    {
      description: 'make backup equal to photos',
      command: '<%= config.bin %> mirror photos /mnt/backup/photos',
    },
    {
      description: 'say what would be copied and deleted',
      command: '<%= config.bin %> mirror --dry-run photos backup',
    },
    {
      description: 'from a script, with a limit',
      command: '<%= config.bin %> mirror --yes --max-delete 100 --archive /srv /mnt/backup/srv',
    },
  ]
  static override args = transferArgs
  static override flags = transferFlags

  async run(): Promise<TransferReport> {
    return this.transfer('mirror', await this.parseLine(Mirror))
  }
}
