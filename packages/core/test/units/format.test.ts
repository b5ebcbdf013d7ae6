import { expect } from 'chai'
import { formatBytes, formatCount, formatDuration, formatRate } from '../../dist/index.js'

describe('what is formatted for the eye', () => {
  it('shows bytes with three digits and never a thousand of a unit', () => {
    const shown: Array<[bigint | number, string]> = [
      [0, '0 B'],
      [999, '999 B'],
      [1000, '1.00 kB'],
      [1234, '1.23 kB'],
      [9999, '10.0 kB'],
      [99_960, '100 kB'],
      [999_499, '999 kB'],
      [999_500, '1.00 MB'],
      [45_600_000n, '45.6 MB'],
      [5e18, '5000 PB'],
    ]
    for (const [bytes, text] of shown) expect(formatBytes(bytes)).to.equal(text)
    expect(formatRate(1_500_000)).to.equal('1.50 MB/s')
    expect(formatRate(Number.NaN)).to.equal('? B/s')
  })

  it('shows counts exactly up to a million', () => {
    const shown: Array<[number, string]> = [
      [0, '0'],
      [999, '999'],
      [1000, '1,000'],
      [999_999, '999,999'],
      [1_000_000, '1.00M'],
      [1_234_567, '1.23M'],
    ]
    for (const [count, text] of shown) expect(formatCount(count)).to.equal(text)
  })

  it('shows durations in the two units that matter', () => {
    const shown: Array<[number, string]> = [
      [0, '0.0s'],
      [849, '0.8s'],
      [9949, '9.9s'],
      [9950, '10s'],
      [59_400, '59s'],
      [59_600, '1m 00s'],
      [185_000, '3m 05s'],
      [7_440_000, '2h 04m'],
      [86_399_000, '23h 59m'],
      [86_400_000, '1d 00h'],
      [273_600_000, '3d 04h'],
      [Number.POSITIVE_INFINITY, '?'],
    ]
    for (const [ms, text] of shown) expect(formatDuration(ms)).to.equal(text)
  })
})
