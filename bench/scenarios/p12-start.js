import process from 'node:process'
import { makeLargeFile } from '../trees.js'
import { remove } from '../workplace.js'

const nothing = [process.execPath, '-e', '0']

export const start = {
  id: 'P12',
  title: 'start: how long until something small is done',
  prepare({ folder, blit }) {
    const [source, destination] = [`${folder}/source.bin`, `${folder}/copy.bin`]
    makeLargeFile(source, 1024)
    return {
      reset: () => remove(destination),
      parts: [
        {
          title: 'blit --version',
          minPairs: 20,
          command: [...blit, '--version'],
          peers: [{ name: 'node -e 0', command: nothing, goal: 1.6 }],
        },
        {
          title: 'blit copy of one file of 1 KiB',
          minPairs: 20,
          command: [...blit, 'copy', source, destination],
          peers: [{ name: 'node -e 0', command: nothing, goal: 6 }],
        },
      ],
    }
  },
}
