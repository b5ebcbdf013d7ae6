import {
  ARCHIVE_PRESERVE,
  DEFAULT_TRANSFER_OPTIONS,
  fromBytes,
  isBlitError,
  type TransferOptions,
} from '@blit/core'
import { expect } from 'chai'
import {
  decodeTransferOptions,
  encodeTransferOptions,
  pb,
  type SessionOptions,
} from '../../dist/protocol/index.js'

/** Every option, other than by default. */
const EVERYTHING: Required<Omit<TransferOptions, 'workers'>> = {
  dryRun: true,
  compare: { mode: 'checksum', ignoreExisting: true, update: true, modifyWindowNs: 2n ** 63n + 1n },
  filter: {
    rules: [
      { action: 'include', pattern: fromBytes(Buffer.of(0xff, 0x2a)) },
      { action: 'exclude', pattern: '*' },
    ],
    hiddenPaths: new Set(['a/b', fromBytes(Buffer.of(0xfe))]),
    minSizeBytes: 0,
    maxSizeBytes: 2 ** 53 - 1,
    modifiedAfterNs: -1n,
    modifiedBeforeNs: 1_732_300_000_123_456_789n,
  },
  filesFrom: ['x', 'y/z'],
  preserve: ARCHIVE_PRESERVE,
  copyLinks: true,
  maxDelete: 0,
  allowEmptySource: true,
  deleteExcluded: true,
  backupDir: '.old/b',
  fsync: true,
  resume: false,
  inplace: true,
  verify: true,
  hashed: false,
  retries: 3,
  bwlimitBytesPerSec: 1,
  streams: 16,
  compress: true,
  reportActions: true,
}

const sent = (options: TransferOptions): SessionOptions => ({
  operation: 'mirror',
  options,
  hashed: options.hashed,
  confirmDeletes: true,
})

function again(session: SessionOptions): SessionOptions {
  return decodeTransferOptions(
    pb.TransferOptions.deserializeBinary(encodeTransferOptions(session).serializeBinary()),
  )
}

function refused(change: (message: pb.TransferOptions) => unknown): string {
  const message = encodeTransferOptions(sent(DEFAULT_TRANSFER_OPTIONS))
  change(message)
  try {
    decodeTransferOptions(message)
  } catch (error) {
    if (isBlitError(error)) return error.code
    throw error
  }

  return 'accepted'
}

describe("a transfer's options on the wire", () => {
  it('come back as they were, by default and all changed', () => {
    for (const options of [DEFAULT_TRANSFER_OPTIONS, EVERYTHING])
      expect(again(sent(options))).to.deep.equal(sent(options))
    const plain: SessionOptions = {
      ...sent(EVERYTHING),
      operation: 'move',
      hashed: false,
      confirmDeletes: false,
    }
    expect(again(plain)).to.deep.equal(plain)
  })

  it('come back one by one', () => {
    for (const key of Object.keys(EVERYTHING) as Array<keyof typeof EVERYTHING>) {
      const options = { ...DEFAULT_TRANSFER_OPTIONS, [key]: EVERYTHING[key] }
      expect(again(sent(options)).options, key).to.deep.equal(options)
    }

    for (const key of Object.keys(ARCHIVE_PRESERVE)) {
      const preserve = { ...DEFAULT_TRANSFER_OPTIONS.preserve, [key]: true }
      expect(again(sent({ ...EVERYTHING, preserve })).options.preserve, key).to.deep.equal(preserve)
    }
  })

  it('know a list of no files from no list', () => {
    expect(again(sent({ ...DEFAULT_TRANSFER_OPTIONS, filesFrom: [] })).options.filesFrom).to.deep.equal([])
  })

  it('do not carry how many threads the other side has', () => {
    expect(again(sent({ ...DEFAULT_TRANSFER_OPTIONS, workers: 3 })).options).not.to.have.property('workers')
  })

  it('are not sent with more paths than fit', () => {
    const filesFrom = Array.from({ length: 65_537 }, (_, i) => `${i}`)
    expect(() => encodeTransferOptions(sent({ ...DEFAULT_TRANSFER_OPTIONS, filesFrom }))).to.throw(
      'too many paths',
    )
  })

  it('ask for no more than is granted', () => {
    const many = { ...DEFAULT_TRANSFER_OPTIONS, retries: 5000, streams: 64 }
    expect(again(sent(many)).options).to.include({ retries: 100, streams: 16 })
  })

  it('are there', () => {
    expect(() => decodeTransferOptions(undefined)).to.throw('no options')
  })

  const rule = () => new pb.FilterRule().setPattern(Buffer.from('x'))
  for (const [what, change] of Object.entries<(message: pb.TransferOptions) => unknown>({
    'an unknown operation': (m) => m.setOperation('purge'),
    'no operation': (m) => m.setOperation(''),
    'an operation that every object has': (m) => m.setOperation('constructor'),
    'an unknown way to compare': (m) => m.setCompare('mtime'),
    'a backup folder outside': (m) => m.setBackupDir(Buffer.from('../x')),
    'an absolute backup folder': (m) => m.setBackupDir(Buffer.from('/x')),
    'a hidden path outside': (m) => m.addHiddenPaths(Buffer.from('..')),
    'a listed path outside': (m) => m.setFilesFrom(new pb.FilesFrom().addPaths(Buffer.from('a/../b'))),
    'too many listed paths': (m) =>
      m.setFilesFrom(new pb.FilesFrom().setPathsList(new Array(65_537).fill(Buffer.from('a')))),
    'too many rules': (m) => m.setRulesList(Array.from({ length: 1001 }, rule)),
    'too long a rule': (m) => m.addRules(new pb.FilterRule().setPattern(Buffer.alloc(1025, 'x'))),
    'a size beyond 2^53 - 1': (m) => m.setMaxSize(2 ** 60),
    'a count beyond 2^53 - 1': (m) => m.setMaxDelete(2 ** 60),
    'more than 100 retries': (m) => m.setRetries(101),
    'more than 16 streams': (m) => m.setMaxStreams(17),
    'a rate of nothing': (m) => m.setBwlimitBytesPerSecond(0),
  })) {
    it(`S11, S12: with ${what} end the session`, () => {
      expect(refused(change)).to.equal('E_PROTOCOL')
    })
  }

  it('are accepted at those limits', () => {
    expect(
      refused((m) =>
        m
          .setRulesList(Array.from({ length: 1000 }, rule))
          .setRetries(100)
          .setMaxStreams(16),
      ),
    ).to.equal('accepted')
  })
})
