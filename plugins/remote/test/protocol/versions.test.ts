import { expect } from 'chai'
import { agreeOnVersion } from '../../dist/protocol/index.js'

const here = { name: 'this side', version: 3, minVersion: 2 }

describe('the version that two ends speak', () => {
  for (const [version, minVersion, agreed] of [
    [3, 2, 3],
    [2, 1, 2],
    [4, 3, 3],
    [9, 1, 3],
    [0, 0, 0],
  ] as const) {
    it(`is ${agreed} for ${version} (from ${minVersion} on) and 3 (from 2 on), whichever is asked`, () => {
      const there = { name: 'the daemon', version, minVersion }
      expect(agreeOnVersion(here, there)).to.equal(agreed)
      expect(agreeOnVersion(there, here)).to.equal(agreed)
    })
  }

  it('is none where the newer end has forgotten the older', () => {
    for (const [there, tooOld] of [
      [{ name: 'the daemon', version: 1, minVersion: 1 }, 'the daemon'],
      [{ name: 'the daemon', version: 5, minVersion: 4 }, 'this side'],
    ] as const) {
      expect(() => agreeOnVersion(here, there))
        .to.throw(/speaks version \d of the wire/)
        .that.includes({ code: 'E_VERSION', exit: 10, hint: `upgrade blit: ${tooOld} is too old` })
    }
  })
})
