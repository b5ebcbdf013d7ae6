import { closeSync, fchmodSync, fsyncSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'

import { BlitError, toFsPath, type Entry, type PreserveRules } from '@blit/core'
import type { Native } from '@blit/native'

import { OPEN_CREATE } from '../directory/open-flags.js'
import type { Xattrs } from '../metadata/extended-attributes.js'
import {
  landedMode,
  needsAttributes,
  setAttributes,
  setModificationTime,
} from '../metadata/set-attributes.js'

export interface SmallContent {
  readonly buffer: Buffer
  readonly start: number
  readonly entry: Entry
  readonly xattrs: Xattrs | undefined
}

export interface WriteRules {
  readonly preserve: PreserveRules
  readonly native: Native | undefined
  readonly fsync: boolean
  readonly verify: boolean
  /** Told of attributes that could not be set. */
  readonly refused: (names: readonly string[]) => void
}

/** Makes a new file with this content and its final attributes. On an error nothing is left. */
export function writeSmall(path: string, content: SmallContent, rules: WriteRules): void {
  const { buffer, start, entry } = content
  const special = needsAttributes(entry, rules.preserve)
  const mode = landedMode(entry, rules.preserve, 0o644)
  const fd = openSync(toFsPath(path), OPEN_CREATE, special ? 0o600 : mode)
  let whole = false
  try {
    writeFully(fd, buffer, start, entry.sizeBytes)
    if (rules.verify) verifySmall(fd, content)
    if (special) {
      const refused = setAttributes(fd, entry, rules.preserve, rules.native, content.xattrs)
      if (refused.length > 0) rules.refused(refused)
    } else if (process.platform === 'win32') fchmodSync(fd, mode)
    setModificationTime(fd, entry.mtimeNs, rules.native)
    if (rules.fsync) fsyncSync(fd)
    whole = true
  } finally {
    closeSync(fd)
    if (!whole) unlinkSync(toFsPath(path))
  }
}

/** Writes all of it at the current position. */
export function writeFully(fd: number, buffer: Buffer, start: number, length: number): void {
  let done = 0
  while (done < length) done += writeSync(fd, buffer, start + done, length - done)
}

function verifySmall(fd: number, content: SmallContent): void {
  const { sizeBytes } = content.entry
  const landed = Buffer.allocUnsafe(sizeBytes + 1)
  let done = 0
  for (;;) {
    const read = readSync(fd, landed, done, landed.length - done, done)
    if (read === 0) break
    done += read
    if (done === landed.length) break
  }

  const sent = content.buffer.subarray(content.start, content.start + sizeBytes)
  if (done !== sizeBytes || !landed.subarray(0, done).equals(sent)) {
    throw new BlitError('E_DIFFER', 'what was read back is not what was written')
  }
}
