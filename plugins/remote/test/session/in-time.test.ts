import { expect } from 'chai'
import { inTime } from '../../dist/session/index.js'
import { rejection } from '../client/scripted-daemon.js'

describe('what a call says first', () => {
  it('S16: is not waited for longer than the deadline', async () => {
    const error = await rejection(inTime(new Promise(() => {}), 'host', 1))
    expect(error).to.include({ code: 'E_UNREACHABLE', message: 'host said nothing for 0.001 s' })
  })

  it('is given when it comes, and its error too', async () => {
    expect(await inTime(Promise.resolve(7), 'host', 10_000)).to.equal(7)
    const failed = new Error('broken')
    expect(await rejection(inTime(Promise.reject(failed), 'host', 10_000))).to.equal(failed)
  })
})
