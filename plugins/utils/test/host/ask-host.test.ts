import { expect } from 'chai'
import { defineTransport, TransportRegistry, type PingAnswer, type Transport } from '@blit/core'
import { modulesOf, pingHost, type Reach } from '../../dist/index.js'
import { answerLine } from '../../dist/host/print-answer.js'
import { moduleLines } from '../../dist/host/print-modules.js'

const ANSWER: PingAnswer = {
  address: '::1',
  port: 9031,
  software: 'blit/2\u001B[31m',
  protocol: 1,
  features: [],
  roundTripMs: 1.26,
}

function reachOf(transport: Partial<Transport>): Reach {
  const value = defineTransport({
    plugin: '@blit/remote',
    schemes: ['blit'],
    routes: [],
    load: async () => ({
      async open() {
        throw new Error('nothing is opened here')
      },
      ...transport,
    }),
  })
  return {
    registry: new TransportRegistry([{ plugin: value.plugin, bundled: true, value }]),
    insecure: false,
    signal: new AbortController().signal,
  }
}

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'none',
    (error: { code?: string }) => error.code,
  )
}

describe('a question to a host', () => {
  it('reaches the transport of blit:// with the host and the port taken apart', async () => {
    const asked: unknown[] = []
    const reach = reachOf({
      async ping(host, { insecure }) {
        asked.push({ ...host, insecure })
        return ANSWER
      },
      async modules(host) {
        asked.push(host)
        return []
      },
    })
    expect(await pingHost('nas', { ...reach, insecure: true })).to.equal(ANSWER)
    await pingHost('blit://[::1]:77', reach)
    await modulesOf('nas:5', reach)
    expect(asked).to.deep.equal([
      { host: 'nas', insecure: true },
      { host: '::1', port: 77, insecure: false },
      { host: 'nas', port: 5 },
    ])
  })

  it('is refused where HOST is none, and where the plugin cannot answer', async () => {
    const reach = reachOf({})
    for (const host of ['', 'nas/module', '::1', 'nas:0', 'file://nas']) {
      expect(await codeOf(pingHost(host, reach)), host).to.equal('E_USAGE')
      expect(await codeOf(modulesOf(host, reach)), host).to.equal('E_USAGE')
    }

    expect(await codeOf(pingHost('nas', reach))).to.equal('E_USAGE')
    expect(await codeOf(modulesOf('nas', reach))).to.equal('E_USAGE')
  })
})

describe('the answer of a host', () => {
  it('S21: is a line that is safe to print', () => {
    expect(answerLine(ANSWER)).to.equal('blit/2\\x1b[31m at [::1]:9031, protocol 1, 1.3 ms')
    expect(answerLine({ ...ANSWER, address: '10.0.0.1', software: '' })).to.match(
      /^somebody at 10\.0\.0\.1:9031,/,
    )
  })

  it('S21: names modules in lines that are safe to print', () => {
    const lines = moduleLines([
      { name: 'a', readOnly: false, comment: '' },
      { name: 'longer', readOnly: true, comment: 'two\nlines' },
    ])
    expect(lines).to.deep.equal(['a       writable', 'longer  read-only  two\\nlines'])
  })
})
