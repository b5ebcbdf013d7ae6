import { mkdirSync } from 'node:fs'
import { measure } from '../measure.js'
import { watchServer } from '../network/process-costs.js'
import { startBlit } from '../network/servers.js'
import { makeFiles } from '../trees.js'
import { remove } from '../workplace.js'

const SIZES = [10_000, 100_000, 1_000_000]
const GOAL_MIB = 400

/** Cost and memory of both ends by the number of files; a daemon of its own for each task, so that its peak is that task's. */
export const networkMemory = {
  id: 'P11',
  title:
    'push and pull, 10,000 to 1,000,000 files of 1 KiB, 100 in a folder: time, and memory of client and daemon',
  async run({ scenario, workplace, blit, scale }) {
    const { folder } = workplace
    const module = `${folder}/module`
    const [source, pushed, pulled] = [`${module}/source`, `${module}/copy`, `${folder}/copy`]
    mkdirSync(module)
    const rows = []
    for (const files of SIZES.map((size) => size * scale)) {
      makeFiles(source, { files, folders: files / 100, sizeBytes: 1024 })
      for (const task of tasks({ source, pushed, pulled })) {
        task.reset?.()
        const server = await startBlit({ blit, folder, module, workplace })
        const watched = watchServer(server.pid)
        const client = await measure([...blit, ...task.command(`blit://127.0.0.1:${server.port}/m`)], folder)
        const daemon = await watched.end()
        server.stop()
        const { wallMs, cpuMs, peakMiB } = client
        const row = {
          task: task.name,
          files,
          wallMs,
          cpuMs: cpuMs + daemon.cpuMs,
          peakMiB,
          daemonPeakMiB: daemon.peakMiB,
          ...(files === SIZES.at(-1) && {
            goal: GOAL_MIB,
            holds: Math.max(peakMiB, daemon.peakMiB) <= GOAL_MIB,
          }),
        }
        rows.push(row)
        console.error(
          `    ${task.name}, ${files} files: ${(wallMs / 1000).toFixed(2)} s, CPU ${(row.cpuMs / 1000).toFixed(2)} s, client ${Math.round(peakMiB)} MiB, daemon ${Math.round(daemon.peakMiB)} MiB`,
        )
      }

      for (const path of [pushed, pulled, source]) remove(path)
    }

    return { id: scenario.id, title: scenario.title, memory: rows }
  },
}

function tasks({ source, pushed, pulled }) {
  return [
    { name: 'push, new', command: (/** @type {string} */ at) => ['copy', source, `${at}/copy`] },
    { name: 'push, nothing changed', command: (at) => ['copy', source, `${at}/copy`] },
    { name: 'mirror by push, nothing changed', command: (at) => ['mirror', source, `${at}/copy`, '--yes'] },
    // What the second copy takes in memory is needed for the third.
    { name: 'pull, new', reset: () => remove(pushed), command: (at) => ['copy', `${at}/source`, pulled] },
    { name: 'pull, nothing changed', command: (at) => ['copy', `${at}/source`, pulled] },
  ]
}
