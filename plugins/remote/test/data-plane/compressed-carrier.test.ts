import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'

import { compressedCarrier, MAX_BLOCK_BYTES, type Carrier } from '../../dist/data-plane/stream.js'

/** What one end writes is what it reads, as far as it goes. */
class Loop implements Carrier {
  bytes: Buffer = Buffer.alloc(0)
  readonly write = (bytes: Buffer): void => {
    this.bytes = Buffer.concat([this.bytes, bytes])
  }

  readonly read = (target: Buffer, start: number, length: number): number => {
    const read = this.bytes.copy(target, start, 0, Math.min(length, this.bytes.length, 1000))
    if (read === 0) throw new Error('there is nothing more')
    this.bytes = this.bytes.subarray(read)
    return read
  }

  readonly setTimeout = (): void => {}
  readonly close = (): void => {}
}

function readAll(carrier: Carrier, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let at = 0; at < length;) at += carrier.read(bytes, at, length - at)
  return bytes
}

const twice = (bytes: Buffer): Buffer => Buffer.concat([bytes, bytes])

function block(length: number, packed: Buffer, said = packed.length): Buffer {
  const header = Buffer.alloc(8)
  header.writeUInt32LE(length, 0)
  header.writeUInt32LE(said, 4)
  return Buffer.concat([header, packed])
}

describe('a carrier that compresses', () => {
  let loop: Loop
  let carrier: Carrier

  beforeEach(() => {
    loop = new Loop()
    carrier = compressedCarrier(loop)
  })

  const text = (length: number): Buffer => Buffer.alloc(length, 'what is said again and again ')

  it('delivers what was written, whatever it is and however long', () => {
    const parts = [
      Buffer.from('x'),
      text(24),
      text(600),
      randomBytes(5000),
      text(MAX_BLOCK_BYTES),
      randomBytes(MAX_BLOCK_BYTES + 1),
      text(3 * MAX_BLOCK_BYTES + 17),
      Buffer.alloc(0),
    ]
    for (const part of parts) carrier.write(part)
    for (const part of parts) expect(readAll(carrier, part.length).equals(part)).to.equal(true)
    expect(loop.bytes.length).to.equal(0)
  })

  it('makes less of what shrinks, and hardly more of what does not', () => {
    carrier.write(text(1_000_000))
    expect(loop.bytes.length).to.be.below(20_000)
    loop.bytes = Buffer.alloc(0)
    carrier.write(randomBytes(1_000_000))
    expect(loop.bytes.length).to.be.within(1_000_000, 1_000_100)
  })

  const lies: ReadonlyArray<readonly [string, Buffer, string]> = [
    ['a block of nothing', block(0, Buffer.alloc(0)), 'E_PROTOCOL'],
    ['a block that is too long', block(MAX_BLOCK_BYTES + 1, Buffer.alloc(10)), 'E_PROTOCOL'],
    ['a block of four gigabytes', block(0xff_ff_ff_ff, Buffer.alloc(10)), 'E_PROTOCOL'],
    ['a block that has grown', block(10, Buffer.alloc(11)), 'E_PROTOCOL'],
    ['a block in nothing', block(10, Buffer.alloc(0)), 'E_PROTOCOL'],
    ['more than was announced', block(1000, deflateRawSync(text(MAX_BLOCK_BYTES))), 'E_UNREACHABLE'],
    ['one byte more than was announced', block(1000, deflateRawSync(text(1001))), 'E_UNREACHABLE'],
    ['a bomb', block(MAX_BLOCK_BYTES, deflateRawSync(Buffer.alloc(100_000_000))), 'E_UNREACHABLE'],
    ['less than was announced', block(1000, deflateRawSync(text(999))), 'E_UNREACHABLE'],
    [
      'bytes behind the end',
      block(1000, Buffer.concat([deflateRawSync(text(1000)), Buffer.alloc(1)])),
      'E_UNREACHABLE',
    ],
    ['a second stream behind the end', block(1000, twice(deflateRawSync(text(500)))), 'E_UNREACHABLE'],
    ['a stream that is cut short', block(1000, deflateRawSync(text(1000)).subarray(0, -1)), 'E_UNREACHABLE'],
    ['what nobody has compressed', block(1000, Buffer.alloc(500, 0xff)), 'E_UNREACHABLE'],
  ]
  for (const [what, bytes, code] of lies)
    it(`S11: ends with an error for ${what}`, () => {
      loop.bytes = bytes
      expect(() => carrier.read(Buffer.alloc(100), 0, 100))
        .to.throw()
        .with.property('code', code)
    })
})
