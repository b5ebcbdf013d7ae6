/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** @param {readonly import('./measure.js').Measurement[]} runs */
export const summarize = (runs) => ({
  wallMs: median(runs.map((run) => run.wallMs)),
  cpuMs: median(runs.map((run) => run.cpuMs)),
  peakMiB: Math.max(...runs.map((run) => run.peakMiB)),
})

/** Of wall times, pair by pair. @param {ReadonlyArray<readonly [import('./measure.js').Measurement, import('./measure.js').Measurement]>} pairs */
export function ratios(pairs) {
  const all = pairs.map(([ours, theirs]) => ours.wallMs / theirs.wallMs)
  return { median: median(all), least: Math.min(...all), most: Math.max(...all) }
}
