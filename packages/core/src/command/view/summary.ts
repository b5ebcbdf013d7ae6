import type { TransferReport, TransferResult } from '../../orchestrator/transfer-result.js'
import { formatBytes, formatDuration } from '../../units/format.js'
import { countOf } from './count-of.js'

const VERBS = {
  copy: ['copied', 'would copy'],
  mirror: ['copied', 'would copy'],
  move: ['moved', 'would move'],
  purge: ['deleted', 'would delete'],
} as const

type Counted = Pick<TransferResult, 'othersDeleted' | 'report'>

/** The result of a transfer in one line. Claims only what the counts say (S6). */
export function summaryLine(result: Counted): string {
  const { report } = result
  const { operation, dryRun } = report
  const verb = VERBS[operation][dryRun ? 1 : 0]
  const parts =
    operation === 'purge' ? [`${verb} ${deleted(result)}`] : [`${verb} ${copied(report)}`, ...extras(result)]
  const failures = report.failures.length === 0 ? '' : `, ${countOf(report.failures.length, 'failure')}`
  return `${parts.join(', ')}${failures} in ${formatDuration(report.durationMs)}`
}

/** All counts of a transfer, one a line, for `--stats`. */
export function statsLines({ othersDeleted, report }: Counted): string[] {
  const seconds = report.durationMs / 1000
  const rate = seconds > 0 ? report.bytesCopied / seconds : 0
  const rows: Array<readonly [string, string]> = [
    ['route', `${report.route}, data plane ${report.dataPlane}`],
    ['files scanned', String(report.filesScanned)],
    ['files copied', String(report.filesCopied)],
    ['files skipped', String(report.filesSkipped)],
    ['files deleted', String(report.filesDeleted)],
    ['other entries deleted', String(othersDeleted)],
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

function deleted({ othersDeleted, report }: Counted): string {
  const others = othersDeleted === 0 ? '' : `, ${countOf(othersDeleted, 'other entry', 'other entries')}`
  const directories = countOf(report.dirsDeleted, 'directory', 'directories')
  return `${countOf(report.filesDeleted, 'file')}${others} and ${directories}`
}

function extras(result: Counted): string[] {
  const { othersDeleted, report } = result
  const did = (done: string, wouldDo: string): string => (report.dryRun ? wouldDo : done)
  return [
    report.bytesResumed > 0 && `resumed ${formatBytes(report.bytesResumed)}`,
    report.linksCreated > 0 && `${did('made', 'make')} ${countOf(report.linksCreated, 'link')}`,
    report.dirsCreated > 0 &&
      `${did('made', 'make')} ${countOf(report.dirsCreated, 'directory', 'directories')}`,
    report.filesSkipped > 0 &&
      `${did('left', 'leave')} ${countOf(report.filesSkipped, 'file')} as ${report.filesSkipped === 1 ? 'it is' : 'they are'}`,
    report.filesDeleted + othersDeleted + report.dirsDeleted > 0 &&
      `${did('deleted', 'delete')} ${deleted(result)}`,
    report.sourcesRemoved > 0 &&
      `${did('removed', 'remove')} ${countOf(report.sourcesRemoved, 'source entry', 'source entries')}`,
  ].filter((part) => part !== false)
}
