import { spawnSync } from 'node:child_process'
import { makeFiles, makeOlder } from '../trees.js'

export const partly = {
  id: 'P4',
  title: '128 files of 4 MiB (512 MiB) and 50,000 of 2 KiB in 500 folders, 5 % of both changed',
  prepare({ folder, scale, blit }) {
    const [source, destination] = [`${folder}/source`, `${folder}/copy`]
    const shapes = {
      large: { files: Math.ceil(128 * scale), folders: 0, sizeBytes: 4 * 2 ** 20 },
      small: { files: 50_000 * scale, folders: 500 * scale, sizeBytes: 2048 },
    }
    for (const [name, shape] of Object.entries(shapes)) makeFiles(`${source}/${name}`, shape)
    spawnSync('cp', ['-a', source, destination])
    return {
      source,
      destination,
      reset() {
        for (const [name, shape] of Object.entries(shapes)) makeOlder(`${destination}/${name}`, shape)
      },
      command: [...blit, 'copy', source, destination],
      peers: [
        { name: 'rsync -a', command: ['rsync', '-a', `${source}/`, destination], goal: 0.8 },
        { name: 'rclone copy', command: ['rclone', 'copy', '--links', source, destination] },
      ],
    }
  },
}
