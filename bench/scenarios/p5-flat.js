import { treePeers } from '../peers.js'
import { makeFiles } from '../trees.js'
import { remove } from '../workplace.js'

export const flat = {
  id: 'P5',
  title: '100,000 files of 1 KiB in one folder, new',
  prepare({ folder, scale, blit }) {
    const [source, destination] = [`${folder}/source`, `${folder}/copy`]
    makeFiles(source, { files: 100_000 * scale, folders: 0, sizeBytes: 1024 })
    return {
      source,
      destination,
      reset: () => remove(destination),
      command: [...blit, 'copy', source, destination],
      peers: treePeers(source, destination, { 'cp -a': 0.75 }),
    }
  },
}
