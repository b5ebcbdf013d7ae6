import { isBlitError, type Entry } from '@blit/core'
import { RandomSource } from '@blit/core/testing'
import { expect } from 'chai'
import { decodeEntries, decodeEntry, encodeEntries, encodeEntry, pb } from '../../dist/protocol/index.js'
import { randomEntries } from './support/random-entries.js'

const FILE: Entry = { name: 'a', type: 'file', sizeBytes: 1, mtimeNs: 5n }

/** Bytes of columns for one file, changed. */
function columns(change: (message: pb.EntryColumns) => unknown): Uint8Array {
  const message = new pb.EntryColumns().setNames(Buffer.from('a\0')).setTypes(Uint8Array.of(1))
  change(message)
  return message.serializeBinary()
}

function refused(bytes: Uint8Array): string {
  try {
    decodeEntries(bytes)
  } catch (error) {
    if (isBlitError(error)) return error.code
    throw error
  }

  return 'accepted'
}

describe('entries as columns', () => {
  it('come back as they were, names and times to the last bit', () => {
    const random = new RandomSource(1)
    for (let i = 0; i < 300; i++) {
      const entries = randomEntries(random, random.below(20))
      expect(decodeEntries(encodeEntries(entries)), `batch ${i}`).to.deep.equal(entries)
    }
  })

  it('are the bytes that google-protobuf makes of the same message', () => {
    const random = new RandomSource(2)
    for (let i = 0; i < 100; i++) {
      const bytes = encodeEntries(randomEntries(random, 1 + random.below(20)))
      const general = pb.EntryColumns.deserializeBinary(bytes).serializeBinary()
      expect(Buffer.from(bytes).equals(general), `batch ${i}`).to.equal(true)
    }
  })

  it('say nothing of what one entry does not know', () => {
    const entries = [{ ...FILE, mode: 0o644 }, FILE]
    expect(decodeEntries(encodeEntries(entries)).map(({ mode }) => mode)).to.deep.equal([
      undefined,
      undefined,
    ])
  })

  it('carry link counts and device numbers only where they are', () => {
    const device: Entry = {
      ...FILE,
      name: 'd',
      type: 'char-device',
      sizeBytes: 0,
      rdev: 0x1_03,
      linkCount: 2,
    }
    const [plain] = decodeEntries(encodeEntries([FILE]))
    const [, second] = decodeEntries(encodeEntries([FILE, device]))
    expect(plain).not.to.have.any.keys('rdev', 'linkCount')
    expect(second).to.include({ rdev: 0x1_03, linkCount: 2 })
  })

  it('are one entry where one is meant, also a root without a name', () => {
    const root: Entry = { name: '', type: 'directory', sizeBytes: 0, mtimeNs: -1n, mode: 0o755 }
    expect(decodeEntry(encodeEntry(root))).to.deep.equal(root)
    expect(refused(encodeEntries([root]))).to.equal('E_PROTOCOL')
    const two = pb.EntryColumns.deserializeBinary(encodeEntries([FILE, FILE]))
    expect(() => decodeEntry(two)).to.throw('one is meant')
    expect(() => decodeEntry(new pb.EntryColumns())).to.throw('one is meant')
  })

  it('count what is no regular file as empty', () => {
    const [entry] = decodeEntries(
      columns((message) => message.setTypes(Uint8Array.of(2)).setSizesList([4096])),
    )
    expect(entry?.sizeBytes).to.equal(0)
  })

  it('leave out what a later version adds', () => {
    const later = [
      ...columns(() => {}),
      0x82,
      1,
      2,
      9,
      9,
      0x88,
      1,
      5,
      0x8d,
      1,
      1,
      2,
      3,
      4,
      0x91,
      1,
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
    ]
    expect(decodeEntries(Uint8Array.from(later))).to.have.length(1)
  })

  for (const [what, bytes] of Object.entries({
    'a column that is too long': columns((m) => m.setSizesList([1, 2])),
    'a column that is too short': columns((m) =>
      m.setNames(Buffer.from('a\0b\0')).setTypes(Uint8Array.of(1, 1)).setModesList([1]),
    ),
    'inodes of too few bytes': columns((m) => m.setInodes(new Uint8Array(7))),
    'inodes of too many bytes': columns((m) => m.setInodes(new Uint8Array(9))),
    'a name without its NUL': columns((m) => m.setNames(Buffer.from('a'))),
    'fewer names than types': columns((m) => m.setTypes(Uint8Array.of(1, 1))),
    'more names than types': columns((m) => m.setNames(Buffer.from('a\0b\0'))),
    'an empty name': columns((m) => m.setNames(Buffer.from('\0'))),
    "the name '.'": columns((m) => m.setNames(Buffer.from('.\0'))),
    "the name '..'": columns((m) => m.setNames(Buffer.from('..\0'))),
    'a name with a slash': columns((m) => m.setNames(Buffer.from('a/b\0'))),
    'a name beyond 64 KiB': columns((m) => m.setNames(Buffer.from(`${'x'.repeat(65_537)}\0`))),
    'type 0': columns((m) => m.setTypes(Uint8Array.of(0))),
    'type 9': columns((m) => m.setTypes(Uint8Array.of(9))),
    'what is skipped': columns((m) => m.setTypes(Uint8Array.of(8))),
    'a size beyond 2^53 - 1': columns((m) => m.setSizesList([2 ** 53])),
    'a size of 64 bits': columns((m) => m.setSizesList([2 ** 63])),
    'a billion nanoseconds': columns((m) => m.setMtimeNanosList([1e9])),
    'a mode beyond 07777': columns((m) => m.setModesList([0o10000])),
    'a symlink without target': columns((m) => m.setTypes(Uint8Array.of(3))),
    'a target without symlink': columns((m) => m.setTargets(Buffer.from('x\0'))),
    'the same column twice': Buffer.concat([columns(() => {}), columns(() => {})]),
    'a column that is not packed': Uint8Array.of(0x18, 1),
    'a length beyond the message': Uint8Array.of(0x0a, 0xff, 0xff, 0x7f, 1),
    'a uid beyond 32 bits': Buffer.concat([
      columns(() => {}),
      Uint8Array.of(0x3a, 5, 0xff, 0xff, 0xff, 0xff, 0x1f),
    ]),
    'a group, which proto3 has not': Uint8Array.of(0x83, 1),
    'more than 65,536 entries': new pb.EntryColumns()
      .setTypes(new Uint8Array(65_537).fill(1))
      .serializeBinary(),
  })) {
    it(`S11, S12: with ${what} end the session`, () => {
      expect(refused(bytes)).to.equal('E_PROTOCOL')
    })
  }
})
