import { treePeers } from '../peers.js'
import { makeFiles } from '../trees.js'
import { remove } from '../workplace.js'

export const small = {
  id: 'P1',
  title: '100,000 files of 4 KiB in 1,000 folders, new',
  prepare({ folder, scale, blit }) {
    const [source, destination] = [`${folder}/source`, `${folder}/copy`]
    makeFiles(source, { files: 100_000 * scale, folders: 1000 * scale, sizeBytes: 4096 })
    return {
      source,
      destination,
      reset: () => remove(destination),
      command: [...blit, 'copy', source, destination],
      peers: treePeers(source, destination, { 'cp -a': 0.7, 'rsync -a': 0.4 }),
    }
  },
}
