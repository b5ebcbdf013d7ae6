import { expect } from 'chai'
import { BlitError, isBlitError } from '@blit/core'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from '../../dist/client/transport.js'
import type { RemoteEndpoint } from '../../dist/client/remote-endpoint.js'
import { startDaemonProcess, type DaemonProcess } from '../../../../test/support/daemon-process.js'

describe('files written to a daemon one by one', () => {
  let scratch: string
  let daemon: DaemonProcess
  let endpoint: RemoteEndpoint
  const { signal } = new AbortController()

  beforeEach(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'blit-remote-'))
    daemon = await startDaemonProcess([`m=${scratch}`])
    endpoint = (await createTransport().open(
      {
        scheme: 'blit',
        host: '127.0.0.1',
        port: daemon.port,
        path: 'm',
        trailingSlash: false,
        text: 'blit://it/m',
      },
      { signal, insecure: false },
    )) as RemoteEndpoint
  })

  afterEach(async () => {
    await endpoint.close()
    await daemon.stop('SIGKILL')
    rmSync(scratch, { recursive: true, force: true })
  })

  async function write(path: string, content: AsyncIterable<Uint8Array>, sizeBytes: number): Promise<void> {
    await endpoint.write(path, content, { signal, sizeBytes, metadata: {} })
  }

  async function* of(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
    for (const part of parts) yield Buffer.from(part)
  }

  async function codeOf(promise: Promise<unknown>): Promise<string> {
    const error = await promise.then(
      () => new BlitError('E_USAGE', 'it did not fail'),
      (reason: unknown) => reason,
    )
    return isBlitError(error) ? `${error.code} ${error.exit}` : String(error)
  }

  it('are as many at once as a caller likes, without a word of warning', async () => {
    const warnings: string[] = []
    const onWarning = ({ name }: Error): void => void warnings.push(name)
    process.on('warning', onWarning)
    try {
      const names = Array.from({ length: 100 }, (_, i) => `f${i}`)
      await Promise.all(names.map(async (name) => write(name, of(name.repeat(20_000)), name.length * 20_000)))
      await Promise.all(names.map(async (name) => endpoint.features.hash?.(name, 'xxh3-64x2', { signal })))
      await Promise.all(names.map(async (name) => endpoint.stat(name, { signal })))
      for (const name of names)
        expect(readFileSync(join(scratch, name), 'utf8') === name.repeat(20_000), name).to.equal(true)
      await new Promise((resolve) => setImmediate(resolve))
      expect(warnings).to.deep.equal([])
    } finally {
      process.off('warning', onWarning)
    }
  })

  it('do not wait for one whose content is slow', async () => {
    let goOn = (): void => {}
    const waits = new Promise<void>((resolve) => (goOn = resolve))
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('slow ')
      await waits
      yield Buffer.from('one')
    }

    const writing = write('slow', slow(), 8)
    for (let i = 0; i < 10; i++) await write(`quick-${i}`, of('quick'), 5)
    expect(readdirSync(scratch).includes('slow')).to.equal(false)
    goOn()
    await writing
    expect(readFileSync(join(scratch, 'slow'), 'utf8')).to.equal('slow one')
  })

  it('S20: fail when the daemon is killed, and do not hang', async () => {
    writeFileSync(join(scratch, 'file'), 'old')
    async function* killing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('new ')
      daemon.child.kill('SIGKILL')
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve))
        yield Buffer.alloc(1000)
      }
    }

    expect(await codeOf(write('file', killing(), 2 ** 40))).to.equal('E_UNREACHABLE 11')
    expect(readFileSync(join(scratch, 'file'), 'utf8')).to.equal('old')
    expect(await codeOf(write('file', of('x'), 1))).to.equal('E_UNREACHABLE 11')
  })

  it('S6: go on after one that failed', async () => {
    expect(await codeOf(write('no/where', of('x'), 1))).to.equal('E_NOT_FOUND 3')
    expect(await codeOf(write('short', of('x'), 2))).to.equal('E_CHANGED 3')
    expect(await codeOf(write('long', of('xxx'), 2))).to.equal('E_CHANGED 3')
    await write('good', of('x', '', 'y'), 2)
    expect(readdirSync(scratch).filter((name) => name !== '.blit-sessions')).to.deep.equal(['good'])
  })
})
