import { expect } from 'chai'
import { inOrder } from '../../dist/check/in-order.js'
import { all, rejection } from '../memory-reach.js'

async function* upTo(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i
}

describe('work in order', () => {
  it('gives results in the order of the items, whichever is done first', async () => {
    const finish: Array<() => void> = []
    const work = async (item: number): Promise<number> => {
      await new Promise<void>((resolve) => {
        finish.push(resolve)
        // The last one that can be under way ends them all, the latest first.
        if (item === 3) for (const end of finish.reverse()) end()
      })
      return item * 10
    }

    expect(await all(inOrder(upTo(4), 4, work))).to.deep.equal([0, 10, 20, 30])
  })

  it('never does more at once than it may', async () => {
    let [running, most] = [0, 0]
    const work = async (item: number): Promise<number> => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      running--
      return item
    }

    expect(await all(inOrder(upTo(50), 3, work))).to.have.length(50)
    expect(most).to.equal(3)
  })

  it('gives at once what needs no waiting', async () => {
    const results = inOrder(upTo(1000), 16, (item) => item)
    expect(await results.next()).to.deep.equal({ value: 0, done: false })
    expect(await all(results)).to.have.length(999)
  })

  it('waits for what was started before it rejects', async () => {
    let ended = 0
    const work = async (item: number): Promise<number> => {
      if (item === 0) throw new Error('the first')
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      ended++
      return item
    }

    expect(await rejection(all(inOrder(upTo(3), 3, work)))).to.have.property('message', 'the first')
    expect(ended).to.equal(2)
  })
})
