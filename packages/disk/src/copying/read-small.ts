import { closeSync, openSync, readSync } from 'node:fs'

import { BlitError, toFsPath, type Entry } from '@blit/core'

import { entryOf, isUntouched } from '../directory/list-directory.js'
import { OPEN_READ } from '../directory/open-flags.js'
import { fstat, type StatWords } from '../directory/stat-words.js'

/** Called with the open file when its content has been read. */
export type WhileOpen = (fd: number) => void

/**
 * Reads a whole file into `buffer` at `start`, and makes sure that it is the file that was listed, before and
 * after (S6): one byte more than its size is asked for, and one fstat compared. Throws `E_CHANGED` otherwise.
 */
export function readSmall(
  path: string,
  entry: Entry,
  buffer: Buffer,
  start: number,
  flags: number,
  whileOpen?: WhileOpen,
): void {
  readWhole(path, flags, { buffer, start, sizeBytes: entry.sizeBytes }, (seen, fd) => {
    if (!isUntouched(entry, seen)) throw changedError()
    whileOpen?.(fd)
  })
}

/** The same of a file that is known by its size; `check` is given what it is afterwards, and throws if that is another. */
export function readWhole(
  path: string,
  flags: number,
  space: { readonly buffer: Uint8Array; readonly start: number; readonly sizeBytes: number },
  check: (seen: StatWords, fd: number) => void,
): void {
  const fd = openSync(toFsPath(path), flags)
  try {
    const read = readFully(fd, space.buffer, space.start, space.sizeBytes + 1)
    if (read !== space.sizeBytes) throw changedError()
    check(fstat(fd), fd)
  } finally {
    closeSync(fd)
  }
}

/**
 * Reads a whole file that nobody has looked at before: the look is taken after its content. Undefined where that does not
 * show that both belong together: it is no regular file, too large for `room`, or was changed at or after
 * `quietSinceMs`, which must be well before the call.
 */
export function readUnseen(
  path: string,
  name: string,
  space: { readonly buffer: Buffer; readonly start: number; readonly room: number },
  quietSinceMs: number,
): Entry | undefined {
  const fd = openSync(toFsPath(path), OPEN_READ)
  try {
    const read = readSync(fd, space.buffer, space.start, space.room, null)
    const seen = fstat(fd)
    const whole = seen.type === 'file' && read === seen.size && read < space.room
    return whole && seen.ctimeMs < quietSinceMs ? entryOf(name, seen) : undefined
  } finally {
    closeSync(fd)
  }
}

/** Reads up to `length` bytes at the current position; fewer only at the end of the file. */
export function readFully(fd: number, buffer: Uint8Array, start: number, length: number): number {
  let done = 0
  while (done < length) {
    const read = readSync(fd, buffer, start + done, length - done, null)
    done += read
    // A regular file gives less than asked for only at its end; asking again would cost a call a file.
    if (read === 0 || done === length - 1) break
  }

  return done
}

/** Without a path: who reports it adds that. */
export function changedError(): BlitError {
  return new BlitError('E_CHANGED', 'it changed while it was read')
}
