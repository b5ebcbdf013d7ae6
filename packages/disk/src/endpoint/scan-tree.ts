import {
  BlitError,
  checkRelativePath,
  joinPath,
  type Entry,
  type ScanBatch,
  type ScanOptions,
} from '@blit/core'

import { errnoOf, errorOf, failureOf } from '../directory/failure-of.js'
import { listNames, statEntry } from '../directory/list-directory.js'
import type { DiskRoot } from './disk-root.js'

/** Entries a batch. */
const BATCH = 1000

/** Lists a directory, and with `recursive` what is below it, depth first; see `Endpoint.scan`. */
export async function* scanTree(
  disk: DiskRoot,
  path: string,
  options: ScanOptions,
): AsyncIterable<ScanBatch> {
  checkRelativePath(path)
  // Directories still to be listed, the next one last. Depth first, it holds the siblings on the way only.
  const waiting = [path]
  for (let directory = waiting.pop(); directory !== undefined; directory = waiting.pop()) {
    options.signal.throwIfAborted()
    const below: string[] = []
    for (const batch of listBatches(disk, directory, options, directory === path)) {
      for (const entry of batch.entries) {
        const inner = joinPath(directory, entry.name)
        if (entry.type === 'directory' && options.recursive && options.enter?.(inner) !== false)
          below.push(inner)
      }

      yield batch
      options.signal.throwIfAborted()
    }

    for (const inner of below.reverse()) waiting.push(inner)
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
    names = listNames(disk.access.beside(disk.directory(directory))).sort()
  } catch (error) {
    if (isTop) throw topError(error, directory, disk.label)
    yield { directory, entries: [], complete: true, failure: failureOf(error, directory, 'scan') }
    return
  }

  for (let start = 0; start === 0 || start < names.length; start += BATCH) {
    const complete = start + BATCH >= names.length
    try {
      // Another directory may have been opened between two batches.
      const prefix = disk.access.beside(disk.directory(directory))
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
