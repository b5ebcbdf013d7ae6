import { displayPath, formatBytes, formatCount } from '@blit/core'
import { columns } from '../output/columns.js'
import type { Usage } from './usage.js'

const HEAD = ['SIZE', 'ON DISK', 'FILES', 'DIRECTORIES', 'PATH']

/** Rows as the lines of a table, safe to print (S21): with sizes for the eye, or to the byte. */
export function usageTable(rows: readonly Usage[], isHuman: boolean): string[] {
  const bytes = isHuman ? formatBytes : String
  const count = isHuman ? formatCount : String
  const cells = rows.map(({ allocatedBytes, directories, files, path, sizeBytes }) => [
    bytes(sizeBytes),
    allocatedBytes === undefined ? '-' : bytes(allocatedBytes),
    count(files),
    count(directories),
    path === '' ? '.' : displayPath(path),
  ])
  return columns([HEAD, ...cells])
}

/** The largest first; what is equally large stays in its order. */
export function bySize(rows: readonly Usage[]): Usage[] {
  return [...rows].sort((a, b) => b.sizeBytes - a.sizeBytes)
}
