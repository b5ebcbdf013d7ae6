import { expect } from 'chai'
import { giveSignsOfLife } from '../../dist/session/signs-of-life.js'

describe('signs of life', () => {
  it('are given until a call is over, and not to a client that does not read', async () => {
    let given = 0
    let enough = (): void => {}
    const call = {
      writable: true,
      writableNeedDrain: false,
      write(message: string) {
        expect(message).to.equal('alive')
        if (++given === 3) enough()
        return true
      },
    }
    const three = new Promise<void>((resolve) => (enough = resolve))
    giveSignsOfLife(call, 'alive', 1)
    await three
    call.writableNeedDrain = true
    const before = given
    // Of two intervals of equal length the older one comes first.
    await new Promise<void>((resolve) => {
      let turns = 0
      const timer = setInterval(() => {
        if (++turns < 3) return
        clearInterval(timer)
        resolve()
      }, 1)
    })
    expect(given).to.equal(before)
    call.writable = false
  })
})
