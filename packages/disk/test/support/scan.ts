import { DEFAULT_TRANSFER_OPTIONS, joinPath, type Failure, type TransferOptions } from '@blit/core'

import {
  closeRoot,
  mainThreadAccess,
  ManifestIndex,
  openRoot,
  OutgoingScan,
  type OpenDirectory,
  type OutgoingBatch,
  type OutgoingScanSetup,
  type SupersedingBatch,
} from '../../dist/outgoing/index.js'
import { byPath } from './transfer.js'

export interface ScanRequest extends Partial<Omit<OutgoingScanSetup, 'options' | 'root'>> {
  readonly options?: Partial<TransferOptions>
  readonly maxRows?: number
  /** Called before each part. */
  readonly before?: (part: number) => void
}

export interface Scanned {
  readonly manifest: ManifestIndex
  readonly batches: OutgoingBatch[]
  /** Type by path, in the order given. */
  readonly types: Record<string, string>
  /** Index by path. */
  readonly indices: Record<string, number>
  /** Paths of directories. */
  readonly complete: string[]
  readonly incomplete: string[]
  readonly links: Record<string, string>
  readonly failures: Failure[]
  readonly failed: Record<string, string>
  /** All that exists was listed. */
  readonly whole: boolean
  /** Looks at files again. */
  readonly again: (indices: readonly number[]) => SupersedingBatch
  /** Given by the scan itself. */
  readonly counts: { readonly entries: number; readonly directories: number }
}

/** Lists the tree at `path` in this thread. */
export function scanTree(path: string, request: ScanRequest = {}): Scanned {
  const root = openRoot(path)
  try {
    return scanRoot(root, request)
  } finally {
    closeRoot(root)
  }
}

/** The same of a root that is open. */
export function scanRoot(root: OpenDirectory, request: ScanRequest = {}): Scanned {
  const { before, maxRows = 1000, options, ...setup } = request
  const scan = new OutgoingScan({
    root,
    access: mainThreadAccess(),
    ...setup,
    options: { ...DEFAULT_TRANSFER_OPTIONS, ...options },
  })
  try {
    return collect(scan, maxRows, before)
  } finally {
    scan.close()
  }
}

/** All parts of a scan. */
export function collect(scan: OutgoingScan, maxRows: number, before?: (part: number) => void): Scanned {
  const manifest = new ManifestIndex()
  const batches: OutgoingBatch[] = []
  for (;;) {
    before?.(batches.length)
    const batch = scan.next(maxRows)
    if (batch === undefined) break
    manifest.add(batch.columns)
    batches.push(batch)
  }

  const types: Record<string, string> = {}
  const indices: Record<string, number> = {}
  for (let index = 0; index < manifest.count; index++) {
    const path = pathOf(manifest, index)
    const found = manifest.find(index)
    types[path] = found?.columns.type(found.row) ?? 'none'
    indices[path] = index
  }

  const failures = batches.flatMap((batch) => batch.failures)
  const pathsOf = (directories: readonly number[]): string[] =>
    directories.map((one) => manifest.directoryPath(one))
  return {
    manifest,
    batches,
    types,
    indices,
    complete: batches.flatMap(({ complete }) => pathsOf(complete)),
    incomplete: batches.flatMap(({ incomplete }) => pathsOf(incomplete)),
    links: Object.fromEntries(
      batches.flatMap(({ links }) =>
        links.map(([index, leader]) => [pathOf(manifest, index), pathOf(manifest, leader)]),
      ),
    ),
    failures,
    failed: byPath(failures),
    whole: scan.complete,
    again: (some) => scan.lookAgain(some, manifest),
    counts: { entries: scan.entries, directories: scan.directories },
  }
}

export function pathOf(manifest: ManifestIndex, index: number): string {
  const found = manifest.find(index)
  if (found === undefined) throw new RangeError(`no row ${index}`)
  return joinPath(
    manifest.directoryPath(found.columns.directories[found.row] as number),
    found.columns.name(found.row),
  )
}
