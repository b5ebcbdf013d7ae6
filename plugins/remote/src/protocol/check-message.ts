import { protocolError } from './protocol-error.js'
import { SHAPES } from './shapes.js'

/** What a message may cost at most: one for a number, more for what becomes an object. */
const MAX_COST = 1_048_576
const OBJECT_COST = 8
const MAX_DEPTH = 16

const VARINT = 0
const FIXED_64 = 1
const LENGTH_DELIMITED = 2
const FIXED_32 = 5

const WIRE_TYPES: Readonly<Record<string, number>> = { varint: VARINT, fixed64: FIXED_64, fixed32: FIXED_32 }

/**
 * Looks through a message before google-protobuf reads it (S11): two bytes can stand for an empty message, whose object takes
 * a hundred times as much, and messages in messages for calls in calls. Throws `E_PROTOCOL` for a message that would
 * need memory out of proportion, is nested too deeply, is cut short, or has a field of another kind than `type` says.
 */
export function checkMessage(type: string, bytes: Uint8Array): void {
  new MessageWalk(bytes).through(type, bytes.length, 0)
}

class MessageWalk {
  private at = 0
  private cost = 0

  constructor(private readonly bytes: Uint8Array) {}

  through(type: string, end: number, depth: number): void {
    const shape = SHAPES[type]
    if (shape === undefined) throw new TypeError(`there is no message ${type}`)
    if (depth > MAX_DEPTH) throw protocolError('messages in messages without end')
    while (this.at < end) {
      const tag = this.varint(end)
      const wireType = tag % 8
      const field = Math.floor(tag / 8)
      if (field === 0) throw protocolError('a field without a number')
      this.value(Object.hasOwn(shape, field) ? shape[field] : undefined, wireType, end, depth)
    }
  }

  private value(shape: string | undefined, wireType: number, end: number, depth: number): void {
    if (wireType === LENGTH_DELIMITED) this.delimited(shape, end, depth)
    else {
      const wanted = shape === 'varints' ? VARINT : WIRE_TYPES[shape ?? '']
      if (shape !== undefined && wanted !== wireType) throw protocolError('a field of another kind')
      this.spend(1)
      if (wireType === VARINT) this.skipVarint(end)
      else if (wireType === FIXED_64) this.skip(8, end)
      else if (wireType === FIXED_32) this.skip(4, end)
      else throw protocolError(`a field of wire type ${wireType}`)
    }
  }

  private delimited(shape: string | undefined, end: number, depth: number): void {
    if (shape !== undefined && shape in WIRE_TYPES) throw protocolError('a field of another kind')
    const length = this.varint(end)
    if (length > end - this.at) throw cutShort()
    const stop = this.at + length
    this.spend(OBJECT_COST)
    if (shape === undefined || shape === 'bytes') this.at = stop
    else if (shape === 'varints') this.countVarints(stop)
    else this.through(shape, stop, depth + 1)
  }

  /** Each ends with a byte below 128. */
  private countVarints(stop: number): void {
    let count = 0
    for (; this.at < stop; this.at++) if ((this.bytes[this.at] as number) < 128) count++
    if ((this.bytes[stop - 1] ?? 0) > 127) throw cutShort()
    this.spend(count)
  }

  private spend(cost: number): void {
    this.cost += cost
    if (this.cost > MAX_COST) throw protocolError('a message of too many parts')
  }

  /** Of a tag or a length: 32 bits. */
  private varint(end: number): number {
    let value = 0
    for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
      if (this.at >= end) throw cutShort()
      const byte = this.bytes[this.at++] as number
      value += (byte & 127) * factor
      if (byte < 128) return value
    }

    throw protocolError('a length beyond 32 bits')
  }

  private skipVarint(end: number): void {
    for (let i = 0; i < 10; i++) {
      if (this.at >= end) throw cutShort()
      if ((this.bytes[this.at++] as number) < 128) return
    }

    throw protocolError('a number beyond 64 bits')
  }

  private skip(length: number, end: number): void {
    if (length > end - this.at) throw cutShort()
    this.at += length
  }
}

function cutShort(): Error {
  return protocolError('a message that is cut short')
}
