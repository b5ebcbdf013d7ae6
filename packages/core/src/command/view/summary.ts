import type { TransferReport } from '../../orchestrator/transfer-result.js'
import { formatBytes, formatDuration } from '../../units/format.js'
import { countOf } from './count-of.js'

const VERBS = {
  copy: ['copied', 'would copy'],
  mirror: ['copied', 'would copy'],
  move: ['moved', 'would move'],
  purge: ['deleted', 'would delete'],
} as const

/** The result of a transfer in one line. Claims only what the counts say (S6). */
export function summaryLine(report: TransferReport): string {
  const { operation, dryRun } = report
  const verb = VERBS[operation][dryRun ? 1 : 0]
  const parts =
    operation === 'purge' ? [`${verb} ${deleted(report)}`] : [`${verb} ${copied(report)}`, ...extras(report)]
  const failures = report.failures.length === 0 ? '' : `, ${countOf(report.failures.length, 'failure')}`
  return `${parts.join(', ')}${failures} in ${formatDuration(report.durationMs)}`
}

/** All counts of a transfer, one a line, for `--stats`. */
export function statsLines(report: TransferReport): string[] {
  const seconds = report.durationMs / 1000
  const rate = seconds > 0 ? report.bytesCopied / seconds : 0
  const rows: Array<readonly [string, string]> = [
    ['route', `${report.route}, data plane ${report.dataPlane}`],
    ['files scanned', String(report.filesScanned)],
    ['files copied', String(report.filesCopied)],
    ['files skipped', String(report.filesSkipped)],
    ['files deleted', String(report.filesDeleted)],
    ['directories created', String(report.dirsCreated)],
    ['directories deleted', String(report.dirsDeleted)],
    ['links created', String(report.linksCreated)],
    ['sources removed', String(report.sourcesRemoved)],
    ['bytes copied', `${report.bytesCopied} (${formatBytes(report.bytesCopied)}, ${formatBytes(rate)}/s)`],
    ['bytes resumed', String(report.bytesResumed)],
    ['failures', String(report.failures.length)],
    ['seconds', seconds.toFixed(3)],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`)
}

function copied(report: TransferReport): string {
  return `${countOf(report.filesCopied, 'file')} (${formatBytes(report.bytesCopied)})`
}

function deleted(report: TransferReport): string {
  return `${countOf(report.filesDeleted, 'file')} and ${countOf(report.dirsDeleted, 'directory', 'directories')}`
}

function extras(report: TransferReport): string[] {
  const did = (done: string, wouldDo: string): string => (report.dryRun ? wouldDo : done)
  return [
    report.bytesResumed > 0 && `resumed ${formatBytes(report.bytesResumed)}`,
    report.linksCreated > 0 && `${did('made', 'make')} ${countOf(report.linksCreated, 'link')}`,
    report.dirsCreated > 0 &&
      `${did('made', 'make')} ${countOf(report.dirsCreated, 'directory', 'directories')}`,
    report.filesSkipped > 0 &&
      `${did('left', 'leave')} ${countOf(report.filesSkipped, 'file')} as ${report.filesSkipped === 1 ? 'it is' : 'they are'}`,
    report.filesDeleted + report.dirsDeleted > 0 && `${did('deleted', 'delete')} ${deleted(report)}`,
    report.sourcesRemoved > 0 &&
      `${did('removed', 'remove')} ${countOf(report.sourcesRemoved, 'source entry', 'source entries')}`,
  ].filter((part) => part !== false)
}
