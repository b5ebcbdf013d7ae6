import { code, seconds, table } from './markdown.js'

/** blit, its other ways and its peers, with what the client and the server of each took. */
export function roundsTable({ control, pairs, rows }) {
  const ours = rows.filter(({ name }) => name.startsWith('blit')).map(({ name }) => name)
  const lines = rows.map((row) => [
    code(row.name),
    seconds(row.wallMs),
    `${seconds(row.clientCpuMs)} + ${seconds(row.serverCpuMs)}`,
    row.cpuSecondsPerGB.toFixed(2),
    row.peakMiB === 0 ? '' : `${Math.round(row.peakMiB)} + ${Math.round(row.serverPeakMiB)} MiB`,
    ...ours.map((name) => ratioTo(row, name)),
    row.goal === undefined ? '' : `<= ${row.goal}: ${row.holds ? 'holds' : 'missed'}`,
  ])
  const head = ['', 'wall', 'CPU, client + server', 'CPU s/GB', 'peak, client + server']
  const noise = control.calm ? '' : ', **too noisy to tell**'
  const again = control.attempts > 1 ? ` after ${control.attempts} attempts` : ''
  const fewer = rows.filter(({ runs }) => runs < pairs).map(({ name, runs }) => `, ${code(name)} in ${runs}`)
  return `${table([...head, ...ours.map((name) => `${code(name)} takes`), 'goal'], lines)}

${pairs} rounds${fewer.join('')}; control ${control.median.toFixed(2)}${again}${noise}.`
}

function ratioTo({ ratios }, name) {
  const ratio = ratios.find((one) => one.name === name)
  if (!ratio) return ''
  return `**${ratio.median.toFixed(2)}** (${ratio.least.toFixed(2)} to ${ratio.most.toFixed(2)})`
}

/** What distance costs each task. */
export function distanceTable({ delayMs, rows }) {
  const lines = rows.map(({ farMs, goal, holds, name, nearMs, trips }) => [
    name,
    seconds(nearMs),
    seconds(farMs),
    `**${trips.toFixed(1)}**`,
    goal === undefined ? '' : `<= ${goal}: ${holds ? 'holds' : 'missed'}`,
  ])
  return `${table(['', 'near', `${delayMs} ms away each way`, 'round trips', 'goal'], lines)}

Through a proxy that delays and does not limit the rate, and through the same one without a delay: the median of ${rows[0].pairs} differences, in
round trips of ${2 * delayMs} ms. That of the handshake of TCP is among them.`
}

/** Time and memory of both ends by the number of files. */
export function memoryTable(rows) {
  const lines = rows.map(({ cpuMs, daemonPeakMiB, files, goal, holds, peakMiB, task, wallMs }) => [
    task,
    files.toLocaleString('en'),
    seconds(wallMs),
    `${((wallMs / files) * 1000).toFixed(1)} us`,
    seconds(cpuMs),
    `${Math.round(peakMiB)} MiB`,
    `${Math.round(daemonPeakMiB)} MiB`,
    goal === undefined ? '' : `<= ${goal} MiB each: ${holds ? 'holds' : 'missed'}`,
  ])
  const head = [
    'task',
    'files',
    'wall',
    'wall a file',
    'CPU of both',
    'peak of the client',
    'of the daemon',
    'goal',
  ]
  return `${table(head, lines)}

Each once, with a daemon that has just started.`
}
