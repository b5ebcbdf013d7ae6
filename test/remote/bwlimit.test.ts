import { expect } from 'chai'
import { mkdirSync, writeFileSync } from 'node:fs'

import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { startCountingForwarder, type CountingForwarder } from '../support/counting-forwarder.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

const KIB = 1024
const RATE = 512 * KIB
const ENOUGH = 768 * KIB
/** What control and handshakes take, and a step that goes at once. */
const BESIDE = 192 * KIB

describe('--bwlimit between machines', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess
  let forwarder: CountingForwarder
  let place: string

  before(async () => {
    sandbox = makeSandbox()
    for (const tree of ['large', 'small']) {
      mkdirSync(sandbox.at(tree))
      mkdirSync(sandbox.at(`module/${tree}`), { recursive: true })
    }

    for (const at of ['', 'module/']) {
      writeFileSync(sandbox.at(`${at}large/file`), Buffer.alloc(64 * KIB * KIB, 'large'))
      for (let i = 0; i < 1000; i++)
        writeFileSync(sandbox.at(`${at}small/${i}`), Buffer.alloc(8 * KIB, `${i}`))
    }

    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
    forwarder = await startCountingForwarder(daemon.port)
    place = `blit://127.0.0.1:${forwarder.port}/m`
  })

  after(async () => {
    forwarder.close()
    await daemon.stop()
    sandbox.remove()
  })

  for (const tree of ['large', 'small'])
    for (const [way, more] of [
      ['push', []],
      ['push', ['--no-verify']],
      ['pull', []],
      ['relay', []],
    ] as const)
      it(`is kept to from the first byte: ${[tree, way, ...more].join(', ')}`, async () => {
        const from = way === 'push' ? tree : `${place}/${tree}`
        const to = way === 'pull' ? `to-${tree}` : `${place}/${[way, tree, ...more].join('-')}`
        // Each byte of a relay goes through twice.
        const times = way === 'relay' ? 2 : 1
        forwarder.carried = 0
        const startMs = performance.now()
        const { child, done } = sandbox.start(['copy', from, to, '--bwlimit', `${RATE / KIB}Ki`, ...more])
        await forwarder.reaches(times * ENOUGH)
        const seconds = (performance.now() - startMs) / 1000
        const { carried } = forwarder
        child.kill('SIGINT')
        expect((await done).code).to.equal(130)
        expect(carried).to.be.below(times * (RATE * seconds + BESIDE))
      })
})
