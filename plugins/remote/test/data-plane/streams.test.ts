import { expect } from 'chai'
import fs from 'node:fs'
import { once } from 'node:events'
import type net from 'node:net'

import { loadNative } from '@blit/native'

import { MeetingPoint, type Kind } from './support/meeting-point.js'
import { randomBytes } from './support/random-bytes.js'
import { scratch } from './support/scratch.js'
import { StreamWorker, type Served, type Step, type Task } from './support/stream-worker.js'

const SEEDS = { a: 5n, b: 6n }
const MIB = 1024 * 1024
const KINDS: readonly Kind[] = process.platform === 'linux' ? ['socket', 'stream'] : ['stream']

for (const kind of KINDS)
  describe(`streams between two threads (${kind})`, () => {
    const dir = scratch()
    let point: MeetingPoint
    let sender: StreamWorker
    let receiver: StreamWorker
    let stream = 0

    before(() => {
      // or the threads have none
      loadNative()
      sender = new StreamWorker()
      receiver = new StreamWorker()
    })

    after(async () => {
      await sender.stop()
      await receiver.stop()
    })

    async function open(host = '127.0.0.1', options = {}): Promise<void> {
      point = await MeetingPoint.open({ kind, host, ...options })
      stream = 0
    }

    afterEach(async () => {
      await point.close()
    })

    /** Runs both ends of one stream to their end; a push, or a pull, in which the one who was dialled sends. */
    async function run(sent: Task, received: Task, pull = false): Promise<[Served, Served]> {
      const number = stream++
      const [client, server] = pull ? [receiver, sender] : [sender, receiver]
      const [forClient, forServer] = pull ? [received, sent] : [sent, received]
      const answers = await Promise.all([
        point.dial(number).then((connection) => client.serve(connection, forClient)),
        point.accept(number).then((connection) => server.serve(connection, forServer)),
      ])
      return pull ? [answers[1], answers[0]] : answers
    }

    for (const host of ['127.0.0.1', '::1'])
      for (const pull of [false, true])
        it(`carry files large and small, over ${host}, ${pull ? 'pulled' : 'pushed'}`, async () => {
          await open(host)
          const content = randomBytes(1, 9 * MIB + 12_345)
          const source = dir.write('source', content)
          for (const seeds of [SEEDS, undefined]) {
            const target = dir.write('target', Buffer.alloc(0))
            const { length } = content
            const steps: Step[] = [
              { index: 0, file: Buffer.from('first') },
              { index: 1, file: Buffer.alloc(0) },
              { flush: true },
              { index: 2, piece: source, offset: 8 * MIB, length: length - 8 * MIB },
              { nops: 2 },
              { index: 2, piece: source, offset: 0, length: 8 * MIB },
              { index: 2, fileEnd: 'ok', size: length },
              { index: 3, file: Buffer.from('last') },
              { flush: true },
              { end: true },
            ]
            const hashes = seeds && { seeds }
            const [there, here] = await run({ steps, ...hashes }, { files: { 2: target }, ...hashes }, pull)
            expect(there.result?.statuses).to.deep.equal(['ok', 'ok'])
            expect(here).to.deep.equal({
              result: {
                carrier: kind === 'socket' ? 'SocketCarrier' : 'RingCarrier',
                frames: [
                  { index: 0, content: 'first' },
                  { index: 1, content: '' },
                  { type: 'piece', attempt: 0, index: 2, offset: 8 * MIB, length: length - 8 * MIB },
                  { status: 'ok' },
                  { type: 'piece', attempt: 0, index: 2, offset: 0, length: 8 * MIB },
                  { status: 'ok' },
                  { type: 'fileEnd', attempt: 0, index: 2, sizeBytes: length, status: 'ok' },
                  { index: 3, content: 'last' },
                  { type: 'end', counts: { frames: 7, bytes: length + 9, files: 4 } },
                ],
              },
            })
            expect(fs.readFileSync(target).equals(content)).to.equal(true)
          }
        })

    it('carry many small files, and pieces of every length around the sizes of buffers', async () => {
      await open()
      const content = randomBytes(2, MIB + 5000)
      const source = dir.write('source', content)
      const lengths = [4096, 16_384, 65_536, 262_144, MIB].flatMap((size) =>
        [-49, -24, -1, 0, 1, 24].map((d) => size + d),
      )
      for (const seeds of [SEEDS, undefined]) {
        const steps: Step[] = []
        const files: Record<number, string> = {}
        for (const [index, length] of lengths.entries()) {
          files[index] = dir.write(`target-${index}`, Buffer.alloc(0))
          steps.push({ index, piece: source, offset: index, length })
          for (let small = 0; small < 50; small++)
            steps.push({ index: 1000 + small, file: content.subarray(0, small) })
          steps.push({ flush: true })
        }

        const hashes = seeds && { seeds }
        const [, here] = await run({ steps: [...steps, { end: true }], ...hashes }, { files, ...hashes })
        expect(here.error).to.equal(undefined)
        expect(here.result?.frames).to.have.length(lengths.length * 52 + 1)
        for (const [index, length] of lengths.entries()) {
          const landed = fs.readFileSync(files[index] as string)
          expect(landed.length, `length ${length}`).to.equal(index + length)
          expect(landed.subarray(index).equals(content.subarray(index, index + length))).to.equal(true)
        }
      }
    })

    it('S6: fill up what a file has too little, and say so', async () => {
      await open()
      const content = randomBytes(3, 700_000)
      const source = dir.write('source', content)
      for (const seeds of [SEEDS, undefined]) {
        const target = dir.write('target', Buffer.alloc(0))
        const steps: Step[] = [
          { index: 0, piece: source, offset: 0, length: MIB },
          { index: 1, piece: dir.at(''), offset: 0, length: 300_000 },
          { end: true },
        ]
        const hashes = seeds && { seeds }
        const [there, here] = await run({ steps, ...hashes }, { files: { 0: target }, ...hashes })
        expect(there.result?.statuses).to.deep.equal(['changed', 'failed'])
        expect(here.result?.frames).to.deep.include.members([{ status: 'changed' }, { status: 'failed' }])
        const filled = Buffer.concat([content, Buffer.alloc(MIB - content.length)])
        expect(fs.readFileSync(target).equals(filled)).to.equal(true)
      }
    })

    it('S7: go on after a file that cannot be written', async () => {
      await open()
      const source = dir.write('source', randomBytes(4, 2 * MIB))
      for (const seeds of [SEEDS, undefined]) {
        const target = dir.write('target', Buffer.alloc(0))
        const steps: Step[] = [
          { index: 0, piece: source, offset: 0, length: 2 * MIB },
          { index: 1, file: Buffer.from('after') },
          { flush: true },
          { end: true },
        ]
        const hashes = seeds && { seeds }
        const [, here] = await run({ steps, ...hashes }, { files: { 0: target }, flags: 'r', ...hashes })
        expect(here.result?.frames?.slice(1, 3)).to.deep.equal([
          { status: 'ok', error: 'EBADF' },
          { index: 1, content: 'after' },
        ])
      }
    })

    it('write also to a file that a splice cannot write to', async () => {
      await open()
      const content = randomBytes(5, 3 * MIB)
      const source = dir.write('source', content)
      const target = dir.write('target', Buffer.alloc(0))
      const steps: Step[] = [{ index: 0, piece: source, offset: 0, length: content.length }, { end: true }]
      // appending, which fits as it comes from the beginning on
      const [there, here] = await run({ steps }, { files: { 0: target }, flags: 'a+' })
      expect([there.error, here.error]).to.deep.equal([undefined, undefined])
      expect(here.result?.frames?.[1]).to.deep.equal({ status: 'ok' })
      expect(fs.readFileSync(target).equals(content)).to.equal(true)
    })

    it('do not mind where the other end cuts what it writes', async () => {
      await open()
      const { socket, received } = await point.visit()
      socket.write(point.preface(0))
      const served = receiver.serve(await point.accept(0), { most: 1 + 3 * 101 })
      while (received().length < 8) await once(socket, 'data')
      // a batch with one file of 5 bytes, a nop, a FILE_END
      const frames = Buffer.concat([
        Buffer.from('010000000100000000000000000000001100000000000000', 'hex'),
        Buffer.from('090000000500000000000000', 'hex'),
        Buffer.from('small'),
        Buffer.alloc(24),
        Buffer.from('04', 'hex'),
        Buffer.alloc(47),
        Buffer.from('030000000a00000005', 'hex'),
        Buffer.alloc(39),
      ])
      expect(frames).to.have.length(161)
      for (let cut = 0; cut <= 151; cut++) {
        await new Promise((resolve) => socket.write(frames.subarray(0, cut), resolve))
        await new Promise(setImmediate)
        await new Promise((resolve) => socket.write(frames.subarray(cut), resolve))
        await new Promise(setImmediate)
      }

      const { result } = await served
      expect(result?.frames).to.have.length(304)
      for (const frame of result?.frames ?? [])
        expect([
          '{"index":9,"content":"small"}',
          '{"type":"fileEnd","attempt":0,"index":10,"sizeBytes":5,"status":"ok"}',
        ]).to.include(JSON.stringify(frame))
      socket.destroy()
    })

    it('deliver all that was sent although the sender has closed before anything was read', async () => {
      await open()
      const { socket, received } = await point.visit()
      socket.pause()
      socket.write(point.preface(0))
      const file = randomBytes(6, 200_000)
      const steps: Step[] = [{ index: 0, file }, { flush: true }, { end: true }]
      expect((await sender.serve(await point.accept(0), { steps })).error).to.equal(undefined)
      socket.resume()
      await once(socket, 'end')
      expect(received()).to.have.length(8 + 24 + 12 + file.length + 24 + 72)
      expect(received().includes(file)).to.equal(true)
      socket.destroy()
    })

    it('wake a thread that waits when the main thread cancels', async () => {
      await open()
      const dialled = await point.dial(0)
      const accepting = point.accept(0)
      const waiting = receiver.serve(dialled, {}, () => dialled.shutdown())
      // its other end sends nothing
      const other = sender.serve(await accepting, { most: 1 })
      expect((await waiting).error?.code).to.equal('E_UNREACHABLE')
      expect((await other).error?.code).to.equal('E_UNREACHABLE')
      // closed by now, the descriptor may be another's
      dialled.shutdown()
      dialled.close()
    })

    it('wake a thread that writes when the main thread cancels', async () => {
      await open()
      const { socket, received } = await point.visit()
      socket.write(point.preface(0))
      const accepted = await point.accept(0)
      const sending = sender.serve(accepted, { steps: muchToSend() })
      while (received().length < 8) await once(socket, 'data')
      socket.pause()
      accepted.shutdown()
      expect((await sending).error?.code).to.equal('E_UNREACHABLE')
      socket.destroy()
    })

    it('S16: end when the other end is silent for too long', async () => {
      await open()
      const { socket } = await point.visit()
      socket.write(point.preface(0))
      const { error } = await receiver.serve(await point.accept(0), { timeoutMs: 30 })
      expect(error).to.deep.equal({
        code: 'E_UNREACHABLE',
        message: 'the data connection was silent for 0.03 s',
      })
      socket.destroy()
    })

    it('S16: end when the other end takes nothing for too long', async () => {
      await open()
      const steps = muchToSend()
      for (const [number, hashes] of [{ seeds: SEEDS }, {}].entries()) {
        const { socket } = await point.visit()
        socket.pause()
        socket.write(point.preface(number))
        const { error } = await sender.serve(await point.accept(number), { steps, timeoutMs: 30, ...hashes })
        expect(error?.message).to.equal('the data connection was silent for 0.03 s')
        socket.destroy()
      }
    })

    it('S16: end when nobody answers the preface', async () => {
      await open('127.0.0.1', { handshakeTimeoutMs: 300, answer: () => {} })
      const { error } = await sender.serve(await point.dial(0), { steps: [{ end: true }] })
      expect(error?.message).to.match(/^the data connection was silent for 0\.\d+ s$/)
    })

    it('S20: end with a clear error when the other end is reset in the middle of a frame', async () => {
      await open()
      for (const [number, partial] of [
        '02',
        '020000000100000000000000000000000000100000000000abcdef',
      ].entries()) {
        const { socket, received } = await point.visit()
        socket.write(point.preface(number))
        const served = receiver.serve(await point.accept(number), { files: {} })
        while (received().length < 8) await once(socket, 'data')
        await new Promise((resolve) => socket.write(Buffer.from(partial, 'hex'), resolve))
        socket.resetAndDestroy()
        expect((await served).error?.code).to.equal('E_UNREACHABLE')
      }
    })

    it('S20: end with a clear error on garbage and on huge lengths', async () => {
      await open()
      const hostile = {
        garbage: 'GET / HTTP/1.1\r\n\r\n'.padEnd(100, 'x'),
        'a huge piece': Buffer.from(`0200000001000000${'00'.repeat(8)}${'ff'.repeat(8)}`, 'hex'),
        'a huge batch': Buffer.from(`0100000001000000${'00'.repeat(8)}ffffffff00000000`, 'hex'),
        'a batch of millions': Buffer.from(`01000000ffffffff${'00'.repeat(8)}ffff000000000000`, 'hex'),
      }
      for (const [what, bytes] of Object.entries(hostile)) {
        const number = stream++
        const { socket } = await point.visit()
        socket.write(point.preface(number))
        const served = receiver.serve(await point.accept(number), {})
        socket.write(bytes)
        expect((await served).error?.code, what).to.equal('E_PROTOCOL')
        socket.destroy()
      }
    })

    it('end when the answer to the preface is another', async () => {
      await open('127.0.0.1', {
        answer: (socket: net.Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      })
      const { error } = await sender.serve(await point.dial(0), { steps: [{ end: true }] })
      expect(error?.code).to.equal('E_PROTOCOL')
    })

    if (process.platform === 'linux')
      it('S20: leave no descriptor behind, a thousand of them', async function () {
        this.timeout(120_000)
        await open()
        const source = dir.write('source', randomBytes(7, 100_000))
        const target = dir.write('target', Buffer.alloc(0))
        const steps: Step[] = [{ index: 0, piece: source, offset: 0, length: 1000 }, { end: true }]
        // what threads and pipes open once
        for (let i = 0; i < 10; i++) await run({ steps }, { files: { 0: target } })
        await settled()
        const before = descriptors()
        for (let i = 0; i < 1000; i++) {
          const [, here] = await run({ steps }, { files: { 0: target } }, i % 2 === 1)
          expect(here.error).to.equal(undefined)
        }

        await settled()
        expect(descriptors()).to.equal(before)
      })

    /** More than the buffers of the system hold. */
    function muchToSend(): Step[] {
      const piece = dir.write('source', Buffer.alloc(MIB))
      return Array.from({ length: 64 }, () => ({ index: 0, piece, offset: 0, length: MIB }))
    }

    /** Sockets that Node still has are closed in the next turns of its loop. */
    async function settled(): Promise<void> {
      while (process.getActiveResourcesInfo().includes('TCPSocketWrap')) await new Promise(setImmediate)
    }

    function descriptors(): number {
      return fs.readdirSync('/proc/self/fd').length
    }
  })
