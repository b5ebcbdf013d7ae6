import { EXIT, formatBytes } from '@blit/core'
import { countOf } from '@blit/core/command'
import { liveLine } from '../output/live-line.js'
import { printFailure } from '../output/print-failure.js'
import { Output } from '../output/output.js'
import type { Reach } from '../place/open-place.js'
import { measureUsage, type UsageRequest } from './measure-usage.js'
import { bySize, usageTable } from './usage-table.js'

export interface PrintUsageOptions {
  readonly sort: 'path' | 'size'
  /** Sizes for the eye. */
  readonly human: boolean
  readonly json: boolean
}

/** Measures, and prints a table or one JSON object. Gives the exit code. */
export async function printUsage(
  request: UsageRequest,
  reach: Reach,
  options: PrintUsageOptions,
): Promise<number> {
  const { human, json, sort } = options
  const output = new Output()
  const live = liveLine(!json)
  const onProgress = (files: number, bytes: number): void =>
    live.update(() => `counted ${countOf(files, 'file')}, ${formatBytes(bytes)}`)
  const { failures, rows } = await measureUsage({ ...request, onProgress }, reach).finally(live.clear)
  const sorted = sort === 'size' ? bySize(rows) : rows
  if (json) {
    const report = { operation: 'du', target: request.target, directories: sorted, failures }
    await output.write(`${JSON.stringify(report)}\n`)
  } else {
    await output.write(`${usageTable(sorted, human).join('\n')}\n`)
    for (const failure of failures) printFailure(failure)
  }

  return failures.length > 0 ? EXIT.partial : EXIT.ok
}
