import type { Progress } from '../../contract/observer.js'
import { formatBytes, formatCount, formatDuration, formatRate } from '../../units/format.js'
import { countOf } from './count-of.js'

/** A part of a transfer that people can tell from the others. */
export type Phase = Progress['phase']

/** Where a transfer is, in words: files, bytes, rate, time left. Without the name of the phase. */
export function progressLine(progress: Progress, bytesPerSec: number | undefined): string {
  const { tally } = progress
  switch (progress.phase) {
    case 'scan': {
      return countOf(tally.filesScanned, 'file')
    }

    case 'transfer': {
      return transferLine(progress, bytesPerSec)
    }

    case 'delete': {
      return countOf(
        tally.filesDeleted + tally.othersDeleted + tally.dirsDeleted + tally.sourcesRemoved,
        'entry',
        'entries',
      )
    }

    case 'finish': {
      return `${countOf(tally.filesCopied, 'file')}, ${formatBytes(tally.bytesCopied)}`
    }
  }
}

function transferLine(progress: Progress, bytesPerSec: number | undefined): string {
  const { tally, filesTotal, bytesTotal, bytesDone, totalKnown } = progress
  const more = totalKnown ? '' : '+'
  const parts = [
    `${formatCount(tally.filesCopied)} of ${formatCount(filesTotal)}${more} files`,
    `${formatBytes(bytesDone)} of ${formatBytes(bytesTotal)}${more}`,
  ]
  if (bytesPerSec !== undefined) {
    parts.push(formatRate(bytesPerSec))
    const leftMs = (Math.max(0, bytesTotal - bytesDone) / bytesPerSec) * 1000
    if (totalKnown && bytesPerSec > 0) parts.push(`${formatDuration(leftMs)} left`)
  }

  return parts.join(', ')
}
