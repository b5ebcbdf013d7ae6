import { expect } from 'chai'
import { once } from 'node:events'
import type net from 'node:net'

import { loadNative } from '@blit/native'

import { encodePreface } from '../../dist/data-plane/preface.js'
import { MeetingPoint, type Kind, type MeetingPointOptions } from './support/meeting-point.js'
import { StreamWorker } from './support/stream-worker.js'

const KINDS: readonly Kind[] = process.platform === 'linux' ? ['socket', 'stream'] : ['stream']

for (const kind of KINDS)
  describe(`admission of data connections (${kind})`, () => {
    let point: MeetingPoint
    let worker: StreamWorker

    before(() => {
      loadNative()
      worker = new StreamWorker()
    })

    after(async () => {
      await worker.stop()
    })

    afterEach(async () => {
      await point.close()
    })

    async function open(options: Partial<MeetingPointOptions> = {}): Promise<void> {
      point = await MeetingPoint.open({ kind, ...options })
    }

    /** Shows these bytes, and sees the connection closed without a word. */
    async function refused(bytes: Buffer): Promise<void> {
      const { socket, received } = await point.visit()
      socket.write(bytes)
      await once(socket, 'close')
      expect(received()).to.have.length(0)
    }

    it('S15: is for each stream number once, in any order, below the limit', async () => {
      await open({ maxStreams: 3 })
      const visitors = []
      for (const stream of [2, 0]) {
        visitors.push(await point.visit())
        visitors.at(-1)?.socket.write(point.preface(stream))
        await point.accept(stream)
      }

      await refused(point.preface(2))
      await refused(point.preface(3))
      await refused(point.preface(65_535))
      expect([...point.session.admitted]).to.deep.equal([2, 0])
      expect(point.admitted).to.have.length(2)
      for (const { socket } of visitors) {
        expect(socket.readableEnded).to.equal(false)
        socket.destroy()
      }
    })

    it('S15: is not for a wrong token, another session, nor for anything that is no preface; others go on', async () => {
      await open()
      const { socket } = await point.visit()
      socket.write(point.preface(7))
      await point.accept(7)
      const stranger = Buffer.alloc(16, 9)
      await refused(encodePreface(point.sessionId, Buffer.alloc(32), 0))
      await refused(encodePreface(stranger, point.token, 0))
      await refused(Buffer.alloc(56))
      await refused(Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\nAccept: everything\r\n\r\n'.padEnd(56)))
      const flagged = point.preface(0)
      flagged[5] = 1
      await refused(flagged)
      expect([...point.session.admitted]).to.deep.equal([7])
      // and the number that was tried is still to be had
      const next = await point.visit()
      next.socket.write(point.preface(0))
      await point.accept(0)
      next.socket.destroy()
      socket.destroy()
    })

    it('S15: ends with DataDone, and what was admitted stays', async () => {
      await open()
      const { socket, received } = await point.visit()
      socket.write(point.preface(0))
      const accepted = await point.accept(0)
      point.session.close()
      point.session.close()
      await refused(point.preface(1))
      const { result } = await worker.serve(accepted, { steps: [{ end: true }] })
      expect(result?.counts).to.deep.equal({ frames: 1, bytes: 0, files: 0 })
      await once(socket, 'end')
      expect(received()).to.have.length(8 + 24 + 24 + 24)
    })

    it('is not for one who has sent more than a preface: nobody may before the ack', async () => {
      await open()
      await refused(Buffer.concat([point.preface(0), Buffer.alloc(1)]))
      expect(point.admitted).to.have.length(0)
    })

    it('takes a preface however it is cut', async () => {
      await open()
      for (let cut = 1; cut < 56; cut += 5) {
        const bytes = point.preface(cut)
        const { socket, received } = await point.visit()
        await new Promise((resolve) => socket.write(bytes.subarray(0, cut), resolve))
        await new Promise(setImmediate)
        socket.write(bytes.subarray(cut))
        const { error } = await worker.serve(await point.accept(cut), { steps: [{ end: true }] })
        expect(error).to.equal(undefined)
        await once(socket, 'end')
        expect(received().toString('latin1', 0, 4)).to.equal('BLTA')
      }
    })

    it('takes over a connection from which the beginning was read', async () => {
      const counted: string[] = []
      const admittance = {
        authenticated: () => void counted.push('authenticated'),
        adopt() {
          counted.push('adopted')
          return () => void counted.push('left')
        },
      }
      await open({
        answer(socket: net.Socket) {
          socket.once('data', (head: Buffer) => {
            socket.pause()
            point.listener.accept(socket, head, admittance)
          })
          socket.resume()
        },
      })
      for (const length of [4, 55, 56]) {
        const bytes = point.preface(length)
        const { socket, received } = await point.visit()
        await new Promise((resolve) => socket.write(bytes.subarray(0, length), resolve))
        await new Promise(setImmediate)
        socket.write(bytes.subarray(length))
        const { error } = await worker.serve(await point.accept(length), { steps: [{ end: true }] })
        expect(error).to.equal(undefined)
        await once(socket, 'end')
        expect(received()).to.have.length(8 + 72)
        expect(counted.splice(0)).to.deep.equal(['authenticated', 'adopted', 'left'])
      }

      await refused(Buffer.concat([Buffer.from('BLT2'), Buffer.alloc(52)]))
      expect(counted).to.deep.equal([])
    })

    it('S16: is not waited for longer than the deadline', async () => {
      await open({ handshakeTimeoutMs: 30 })
      await refused(Buffer.alloc(0))
      await refused(point.preface(0).subarray(0, 55))
      expect(point.listener.unauthenticated).to.equal(0)
    })

    it('S16: is waited for by so many at a time; the oldest makes room', async () => {
      await open({ maxUnauthenticated: 3 })
      const first = await point.visit()
      const later = []
      while (later.length < 3) later.push(await point.visit())
      await once(first.socket, 'close')
      expect(point.listener.unauthenticated).to.equal(3)
      later[1]?.socket.write(point.preface(0))
      await point.accept(0)
      expect(point.listener.unauthenticated).to.equal(2)
      for (const { socket } of later) socket.destroy()
    })

    it('forgets who leaves before it has shown anything', async () => {
      await open()
      const { socket } = await point.visit()
      while (point.listener.unauthenticated === 0) await new Promise(setImmediate)
      socket.resetAndDestroy()
      while (point.listener.unauthenticated > 0) await new Promise(setImmediate)
      expect(point.admitted).to.have.length(0)
    })
  })
