import { execFileSync } from 'node:child_process'
import { compareRounds } from '../network/compare-rounds.js'
import { contenders, startServers } from '../network/contenders.js'
import { makeFiles } from '../trees.js'

export const networkUnchanged = {
  id: 'P8',
  title: 'push, 100,000 files of 4 KiB in 1,000 folders, nothing changed, loopback',
  run: compareRounds(async ({ folder, scale, blit, workplace }) => {
    const servers = await startServers({ blit, folder, workplace })
    const source = `${servers.module}/source`
    const destination = `${servers.module}/copy`
    const files = 100_000 * scale
    makeFiles(source, { files, folders: 1000 * scale, sizeBytes: 4096 })
    execFileSync('cp', ['-a', source, destination])
    const all = contenders({
      blit,
      servers,
      way: 'push',
      kind: 'tree',
      here: source,
      there: 'copy',
      goal: 1,
      rcloneRounds: 2,
    })
    return [
      {
        title: 'push',
        bytes: files * 4096,
        source,
        destination,
        // There is nothing to verify.
        contenders: all.filter(({ name }) => name !== 'blit --no-verify'),
      },
    ]
  }),
}
