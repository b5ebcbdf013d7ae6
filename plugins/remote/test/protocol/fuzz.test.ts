import { BlitError, isBlitError } from '@blit/core'
import { RandomSource } from '@blit/core/testing'
import { expect } from 'chai'
import { parseColumns } from '../../dist/protocol/columns/parse-columns.js'
import {
  BlitService,
  checkMessage,
  checkWireName,
  checkWirePath,
  decodeEntries,
  decodeEntry,
  decodeFailure,
  decodeFilter,
  decodeLimits,
  decodePlace,
  decodeTime,
  decodeTransferOptions,
  encodeEntries,
  pb,
} from '../../dist/protocol/index.js'
import { decodeEntryBatch, decodeRoot, decodeXattrs } from '../../dist/session/index.js'
import { messageTypes } from './support/message-types.js'
import { randomEntries } from './support/random-entries.js'
import { randomMessage } from './support/random-message.js'

const ROUNDS = 3000

/** What follows from a message that could be read. */
const DECODERS: Readonly<Record<string, (message: never) => unknown>> = {
  EntryColumns: (message: pb.EntryColumns) => decodeEntry(message),
  EntryBatch: (message: pb.EntryBatch) => decodeEntryBatch(message, message.getFirstIndex()),
  PushHeader: (message: pb.PushHeader) => decodeRoot(message.getRoot()),
  Xattrs: (message: pb.Xattrs) => decodeXattrs(message),
  ScanResponse: (message: pb.ScanResponse) => decodeEntries(message.getEntries_asU8()),
  Failure: (message: pb.Failure) => decodeFailure(message, 'E_READ'),
  Limits: (message: pb.Limits) => decodeLimits(message),
  Place: (message: pb.Place) => decodePlace(message),
  PurgeRequest: (message: pb.PurgeRequest) => decodeFilter(message),
  SetMetadata: (message: pb.SetMetadata) => decodeTime(message.getMtimeSeconds(), message.getMtimeNanos()),
  TransferOptions: (message: pb.TransferOptions) => decodeTransferOptions(message),
}

/** Changes a few bytes, cuts, repeats or inserts some. */
function damage(bytes: Uint8Array, random: RandomSource): Uint8Array {
  const parts = Buffer.from(bytes)
  const [from, to] = [random.below(parts.length + 1), random.below(parts.length + 1)].sort(
    (a, b) => a - b,
  ) as [number, number]
  switch (random.below(5)) {
    case 0: {
      return parts.subarray(0, from)
    }

    case 1: {
      return Buffer.concat([parts.subarray(0, to), parts.subarray(from)])
    }

    case 2: {
      return Buffer.concat([parts.subarray(0, from), random.bytes(1 + random.below(8)), parts.subarray(from)])
    }

    default: {
      const count = 1 + random.below(4)
      for (let i = 0; i < count && parts.length > 0; i++)
        parts[random.below(parts.length)] = random.pick([0, 1, 0x7f, 0x80, 0xff, random.below(256)])
      return parts
    }
  }
}

/** Whether it is accepted; throws what is no error of blit. */
function survives(action: () => unknown, what: string): boolean {
  try {
    action()
    return true
  } catch (error) {
    if (isBlitError(error)) return false
    throw new Error(`${what}: ${String(error)}`, { cause: error })
  }
}

describe('S20: garbage on the control plane', () => {
  it('is refused by an error of blit, or is a message, of every type', () => {
    const random = new RandomSource(5)
    let accepted = 0
    for (let i = 0; i < ROUNDS; i++) {
      const type = random.pick(messageTypes)
      const whole = type.encode(randomMessage(type, random)).finish()
      const bytes = random.oneIn(8) ? random.bytes(random.below(200)) : damage(whole, random)
      const what = `${type.name} ${Buffer.from(bytes).toString('hex')}`
      const read = readerOf(type.name)
      if (survives(() => DECODERS[type.name]?.(read(Buffer.from(bytes)) as never), what)) accepted++
    }

    // Both happen, or this tests nothing.
    expect(accepted).to.be.within(ROUNDS / 20, ROUNDS * 0.95)
  })

  it('in columns is refused, or is entries, in memory of their scale', () => {
    const random = new RandomSource(6)
    let accepted = 0
    for (let i = 0; i < ROUNDS; i++) {
      let bytes = encodeEntries(randomEntries(random, random.below(12)))
      for (let times = random.below(3); times >= 0; times--) bytes = damage(bytes, random)
      const what = Buffer.from(bytes).toString('hex')
      survives(() => {
        const columns = Object.values(parseColumns(bytes)) as Array<{ byteLength: number } | undefined>
        const memory = columns.reduce((sum, column) => sum + (column?.byteLength ?? 0), 0)
        expect(memory, what).to.be.at.most(20 * bytes.length)
        accepted++
      }, what)
      survives(() => decodeEntries(bytes), what)
    }

    expect(accepted).to.be.within(ROUNDS / 50, ROUNDS * 0.95)
  })

  it('in a batch of a manifest is refused, or is entries in runs of directories', () => {
    const random = new RandomSource(8)
    let accepted = 0
    for (let i = 0; i < ROUNDS; i++) {
      const entries = randomEntries(random, 1 + random.below(12))
      const batch = new pb.EntryBatch()
        .setColumns(encodeEntries(entries))
        .setDirectoriesList([random.below(3)])
        .setCountsList([entries.length])
        .setCompleteList([0])
        .setXattrsList([
          new pb.Xattrs()
            .setIndex(random.below(entries.length + 1))
            .setNamesList([Buffer.from('user.a')])
            .setValuesList([random.bytes(8)]),
        ])
      const bytes = damage(batch.serializeBinary(), random)
      survives(() => {
        const read = readerOf('EntryBatch')(Buffer.from(bytes)) as pb.EntryBatch
        const { columns } = decodeEntryBatch(read, 0)
        for (const one of read.getXattrsList()) decodeXattrs(one)
        expect(columns.types.length).to.be.at.most(bytes.length)
        accepted++
      }, Buffer.from(bytes).toString('hex'))
    }

    expect(accepted).to.be.within(ROUNDS / 50, ROUNDS * 0.95)
  })

  it('is no path and no name that leads elsewhere', () => {
    const random = new RandomSource(7)
    for (let i = 0; i < ROUNDS; i++) {
      const bytes = Uint8Array.from({ length: random.below(8) }, () =>
        random.pick([0x2e, 0x2f, 0x5c, 0x3a, 0, 0x61, 0xc0, 0xae]),
      )
      const what = Buffer.from(bytes).toString('latin1')
      survives(
        () => expect(`/${checkWirePath(bytes, 'win32')}/`).not.to.match(/\/\.{1,2}\/|\0|\\|^\/[^/]+\/\//),
        what,
      )
      survives(() => expect(checkWireName(bytes, 'linux')).not.to.match(/^\.{0,2}$|\/|\0/), what)
    }
  })
})

/** As the service reads a message, whether or not it is one of its requests. */
function readerOf(name: string): (bytes: Buffer) => unknown {
  const stub = (pb as unknown as Record<string, { deserializeBinary(bytes: Uint8Array): unknown }>)[name]!
  const method = Object.values(BlitService).find(
    (one) => (one as unknown as { requestType: unknown }).requestType === stub,
  )
  return (
    method?.requestDeserialize ??
    ((bytes) => {
      checkMessage(name, bytes)
      try {
        return stub.deserializeBinary(bytes)
      } catch (error) {
        throw new BlitError('E_PROTOCOL', 'a message that cannot be read', { cause: error })
      }
    })
  )
}
