import { expect } from 'chai'
import { once } from 'node:events'
import net from 'node:net'

import { dialData } from '../../dist/data-plane/dial-data.js'

describe('dialData', () => {
  const options = {
    host: '127.0.0.1',
    sessionId: Buffer.alloc(16),
    token: Buffer.alloc(32),
    stream: 0,
    handshakeTimeoutMs: 5000,
    stallTimeoutMs: 5000,
  }

  it('says that nobody listens there', async () => {
    const server = net.createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as net.AddressInfo
    server.close()
    await once(server, 'close')
    const error = await rejection(dialData({ ...options, port }))
    expect(error).to.include({
      code: 'E_UNREACHABLE',
      message: 'the data connection cannot be made: ECONNREFUSED',
    })
  })

  it('stops when it is told to', async () => {
    const server = net.createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as net.AddressInfo
    const controller = new AbortController()
    const dialling = rejection(dialData({ ...options, port, signal: controller.signal }))
    controller.abort()
    expect(await dialling).to.include({ code: 'E_INTERRUPTED' })
    const before = rejection(dialData({ ...options, port, signal: AbortSignal.abort() }))
    expect(await before).to.include({ code: 'E_INTERRUPTED' })
    server.close()
    await once(server, 'close')
  })

  async function rejection(promise: Promise<unknown>): Promise<Error> {
    try {
      await promise
    } catch (error) {
      return error as Error
    }

    throw new Error('nothing was thrown')
  }
})
