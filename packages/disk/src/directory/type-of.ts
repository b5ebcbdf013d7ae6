import type { EntryType } from '@blit/core'

const S_IFMT = 0o17_0000
const TYPES: Readonly<Record<number, EntryType>> = {
  0o10_0000: 'file',
  0o04_0000: 'directory',
  0o12_0000: 'symlink',
  0o01_0000: 'fifo',
  0o14_0000: 'socket',
  0o02_0000: 'char-device',
  0o06_0000: 'block-device',
}

/** By the type bits of a mode. */
export function typeOf(mode: number): EntryType {
  return TYPES[mode & S_IFMT] ?? 'file'
}
