import { closeSync, openSync, readSync } from 'node:fs'

import { BlitError, toFsPath, type ReadOptions } from '@blit/core'

import { changedError } from '../copying/read-small.js'
import { isUntouched } from '../directory/list-directory.js'
import { OPEN_READ, OPEN_READ_FOLLOW } from '../directory/open-flags.js'
import { fstat } from '../directory/stat-words.js'
import type { DiskRoot } from './disk-root.js'

const CHUNK_BYTES = 1024 * 1024

/** The content of a file, from one handle, checked before and after against `expect`. */
export async function* readFile(
  disk: DiskRoot,
  path: string,
  options: ReadOptions,
): AsyncIterable<Uint8Array> {
  options.signal.throwIfAborted()
  const fd = await disk.guard(path, 'source', () => {
    const { prefix, name } = disk.locate(path, false, options.follow)
    return openSync(toFsPath(prefix + name), options.follow === true ? OPEN_READ_FOLLOW : OPEN_READ)
  })
  try {
    await disk.guard(path, 'source', () => check(fd, options))
    let offset = options.offset ?? 0
    let left = options.length ?? Number.MAX_SAFE_INTEGER
    for (;;) {
      options.signal.throwIfAborted()
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, left))
      const read =
        left === 0 ? 0 : await disk.guard(path, 'source', () => readSync(fd, chunk, 0, chunk.length, offset))
      if (read === 0) break
      offset += read
      left -= read
      yield chunk.subarray(0, read)
    }

    await disk.guard(path, 'source', () => check(fd, options))
  } finally {
    closeSync(fd)
  }
}

function check(fd: number, { expect }: ReadOptions): void {
  const seen = fstat(fd)
  if (seen.type !== 'file') throw new BlitError('E_READ', 'it is not a regular file')
  if (expect !== undefined && !isUntouched(expect, seen)) throw changedError()
}
