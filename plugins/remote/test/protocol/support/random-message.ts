import type { RandomSource } from '@blit/core/testing'
import protobuf from 'protobufjs'

type Plain = Record<string, unknown>

/** Its own types do not tell. */
interface LongNumbers {
  readonly isLong: (value: unknown) => value is { readonly isZero: () => boolean }
  readonly fromBits: (low: number, high: number, unsigned: boolean) => unknown
}

const LONG = protobuf.util.Long as unknown as LongNumbers

/**
 * Random fields of a message, as protobufjs takes them. What is zero or empty is left out, as the wire leaves it out;
 * absent things come often. At most `depth` messages deep.
 */
export function randomMessage(type: protobuf.Type, random: RandomSource, depth = 4): Plain {
  const message: Plain = {}
  const arms = new Set(
    type.oneofsArray.filter((one) => one.fieldsArray.length > 1).map((one) => random.pick(one.fieldsArray)),
  )
  for (const field of type.fieldsArray) {
    field.resolve()
    const isArm = (field.partOf?.fieldsArray.length ?? 0) > 1
    if (isArm ? !arms.has(field) : random.oneIn(3)) continue
    if (depth === 0 && field.resolvedType instanceof protobuf.Type) continue
    const one = () => randomValue(field, random, depth)
    if (field.repeated) message[field.name] = Array.from({ length: 1 + random.below(5) }, one)
    else {
      const value = one()
      // Only fields that tell absent from zero travel as zero.
      if (isArm || field.options?.['proto3_optional'] || !isZero(value)) message[field.name] = value
    }
  }

  return message
}

function isZero(value: unknown): boolean {
  if (LONG.isLong(value)) return value.isZero()
  return value === 0 || value === false || value === '' || (value instanceof Uint8Array && value.length === 0)
}

function randomValue(field: protobuf.Field, random: RandomSource, depth: number): unknown {
  if (field.resolvedType instanceof protobuf.Type) return randomMessage(field.resolvedType, random, depth - 1)
  switch (field.type) {
    case 'bool': {
      return random.oneIn(2)
    }

    case 'string': {
      return random.pick(['', 'a', 'E_READ', 'naïve/path', '\u{1F4BE}\n', 'x'.repeat(300)])
    }

    case 'bytes': {
      return random.bytes(random.pick([0, 1, 16, 200]))
    }

    case 'uint32': {
      return random.pick([0, 1, 127, 128, 0o777, 2 ** 31, 2 ** 32 - 1, random.below(2 ** 32)])
    }

    default: {
      return random64(field, random)
    }
  }
}

/** Of 64 bits where the stub has them as text, otherwise what a double holds. */
function random64({ type, options }: protobuf.Field, random: RandomSource): unknown {
  if (options?.['jstype'] === 'JS_STRING') {
    const bits = [
      random.pick([0, 1, random.below(2 ** 32)]),
      random.pick([0, 2 ** 31, random.below(2 ** 32)]),
    ]
    return LONG.fromBits(bits[0]! | 0, bits[1]! | 0, !type.startsWith('s'))
  }

  const value = random.pick([0, 1, 300, 2 ** 31, 2 ** 32 + 7, 2 ** 53 - 1, random.below(2 ** 50)])
  return type.startsWith('u') || type.startsWith('f') || random.oneIn(2) ? value : -value
}
