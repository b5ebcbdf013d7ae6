import { measure } from '../measure.js'
import { summarize } from '../statistics.js'
import { makeFiles } from '../trees.js'
import { remove } from '../workplace.js'

const SIZES = [10_000, 100_000, 1_000_000]

/** Cost and memory by the number of files: the same tree as P1, larger and smaller. No peers. */
export const growth = {
  id: 'growth',
  title: 'from 10,000 to 1,000,000 files of 4 KiB, 100 in a folder: time and memory',
  async run({ scenario, workplace: { folder }, blit, scale, pairs }) {
    const [source, destination] = [`${folder}/source`, `${folder}/copy`]
    const tasks = [
      {
        name: 'copy, new',
        reset: () => remove(destination),
        command: [...blit, 'copy', source, destination],
      },
      { name: 'copy, nothing changed', command: [...blit, 'copy', source, destination] },
      { name: 'mirror, nothing changed', command: [...blit, 'mirror', source, destination, '--yes'] },
    ]
    const rows = []
    for (const files of SIZES.map((size) => size * scale)) {
      makeFiles(source, { files, folders: files / 100, sizeBytes: 4096 })
      for (const task of tasks) {
        const runs = []
        for (let count = 0; count < Math.min(pairs, 3); count++) {
          task.reset?.()
          runs.push(await measure(task.command, folder))
        }

        rows.push({ task: task.name, files, ...summarize(runs) })
        console.error(`  ${task.name}, ${files} files:`, summarize(runs))
      }

      remove(destination)
      remove(source)
    }

    return { id: scenario.id, title: scenario.title, rows }
  },
}
