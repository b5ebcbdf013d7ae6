import { spawnSync } from 'node:child_process'
import { makeFiles } from '../trees.js'

export const unchanged = {
  id: 'P3',
  title: '100,000 files of 4 KiB in 1,000 folders, nothing changed',
  prepare({ folder, scale, blit }) {
    const [source, destination] = [`${folder}/source`, `${folder}/copy`]
    makeFiles(source, { files: 100_000 * scale, folders: 1000 * scale, sizeBytes: 4096 })
    spawnSync('cp', ['-a', source, destination])
    return {
      source,
      destination,
      command: [...blit, 'copy', source, destination],
      peers: [
        { name: 'rsync -a', command: ['rsync', '-a', `${source}/`, destination], goal: 1 },
        { name: 'rclone copy', command: ['rclone', 'copy', '--links', source, destination] },
      ],
    }
  },
}
