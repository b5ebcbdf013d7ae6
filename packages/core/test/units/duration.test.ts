import { expect } from 'chai'
import { parseAge, parseDuration } from '../../dist/index.js'

describe('parseDuration', () => {
  it('reads every unit, fractions and several parts', () => {
    const durations: Record<string, bigint> = {
      '0': 0n,
      '0s': 0n,
      '5ns': 5n,
      '1us': 1000n,
      '1µs': 1000n,
      '100ms': 100_000_000n,
      '90s': 90_000_000_000n,
      '5m': 300_000_000_000n,
      '2h': 7_200_000_000_000n,
      '3d': 259_200_000_000_000n,
      '1w': 604_800_000_000_000n,
      '1.5s': 1_500_000_000n,
      '1h30m': 5_400_000_000_000n,
      '9223372036854775807ns': 2n ** 63n - 1n,
    }
    for (const [text, ns] of Object.entries(durations)) expect(parseDuration(text), text).to.equal(ns)
  })

  it('refuses everything else as usage, with examples', () => {
    for (const text of [
      '',
      '5',
      's',
      '-1s',
      '1 s',
      '1sec',
      '1y',
      '1s ',
      '1h30',
      '1.s',
      '99999w99999999w',
      '9223372036854775808ns',
      '1S',
      '1constructor',
    ]) {
      expect(() => parseDuration(text), text)
        .to.throw(/is no duration.*'90s'/)
        .with.property('code', 'E_USAGE')
    }
  })
})

describe('parseAge', () => {
  it('reads s m h d w and nothing finer', () => {
    expect(parseAge('2w')).to.equal(parseDuration('14d'))
    expect(parseAge('1d12h')).to.equal(parseDuration('36h'))
    for (const text of ['1ms', '1us', '5', 'yesterday', '']) {
      expect(() => parseAge(text), text)
        .to.throw(/is no age.*'30d'/)
        .with.property('code', 'E_USAGE')
    }
  })
})
