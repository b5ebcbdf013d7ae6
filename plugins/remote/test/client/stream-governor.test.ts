import { expect } from 'chai'

import { StreamGovernor } from '../../dist/client/stream-governor.js'

describe('how many streams a session has', () => {
  const far = (granted = 16): StreamGovernor => {
    const governor = new StreamGovernor({ granted, processors: 8 })
    governor.reached(20)
    return governor
  }

  it('is two near by, or one for one processor', () => {
    for (const [processors, count] of [
      [1, 1],
      [2, 2],
      [64, 2],
    ] as const) {
      const governor = new StreamGovernor({ granted: 16, processors })
      governor.reached(0.2)
      governor.seen(1000)
      governor.seen(9000)
      expect([governor.count, governor.settled]).to.deep.equal([count, true])
    }
  })

  it('is four far away, and doubles as long as the rate rises by a tenth', () => {
    const governor = far()
    const counts = [governor.count]
    for (const rate of [100, 150, 165, 170]) {
      governor.seen(rate)
      counts.push(governor.count)
    }

    expect(counts).to.deep.equal([4, 8, 16, 16, 16])
    expect(governor.settled).to.equal(true)
  })

  it('stays as it is once the rate rises no more', () => {
    const governor = far()
    for (const rate of [100, 109, 500]) governor.seen(rate)
    expect([governor.count, governor.settled]).to.deep.equal([8, true])
  })

  it('is never more than the other end grants', () => {
    const governor = far(6)
    governor.seen(100)
    governor.seen(900)
    expect([governor.count, governor.settled]).to.deep.equal([6, true])
    expect(new StreamGovernor({ granted: 1, processors: 8 }).count).to.equal(1)
  })

  it('is what the user wants, as far as that is granted', () => {
    for (const [wanted, count] of [
      [1, 1],
      [5, 5],
      [9, 7],
    ] as const) {
      const governor = new StreamGovernor({ granted: 7, processors: 2, wanted })
      governor.reached(50)
      governor.seen(100)
      expect([governor.count, governor.settled]).to.deep.equal([count, true])
    }
  })

  it('does not grow further when a stream was refused', () => {
    const governor = far()
    governor.refused()
    governor.seen(100)
    expect(governor.count).to.equal(4)
  })
})
