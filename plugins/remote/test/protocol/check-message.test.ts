import { isBlitError } from '@blit/core'
import { RandomSource } from '@blit/core/testing'
import { expect } from 'chai'
import { BlitService, checkMessage, pb } from '../../dist/protocol/index.js'
import { randomMessage } from './support/random-message.js'
import { messageTypes } from './support/message-types.js'

/** `tag` and an empty value, over and over. */
const repeated = (tag: number, times: number) => Buffer.alloc(2 * times, Buffer.of(tag, 0))

const wrapped = (tag: number, bytes: Uint8Array) => {
  const length: number[] = []
  let rest = bytes.length
  for (; rest > 127; rest >>>= 7) length.push((rest & 127) | 128)
  return Buffer.concat([Buffer.of(tag, ...length, rest), bytes])
}

function codeOf(type: string, bytes: Uint8Array): string {
  try {
    checkMessage(type, bytes)
  } catch (error) {
    if (isBlitError(error)) return error.code
    throw error
  }

  return 'accepted'
}

describe('a message before it is read', () => {
  it('may be whatever another implementation writes', () => {
    const random = new RandomSource(4)
    for (const type of messageTypes)
      for (let i = 0; i < 20; i++)
        expect(codeOf(type.name, type.encode(randomMessage(type, random)).finish()), type.name).to.equal(
          'accepted',
        )
  })

  it('may be a full batch of a manifest, or of what is needed', () => {
    const numbers = Array.from({ length: 65_536 }, (_, i) => i)
    const batch = new pb.EntryBatch()
      .setDirectoriesList(numbers)
      .setCountsList(numbers)
      .setCompleteList(numbers)
    expect(codeOf('EntryBatch', batch.setColumns(Buffer.alloc(1_000_000, 1)).serializeBinary())).to.equal(
      'accepted',
    )
    const need = new pb.Need().setIndicesList(Array.from({ length: 262_144 }, (_, i) => i))
    expect(codeOf('Need', need.serializeBinary())).to.equal('accepted')
    const failures = Array.from({ length: 4096 }, () => new pb.Failure().setMessage('x'.repeat(200)))
    expect(codeOf('Failures', new pb.Failures().setFailuresList(failures).serializeBinary())).to.equal(
      'accepted',
    )
  })

  for (const [what, type, bytes] of [
    ['empty messages', 'Failures', repeated(0x0a, 131_073)],
    ['empty strings', 'PurgeRequest', repeated(0x12, 131_073)],
    ['fields that are not known', 'Place', repeated(0xf8 & 0x78, 1_048_577)],
    ['numbers', 'Need', wrapped(0x0a, Buffer.alloc(1_048_577))],
    ['numbers inside', 'DestinationMessage', wrapped(0x12, wrapped(0x0a, Buffer.alloc(1_048_577)))],
  ] as const) {
    it(`S11: has no more ${what} than a batch can have`, () => {
      expect(codeOf(type, bytes)).to.equal('E_PROTOCOL')
    })
  }

  it('S11: is not nested without end', () => {
    let bytes: Uint8Array = Buffer.alloc(0)
    for (let i = 0; i < 16; i++) bytes = wrapped(0x1a, bytes)
    expect(codeOf('IdentityResponse', bytes)).to.equal('accepted')
    expect(codeOf('IdentityResponse', wrapped(0x1a, bytes))).to.equal('E_PROTOCOL')
  })

  for (const [what, type, bytes] of [
    ['a message of which one byte is missing', 'Ping', [0x0a, 2, 8]],
    ['a text where a number is meant', 'Limits', [0x0a, 1, 1]],
    ['a number where a text is meant', 'Place', [0x08, 1]],
    ['a number where a message is meant', 'PingRequest', [0x08, 1]],
    ['half a number', 'Limits', [0x08, 0x80]],
    ['half a number in a column', 'Need', [0x0a, 2, 1, 0x80]],
    ['a number of eleven bytes', 'Limits', [0x08, ...Array.from({ length: 10 }, () => 0x80), 0]],
    ['a length of six bytes', 'Place', [0x0a, 0x80, 0x80, 0x80, 0x80, 0x80, 0]],
    ['a group', 'Place', [0x7b]],
    ['field 0', 'Place', [0x02, 0]],
    ['half of 64 bits', 'DataTransferNegotiation', [0x31, 1, 2, 3, 4]],
  ] as const) {
    it(`is refused if it is ${what}`, () => {
      expect(codeOf(type === 'Ping' ? 'PingRequest' : type, Uint8Array.from(bytes))).to.equal('E_PROTOCOL')
    })
  }

  it('is checked in every call of the service, both ways', () => {
    for (const [name, method] of Object.entries(BlitService)) {
      for (const read of [method.requestDeserialize, method.responseDeserialize]) {
        expect(() => read(Buffer.of(0x02, 0)), name)
          .to.throw('field without a number')
          .with.property('code', 'E_PROTOCOL')
      }
    }
  })
})
