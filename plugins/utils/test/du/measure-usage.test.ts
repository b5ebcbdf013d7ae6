import { BlitError } from '@blit/core'
import type { MemoryEndpointOptions } from '@blit/core/testing'
import { expect } from 'chai'
import { measureUsage } from '../../dist/du/measure-usage.js'
import { bySize, usageTable } from '../../dist/du/usage-table.js'
import { memoryReach, rejection, type MemoryReach } from '../memory-reach.js'

function withTree(options: MemoryEndpointOptions = {}): MemoryReach {
  const places = memoryReach(options)
  const { a } = places
  a.putFile('d/big', 'x'.repeat(1000))
  a.putFile('d/e/small', 'x')
  a.putFile('d-/f', 'xx')
  a.putSymlink('d/link', 'big')
  a.putDirectory('z')
  a.putFile('top', 'xxx')
  return places
}

async function measure({ reach }: MemoryReach, target = 'a://t/', depth = Number.POSITIVE_INFINITY) {
  return measureUsage({ target, depth }, reach)
}

describe('the usage of a tree', () => {
  it('is a row a directory, each with all below it, parents first', async () => {
    const places = withTree()
    const { failures, rows } = await measure(places)
    expect(failures).to.deep.equal([])
    expect(rows).to.deep.equal([
      { path: '', sizeBytes: 1006, files: 4, directories: 4, others: 1 },
      { path: 'd', sizeBytes: 1001, files: 2, directories: 1, others: 1 },
      { path: 'd/e', sizeBytes: 1, files: 1, directories: 0, others: 0 },
      { path: 'd-', sizeBytes: 2, files: 1, directories: 0, others: 0 },
      { path: 'z', sizeBytes: 0, files: 0, directories: 0, others: 0 },
    ])
    expect(places.openEndpoints()).to.equal(0)
  })

  it('adds up what is deeper than the rows go', async () => {
    const places = withTree({ batchEntries: 1 })
    const { rows } = await measure(places)
    expect((await measure(places, 'a://t/', 1)).rows).to.deep.equal(rows.filter(({ path }) => path !== 'd/e'))
    expect((await measure(places, 'a://t/', 0)).rows).to.deep.equal(rows.slice(0, 1))
  })

  it('counts a file with several names once, where it is met first', async () => {
    const places = memoryReach()
    places.a.putFile('a/one', 'x'.repeat(10))
    places.a.putLink('a/one', 'a/two')
    places.a.putLink('a/one', 'b/three')
    expect((await measure(places)).rows).to.deep.equal([
      { path: '', sizeBytes: 10, files: 1, directories: 2, others: 0 },
      { path: 'a', sizeBytes: 10, files: 1, directories: 0, others: 0 },
      { path: 'b', sizeBytes: 0, files: 0, directories: 0, others: 0 },
    ])
  })

  it('is of a single file too', async () => {
    const { rows } = await measure(withTree(), 'a://t/d/big')
    expect(rows).to.deep.equal([{ path: 'big', sizeBytes: 1000, files: 1, directories: 0, others: 0 }])
  })

  it('S6: names what could not be read, and goes on', async () => {
    const places = withTree({
      intercept({ method, path }) {
        if (method === 'list' && path === 'd/e') throw new BlitError('E_SCAN', 'd/e: cannot list')
      },
    })
    const { failures, rows } = await measure(places)
    expect(failures).to.deep.equal([{ path: 'd/e', code: 'E_SCAN', message: 'd/e: cannot list' }])
    expect(rows[0]).to.include({ sizeBytes: 1005, files: 3, directories: 4 })
  })

  it('refuses what is not there', async () => {
    const places = withTree()
    expect(await rejection(measure(places, 'a://t/none'))).to.include({ code: 'E_SOURCE_MISSING', exit: 4 })
    expect(places.openEndpoints()).to.equal(0)
  })
})

describe('a table of usage', () => {
  const rows = [
    { path: '', sizeBytes: 1_234_567, allocatedBytes: 2_000_000, files: 1234, directories: 2, others: 0 },
    { path: 'a\nb', sizeBytes: 0, files: 0, directories: 0, others: 0 },
    { path: 'c', sizeBytes: 1_234_567, allocatedBytes: 2_000_000, files: 1234, directories: 0, others: 0 },
  ]

  it('S21: is aligned and safe to print', () => {
    expect(usageTable(rows.slice(0, 2), true)).to.deep.equal([
      '   SIZE  ON DISK  FILES  DIRECTORIES  PATH',
      '1.23 MB  2.00 MB  1,234            2  .',
      String.raw`    0 B        -      0            0  a\nb`,
    ])
  })

  it('is exact where nobody looks', () => {
    expect(usageTable(rows.slice(0, 1), false)[1]).to.equal('1234567  2000000   1234            2  .')
  })

  it('can have the largest first', () => {
    expect(bySize([...rows].reverse()).map(({ path }) => path)).to.deep.equal(['c', '', 'a\nb'])
  })
})
