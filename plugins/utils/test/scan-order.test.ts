import { expect } from 'chai'
import { MemoryEndpoint, MemoryTree } from '@blit/core/testing'
import { compareScanKeys, isWithin, type ScanKey } from '../dist/scan-order.js'

describe('the order of a scan', () => {
  it('is that of an endpoint, also for names around the slash and beyond ASCII', async () => {
    const tree = new MemoryTree()
    const names = ['a', 'a-b', 'a.b', 'a!', 'ab', 'é', '\uDC80', '\u{1F600}', '\uFFFD', 'Z', ' ']
    for (const one of names) for (const two of names) tree.putFile(`${one}/${two}/x${two}`, '')
    const endpoint = new MemoryEndpoint(tree)
    const keys: ScanKey[] = []
    const options = { recursive: true, signal: new AbortController().signal }
    for await (const { directory, entries } of endpoint.scan('', options))
      for (const { name } of entries) keys.push({ directory, name })

    expect(keys).to.have.length(names.length + 2 * names.length ** 2)
    expect([...keys].reverse().sort(compareScanKeys)).to.deep.equal(keys)
    for (const [i, key] of keys.entries()) {
      expect(compareScanKeys(key, { ...key })).to.equal(0)
      for (const later of keys.slice(i + 1)) expect(compareScanKeys(key, later)).to.be.lessThan(0)
    }
  })

  it('knows what is within a directory', () => {
    expect(isWithin('a/b', 'a')).to.equal(true)
    expect(isWithin('a', 'a')).to.equal(true)
    expect(isWithin('anything', '')).to.equal(true)
    expect(isWithin('ab', 'a')).to.equal(false)
    expect(isWithin('a', 'a/b')).to.equal(false)
  })
})
