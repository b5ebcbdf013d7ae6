import { fromBytes, type Entry, type EntryType } from '@blit/core'
import type { RandomSource } from '@blit/core/testing'

const TYPES: readonly EntryType[] = [
  'file',
  'directory',
  'symlink',
  'fifo',
  'socket',
  'char-device',
  'block-device',
]
const NAMES = [
  'a',
  'naïve',
  'e\u0301',
  '-rf',
  'new\nline',
  '\u{1F4BE}',
  ' ',
  '...',
  'x'.repeat(255),
  '\uFEFFbom',
]
const SECONDS = [
  0n,
  -1n,
  1_732_300_000n,
  -62_135_596_800n,
  9_223_372_036n,
  15_032_385_535n,
  -(2n ** 40n),
  2n ** 44n,
]
const SIZES = [0, 1, 127, 128, 16_384, 2 ** 31, 2 ** 32, 2 ** 32 + 5, 2 ** 49, 2 ** 53 - 1]

/** Entries of every kind, with what only some endpoints know present in all of them or in none. */
export function randomEntries(random: RandomSource, count: number): Entry[] {
  const [known, inodes, ctimes, allocated] = [
    random.oneIn(2),
    random.oneIn(2),
    random.oneIn(2),
    random.oneIn(2),
  ]
  return Array.from({ length: count }, () => {
    const type = random.pick(TYPES)
    const name = random.oneIn(3) ? fromBytes(nonZero(random.bytes(1 + random.below(20)))) : random.pick(NAMES)
    return {
      name: `${name}${random.below(1000)}`,
      type,
      sizeBytes: type === 'file' ? random.pick(SIZES) : 0,
      mtimeNs:
        random.pick(SECONDS) * 1_000_000_000n + BigInt(random.pick([0, 1, 999_999_999, random.below(1e9)])),
      ...(known && { mode: random.below(0o10000), uid: random.below(2 ** 32), gid: random.pick([0, 1000]) }),
      ...(type === 'symlink' && {
        target: random.pick(['', '../x', '/etc', fromBytes(Buffer.from([0xff, 0x2f]))]),
      }),
      ...(inodes && {
        inode: {
          dev: random.pick([0n, 2n ** 64n - 1n, BigInt(random.below(2 ** 32))]),
          ino: random.pick([1n, 2n ** 64n - 1n, 2n ** 53n + 1n]),
          ...(ctimes && { ctimeNs: random.pick([-1n, 1_732_300_000_123_456_789n, -(2n ** 63n)]) }),
        },
      }),
      ...(allocated && { allocatedBytes: random.pick(SIZES) }),
    }
  })
}

function nonZero(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (byte === 0 || byte === 0x2f ? 0xfe : byte))
}
