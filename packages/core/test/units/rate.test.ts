import { expect } from 'chai'
import { parseRate } from '../../dist/index.js'

describe('parseRate', () => {
  it('reads bytes a second', () => {
    expect(parseRate('10M')).to.equal(10_000_000)
    expect(parseRate('10M/s')).to.equal(10_000_000)
    expect(parseRate('1KiB/s')).to.equal(1024)
    expect(parseRate('1')).to.equal(1)
    expect(parseRate('9007199254740991')).to.equal(Number.MAX_SAFE_INTEGER)
  })

  it('refuses nothing a second and what is no rate', () => {
    for (const text of ['0', '0M', '0.5', '', '/s', '10M/h', '10M/s/s', '-1', '9007199254740992']) {
      expect(() => parseRate(text), text)
        .to.throw(/is no rate/)
        .with.property('code', 'E_USAGE')
    }
  })
})
