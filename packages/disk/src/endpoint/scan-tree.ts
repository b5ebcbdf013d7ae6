import {
  BlitError,
  checkRelativePath,
  displayPath,
  joinPath,
  type Entry,
  type Failure,
  type Inode,
  type ScanBatch,
  type ScanOptions,
} from '@blit/core'

import { errnoOf, errorOf, failureOf } from '../directory/failure-of.js'
import { listNames, statEntry } from '../directory/list-directory.js'
import type { DiskRoot } from './disk-root.js'

/** Entries a batch. */
const BATCH = 1000

interface Waiting {
  readonly path: string
  /** Directories that lead to it, itself included, when links are followed. */
  readonly above: readonly Inode[]
}

/** Lists a directory, and with `recursive` what is below it, depth first; see `Endpoint.scan`. */
export async function* scanTree(
  disk: DiskRoot,
  path: string,
  options: ScanOptions,
): AsyncIterable<ScanBatch> {
  checkRelativePath(path)
  // Directories still to be listed, the next one last. Depth first, it holds the siblings on the way only.
  const waiting: Waiting[] = [{ path, above: [] }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    options.signal.throwIfAborted()
    const { path: directory, above } = next
    if (isLoop(next)) {
      yield { directory, entries: [], complete: true, failure: loopAt(directory) }
      continue
    }

    const below: Waiting[] = []
    for (const batch of listBatches(disk, directory, options, directory === path)) {
      for (const entry of batch.entries) {
        const inner = joinPath(directory, entry.name)
        if (entry.type !== 'directory' || !options.recursive || options.enter?.(inner) === false) continue
        const chain = options.followLinks === true && entry.inode !== undefined ? [...above, entry.inode] : []
        below.push({ path: inner, above: chain })
      }

      yield batch
      options.signal.throwIfAborted()
    }

    for (const inner of below.reverse()) waiting.push(inner)
  }
}

function isLoop({ above }: Waiting): boolean {
  const self = above.at(-1)
  return self !== undefined && above.slice(0, -1).some(({ dev, ino }) => dev === self.dev && ino === self.ino)
}

function loopAt(path: string): Failure {
  return {
    path,
    code: 'E_SCAN',
    message: `${displayPath(path)}: a symlink leads back to a directory above it`,
  }
}

function* listBatches(
  disk: DiskRoot,
  directory: string,
  options: ScanOptions,
  isTop: boolean,
): Iterable<ScanBatch> {
  let names: string[]
  try {
    const prefix = disk.access.beside(disk.directory(directory, false, options.followLinks))
    names = listNames(prefix)
      .filter((name) => !disk.isOwn(prefix, name))
      .sort()
  } catch (error) {
    if (isTop) throw topError(error, directory, disk.label)
    yield { directory, entries: [], complete: true, failure: failureOf(error, directory, 'scan') }
    return
  }

  for (let start = 0; start === 0 || start < names.length; start += BATCH) {
    const complete = start + BATCH >= names.length
    try {
      // Another directory may have been opened between two batches.
      const prefix = disk.access.beside(disk.directory(directory, false, options.followLinks))
      const entries: Entry[] = []
      for (const name of names.slice(start, start + BATCH)) {
        const entry =
          statEntry(prefix, name, options.followLinks) ??
          (options.followLinks === true ? statEntry(prefix, name) : undefined)
        if (entry !== undefined) entries.push(entry)
      }

      yield { directory, entries, complete }
    } catch (error) {
      yield { directory, entries: [], complete: true, failure: failureOf(error, directory, 'scan') }
      return
    }
  }
}

function topError(error: unknown, directory: string, label: string): BlitError {
  const path = directory === '' ? label : directory
  const errno = errnoOf(error)
  if (errno === 'ENOENT')
    return new BlitError('E_NOT_FOUND', `${path}: does not exist`, { path, cause: error })
  return errorOf(error, path, 'scan')
}
