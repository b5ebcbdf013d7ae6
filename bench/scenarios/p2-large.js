import { makeLargeFile } from '../trees.js'
import { remove } from '../workplace.js'

export const large = {
  id: 'P2',
  title: 'one file of 4 GiB, new',
  prepare({ folder, scale, blit }) {
    const [source, destination] = [`${folder}/source.bin`, `${folder}/copy.bin`]
    makeLargeFile(source, 4 * 2 ** 30 * scale)
    return {
      reset: () => remove(destination),
      command: [...blit, 'copy', source, destination],
      peers: [
        { name: 'cp', command: ['cp', source, destination], goal: 1 },
        { name: 'rsync -a', command: ['rsync', '-a', source, destination] },
        { name: 'rclone copyto', command: ['rclone', 'copyto', source, destination] },
      ],
    }
  },
}
