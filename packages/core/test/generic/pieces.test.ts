import { expect } from 'chai'
import { Pacer } from '../../dist/generic/pacer.js'
import { ProgressMeter } from '../../dist/generic/progress-meter.js'
import { readAhead } from '../../dist/generic/read-ahead.js'
import { sameStreams } from '../../dist/generic/same-content.js'
import { WorkPool } from '../../dist/generic/work-pool.js'
import { EMPTY_TALLY, type Progress } from '../../dist/index.js'

async function* chunks(...texts: string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

describe('a work pool', () => {
  it('never runs more than its limit, and waits for all', async () => {
    const pool = new WorkPool(3)
    let now = 0
    let most = 0
    let done = 0
    for (let i = 0; i < 20; i++) {
      await pool.start(async () => {
        most = Math.max(most, ++now)
        await new Promise((resolve) => setImmediate(resolve))
        now--
        done++
      })
    }

    await pool.idle()
    expect([most, done]).to.deep.equal([3, 20])
  })

  it('gives the first error when it is idle, after everything ended', async () => {
    const pool = new WorkPool(2)
    let ended = 0
    await pool.start(async () => {
      throw new Error('first')
    })
    await pool.start(async () => {
      await new Promise((resolve) => setImmediate(resolve))
      ended++
    })
    const error = await pool.idle().catch((error_: unknown) => error_)
    expect((error as Error).message).to.equal('first')
    expect(ended).to.equal(1)
  })
})

describe('reading ahead', () => {
  it('asks for a few items before they are needed, and no more', async () => {
    let asked = 0
    async function* source(): AsyncGenerator<number> {
      for (let i = 0; i < 10; i++) {
        asked++
        yield i
      }
    }

    const got: number[] = []
    for await (const item of readAhead(source(), 3)) {
      got.push(item)
      await new Promise((resolve) => setImmediate(resolve))
      expect(asked).to.be.at.most(item + 4)
      if (item === 0) expect(asked).to.be.at.least(3)
    }

    expect(got).to.have.length(10)
  })

  it('passes an error on, after the items before it', async () => {
    async function* source(): AsyncGenerator<number> {
      yield 1
      throw new Error('broken')
    }

    const got: number[] = []
    let message = ''
    try {
      for await (const item of readAhead(source(), 4)) got.push(item)
    } catch (error) {
      message = (error as Error).message
    }

    expect([got, message]).to.deep.equal([[1], 'broken'])
  })

  it('closes the source when the consumer stops early', async () => {
    let closed = false
    async function* source(): AsyncGenerator<number> {
      try {
        for (;;) yield 1
      } finally {
        closed = true
      }
    }

    const reading = readAhead(source(), 4)
    await reading.next()
    await reading.return(undefined)
    expect(closed).to.equal(true)
  })
})

describe('the pacer', () => {
  it('holds back as long as the bytes cost, summed over all', async () => {
    let nowMs = 0
    const slept: number[] = []
    const pacer = new Pacer(1000, {
      nowMs: () => nowMs,
      async sleep(ms) {
        slept.push(ms)
      },
    })
    const { signal } = new AbortController()
    await pacer.pay(100, signal)
    await pacer.pay(100, signal)
    nowMs = 1000
    // A twentieth of a second was lost, and is made up for.
    await pacer.pay(150, signal)
    expect(slept).to.deep.equal([100, 200, 100])
  })
})

describe('the progress meter', () => {
  it('speaks at most ten times a second, and once at the end', () => {
    let nowMs = 0
    const said: Progress[] = []
    const meter = new ProgressMeter({ progress: (one) => said.push(one) }, { ...EMPTY_TALLY }, () => nowMs)
    for (; nowMs < 1000; nowMs++) meter.tick(`at ${nowMs}`)
    expect(said).to.have.length(10)
    meter.finish()
    expect(said.at(-1)?.current).to.equal('at 999')
  })
})

describe('two streams', () => {
  const cases: Array<[string[], string[], boolean]> = [
    [['abc', 'def'], ['ab', '', 'cdef'], true],
    [[], [''], true],
    [['abc'], ['abcd'], false],
    [['abcd'], ['abc'], false],
    [['abc'], ['abd'], false],
    [[''], ['a'], false],
  ]
  for (const [a, b, same] of cases) {
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)} are ${same ? 'the same' : 'different'}`, async () => {
      expect(await sameStreams(chunks(...a), chunks(...b))).to.equal(same)
    })
  }
})
