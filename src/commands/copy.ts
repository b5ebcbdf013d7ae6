import type { TransferReport } from '@blit/core'
import { transferFlags } from '@blit/core/command'
import { transferArgs } from '../transfer-args.js'
import { TransferCommand } from '../transfer-command.js'

export default class Copy extends TransferCommand {
  static override summary = 'copy files and trees'
  static override description = `copies what is new or changed and leaves the rest alone; never deletes

A file lands at DESTINATION, or in it where it ends in '/' or is a directory. A directory becomes DESTINATION; with a
'/' behind it its contents go there; with a '/' behind DESTINATION it lands in there. With several sources, each
lands in DESTINATION. Without operands, on a terminal, copy asks for them.`
  static override usage = 'copy SOURCE... DESTINATION [FLAGS]'
  static override examples = [
    { description: 'make photos-2 a copy of photos', command: '<%= config.bin %> copy photos photos-2' },
    {
      description: 'copy two directories into a third',
      command: '<%= config.bin %> copy docs photos /mnt/backup/',
    },
    {
      description: 'copy with owners, links and attributes, without object files',
      command: "<%= config.bin %> copy --archive --exclude '*.o' src /mnt/backup/src",
    },
    { description: 'say what would be copied', command: '<%= config.bin %> copy --dry-run src dst' },
  ]
  static override args = transferArgs
  static override flags = transferFlags

  async run(): Promise<TransferReport> {
    return this.transfer('copy', await this.parseLine(Copy))
  }
}
