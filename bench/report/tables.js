import { code, seconds, table } from './markdown.js'

/** blit and each of its peers. */
export function comparison({ peers, control, pairs }) {
  const rows = peers.map(({ name, goal, holds, ratio, blit, peer }) => [
    code(name),
    `**${ratio.median.toFixed(2)}** (${ratio.least.toFixed(2)} to ${ratio.most.toFixed(2)})`,
    goal === undefined ? '' : `<= ${goal}: ${holds ? 'holds' : 'missed'}`,
    `${seconds(blit.wallMs)} : ${seconds(peer.wallMs)}`,
    `${seconds(blit.cpuMs)} : ${seconds(peer.cpuMs)}`,
    `${Math.round(blit.peakMiB)} : ${Math.round(peer.peakMiB)} MiB`,
  ])
  const noise = control.calm ? '' : ', **too noisy to tell**'
  const again = control.attempts > 1 ? ` after ${control.attempts} attempts` : ''
  return `${table(['against', 'ratio', 'goal', 'wall, blit : peer', 'CPU, blit : peer', 'peak, blit : peer'], rows)}

${pairs} pairs; control ${control.median.toFixed(2)}${again}${noise}.`
}

export function growthTable(rows) {
  const cells = rows.map(({ task, files, wallMs, cpuMs, peakMiB }) => [
    task,
    files.toLocaleString('en'),
    seconds(wallMs),
    `${((wallMs / files) * 1000).toFixed(1)} us`,
    seconds(cpuMs),
    `${Math.round(peakMiB)} MiB`,
    `${perEntry(rows, task, files, peakMiB)}`,
  ])
  return table(
    ['task', 'files', 'wall', 'wall a file', 'CPU', 'peak', 'memory beyond the smallest, an entry'],
    cells,
  )
}

/** What each further entry adds to the peak, in bytes, measured from the smallest tree. */
function perEntry(rows, task, files, peakMiB) {
  const smallest = rows.find((row) => row.task === task)
  if (!smallest || smallest.files === files) return ''
  // A folder for every 100 files is an entry too.
  return `${Math.max(0, Math.round(((peakMiB - smallest.peakMiB) * 2 ** 20) / ((files - smallest.files) * 1.01)))} bytes`
}

export function cloneFacts({ extents, sharedExtents, spaceTakenBytes }) {
  return `Of the ${extents} extents of the copy, ${sharedExtents} are shared with its source. The copy takes ${(spaceTakenBytes / 2 ** 20).toFixed(1)} MiB of the free space.`
}

export function systemCallTable(counts) {
  const rows = counts.map(({ name, perFile, often }) => [
    code(name),
    perFile.toFixed(1),
    often.map((one) => `${one.call} ${one.perFile.toFixed(1)}`).join(', '),
  ])
  return table(['', 'calls a file', 'of them'], rows)
}
