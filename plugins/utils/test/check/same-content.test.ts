import { BlitError, type Entry } from '@blit/core'
import { MemoryEndpoint, MemoryTree, type MemoryEndpointOptions } from '@blit/core/testing'
import { expect } from 'chai'
import { haveSameContent, type FileAt } from '../../dist/check/same-content.js'
import { SideError } from '../../dist/check/side-error.js'
import { rejection } from '../memory-reach.js'

const { signal } = new AbortController()

async function fileWith(content: Uint8Array | string, options: MemoryEndpointOptions = {}): Promise<FileAt> {
  const tree = new MemoryTree()
  tree.putFile('f', content)
  const endpoint = new MemoryEndpoint(tree, options)
  const entry = (await endpoint.stat('f', { signal })) as Entry
  return { endpoint, path: 'f', entry }
}

function bytes(length: number, changedAt = -1): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i === changedAt ? 255 : i % 251))
}

describe('the content of two files', () => {
  it('is the same however it is cut into chunks', async () => {
    for (const [one, two] of [
      [7, 1000],
      [1000, 7],
      [64, 64],
      [3, 5],
    ] as const) {
      const ours = await fileWith(bytes(1000), { chunkBytes: one })
      const theirs = await fileWith(bytes(1000), { chunkBytes: two })
      expect(await haveSameContent(ours, theirs, signal)).to.equal(true)
    }
  })

  it('differs by a single byte, wherever it is', async () => {
    const ours = await fileWith(bytes(100), { chunkBytes: 7 })
    for (let at = 0; at < 100; at++) {
      const theirs = await fileWith(bytes(100, at), { chunkBytes: 11 })
      expect(await haveSameContent(ours, theirs, signal), `byte ${at}`).to.equal(false)
    }
  })

  it('differs where one ends sooner', async () => {
    const [short, long] = [await fileWith(bytes(90)), await fileWith(bytes(100))]
    expect(await haveSameContent(short, long, signal)).to.equal(false)
    expect(await haveSameContent(long, short, signal)).to.equal(false)
  })

  it('is read no further than to the first byte that differs', async () => {
    let chunks = 0
    const intercept = ({ method }: { readonly method: string }): void => {
      if (method === 'chunk') chunks++
    }

    const ours = await fileWith(bytes(1000), { chunkBytes: 10, intercept })
    const theirs = await fileWith(bytes(1000, 15), { chunkBytes: 10 })
    expect(await haveSameContent(ours, theirs, signal)).to.equal(false)
    expect(chunks).to.equal(2)
  })

  it('is hashed where the bytes are, if both sides can', async () => {
    const calls: string[] = []
    const options = {
      hash: (content: Uint8Array) => String(content.length),
      intercept({ method }: { readonly method: string }) {
        calls.push(method)
      },
    }
    const [ours, theirs] = [await fileWith('one', options), await fileWith('two', options)]
    calls.length = 0
    // This hash knows lengths alone, so it must have been what was asked.
    expect(await haveSameContent(ours, theirs, signal)).to.equal(true)
    expect(calls).to.deep.equal(['hash', 'hash'])
  })

  it('is read on both sides if one cannot hash, or where a symlink leads to it', async () => {
    const hashing = { hash: () => 'same' }
    const ours = await fileWith('one', hashing)
    expect(await haveSameContent(ours, await fileWith('two'), signal)).to.equal(false)
    const theirs = { ...(await fileWith('two', hashing)), follow: true }
    expect(await haveSameContent(ours, theirs, signal)).to.equal(false)
  })

  for (const method of ['hash', 'chunk']) {
    it(`S6: names the side where a ${method} fails`, async () => {
      const broken = new BlitError('E_READ', 'f: cannot read')
      const options: MemoryEndpointOptions = {
        ...(method === 'hash' && { hash: () => 'same' }),
        intercept(call) {
          if (call.method === method) throw broken
        },
      }
      const good = await fileWith('one', method === 'hash' ? { hash: () => 'same' } : {})
      const bad = await fileWith('one', options)
      for (const [ours, theirs, side] of [
        [bad, good, 'source'],
        [good, bad, 'destination'],
      ] as const) {
        const error = await rejection(haveSameContent(ours, theirs, signal))
        expect(error).to.be.instanceOf(SideError)
        expect(error).to.include({ side, cause: broken })
      }
    })
  }

  it('S6: is not known of a file that changes while it is read', async () => {
    const ours = await fileWith('one', {
      intercept({ method, tree }) {
        if (method === 'chunk') Object.assign(tree.nodeAt('f') ?? {}, { mtimeNs: 1n })
      },
    })
    const error = (await rejection(haveSameContent(ours, await fileWith('one'), signal))) as SideError
    expect(error.cause).to.have.property('code', 'E_CHANGED')
  })
})
