import { spawnSync } from 'node:child_process'
import { makeFiles } from '../trees.js'
import { remove } from '../workplace.js'

const FILES = 10_000

/** Counts, not times: what the kernel is asked for to copy a small file. */
export const systemCalls = {
  id: 'syscalls',
  title: `system calls a file, for ${FILES.toLocaleString('en')} files of 4 KiB in 100 folders, new`,
  run({ scenario, workplace: { folder }, blit }) {
    const [source, destination] = [`${folder}/source`, `${folder}/copy`]
    makeFiles(source, { files: FILES, folders: 100, sizeBytes: 4096 })
    const contenders = {
      blit: [...blit, 'copy', source, destination],
      'cp -a': ['cp', '-a', source, destination],
      'rsync -a': ['rsync', '-a', `${source}/`, destination],
    }
    const rows = Object.entries(contenders).map(([name, command]) => {
      remove(destination)
      const calls = count(command)
      const total = calls.reduce((sum, { number }) => sum + number, 0)
      console.error(`  ${name}: ${(total / FILES).toFixed(1)} a file`)
      const often = calls
        .filter(({ number }) => number >= FILES / 10)
        .map(({ call, number }) => ({ call, perFile: number / FILES }))
      return { name, perFile: total / FILES, often }
    })
    return { id: scenario.id, title: scenario.title, counts: rows }
  },
}

function count(command) {
  const { stderr, error } = spawnSync('strace', ['-f', '-c', '-S', 'calls', '-U', 'calls,name', ...command], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (error) throw error
  return [...stderr.matchAll(/^ *(\d+) +(\w+)$/gm)]
    .map(([, number, call]) => ({ call, number: Number(number) }))
    .filter(({ call }) => call !== 'total')
}
