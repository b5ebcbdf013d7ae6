import { RandomSource } from '@blit/core/testing'
import { expect } from 'chai'
import { decodeTime, encodeTime, TimeJoiner, TimeSplitter } from '../../dist/protocol/index.js'

const NEAR_EDGES = [0n, 10n ** 9n, 2n ** 32n, 2n ** 48n, 2n ** 53n, 2n ** 63n, 9n * 10n ** 18n, 2n ** 70n]

function times(): bigint[] {
  const random = new RandomSource(3)
  const edges = NEAR_EDGES.flatMap((edge) =>
    [-2n, -1n, 0n, 1n, 2n].flatMap((step) => [edge + step, -edge + step]),
  )
  const any = Array.from({ length: 2000 }, () => {
    const bits = (BigInt(random.below(2 ** 32)) << 32n) | BigInt(random.below(2 ** 32))
    return BigInt.asIntN(64, bits) >> BigInt(random.below(64))
  })
  return [...edges, ...any]
}

describe('a time on the wire', () => {
  it('is whole seconds, rounded down, and what is left', () => {
    expect(encodeTime(1_500_000_000n)).to.deep.equal({ seconds: 1, nanos: 500_000_000 })
    expect(encodeTime(-1n)).to.deep.equal({ seconds: -1, nanos: 999_999_999 })
    expect(encodeTime(-1_000_000_000n)).to.deep.equal({ seconds: -1, nanos: 0 })
  })

  it('comes back exactly', () => {
    for (const ns of times()) {
      const { nanos, seconds } = encodeTime(ns)
      expect(decodeTime(seconds, nanos), `${ns}`).to.equal(ns)
    }
  })

  it('is the same one by one and many at once', () => {
    const splitter = new TimeSplitter()
    const joiner = new TimeJoiner()
    const [seconds, nanos] = [new Float64Array(1), new Uint32Array(1)]
    for (const ns of times()) {
      splitter.split(ns, 0, seconds, nanos)
      expect({ seconds: seconds[0]! + 0, nanos: nanos[0] }, `${ns}`).to.deep.equal(encodeTime(ns))
      expect(joiner.join(seconds[0]!, nanos[0]!), `${ns}`).to.equal(ns)
    }
  })

  it('has less than a billion nanoseconds, and seconds that are exact', () => {
    expect(() => decodeTime(0, 1e9)).to.throw('a time that is none')
    expect(() => decodeTime(2 ** 53, 0)).to.throw('a time that is none')
  })
})
