import { compareRounds } from '../network/compare-rounds.js'
import { contenders, startServers } from '../network/contenders.js'
import { makeFiles } from '../trees.js'
import { remove } from '../workplace.js'

export const networkSmall = {
  id: 'P7',
  title: 'push and pull, 100,000 files of 4 KiB in 1,000 folders, new, loopback',
  run: compareRounds(async ({ folder, scale, blit, workplace }) => {
    const servers = await startServers({ blit, folder, workplace })
    const source = `${servers.module}/source`
    const files = 100_000 * scale
    makeFiles(source, { files, folders: 1000 * scale, sizeBytes: 4096 })
    return ['push', 'pull'].map((way) => {
      const destination = way === 'push' ? `${servers.module}/copy` : `${folder}/copy`
      const here = way === 'push' ? source : destination
      const there = way === 'push' ? 'copy' : 'source'
      return {
        title: way,
        bytes: files * 4096,
        reset: () => remove(destination),
        source,
        destination,
        // Its server takes 30 small files a second: that would be an hour.
        contenders: contenders({ blit, servers, way, kind: 'tree', here, there, goal: 0.6 }).filter(
          ({ name }) => name !== 'rclone, WebDAV',
        ),
      }
    })
  }),
}
