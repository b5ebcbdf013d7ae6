import { expect } from 'chai'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { writeCall } from '../../dist/session/index.js'

describe('a message of a call', () => {
  it('waits while the other end is slow, and not once it is gone', async () => {
    const call = new PassThrough({ objectMode: true, highWaterMark: 1 })
    call.on('error', () => {})
    let isWritten = false
    const writing = writeCall(call, 'one').then(() => (isWritten = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(isWritten).to.equal(false)
    call.destroy()
    await writing
    if (!call.closed) await once(call, 'close')
    await writeCall(call, 'two')
  })

  it('waits for one event with all the others, however many they are', async () => {
    const call = new PassThrough({ objectMode: true, highWaterMark: 1 })
    const writing = Array.from({ length: 100 }, async (_, i) => writeCall(call, `${i}`))
    expect(call.listenerCount('drain')).to.equal(1)
    const read: string[] = []
    call.on('data', (message: string) => read.push(message))
    await Promise.all(writing)
    expect(read).to.deep.equal(Array.from({ length: 100 }, (_, i) => `${i}`))
    expect(call.listenerCount('drain')).to.equal(0)
  })
})
