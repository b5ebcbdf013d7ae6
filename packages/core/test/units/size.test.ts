import { expect } from 'chai'
import { type BlitError, parseSize } from '../../dist/index.js'

describe('parseSize', () => {
  it('reads decimal and binary units, in any case, with or without B', () => {
    const sizes: Record<string, number> = {
      '0': 0,
      '4096': 4096,
      '10B': 10,
      '10K': 10_000,
      '10k': 10_000,
      '10Ki': 10_240,
      '10KiB': 10_240,
      '2MB': 2_000_000,
      '3Gi': 3 * 2 ** 30,
      '1T': 1e12,
      '1ti': 2 ** 40,
      '9007199254740991': Number.MAX_SAFE_INTEGER,
    }
    for (const [text, bytes] of Object.entries(sizes)) expect(parseSize(text), text).to.equal(bytes)
  })

  it('reads fractions exactly and cuts off a part of a byte', () => {
    expect(parseSize('1.5Ki')).to.equal(1536)
    expect(parseSize('0.1G')).to.equal(100_000_000)
    expect(parseSize('8191.999999999999Ti')).to.equal(9_007_199_254_740_990)
    expect(parseSize('1.9')).to.equal(1)
  })

  it('refuses everything else as usage, naming the value and examples', () => {
    for (const text of [
      '',
      ' ',
      'K',
      '10 K',
      '-1',
      '+1',
      '1e3',
      '10Kb/s',
      '10X',
      '1.',
      '.5',
      '1,5K',
      '0x10',
      '10KK',
      '10iK',
      '1\n',
      '８',
    ]) {
      try {
        parseSize(text)
        expect.fail(`accepted '${text}'`)
      } catch (error) {
        expect((error as BlitError).code, text).to.equal('E_USAGE')
        expect((error as BlitError).message)
          .to.match(/'1\.5Gi'/)
          .and.to.contain(`'${text.replace('\n', '\\n')}'`)
      }
    }

    for (const text of ['9007199254740992', '8192Ti', '99999999999999999999T']) {
      expect(() => parseSize(text))
        .to.throw(/larger/)
        .with.property('code', 'E_USAGE')
    }
  })
})
