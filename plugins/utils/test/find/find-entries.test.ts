import { BlitError } from '@blit/core'
import type { MemoryEndpointOptions } from '@blit/core/testing'
import { expect } from 'chai'
import { findEntries } from '../../dist/find/find-entries.js'
import type { FindTests } from '../../dist/find/find-tests.js'
import { all, memoryReach, rejection, type MemoryReach } from '../memory-reach.js'

const NO_TESTS: FindTests = { names: [], paths: [], types: [], limits: {}, empty: false }

function withTree(options: MemoryEndpointOptions = {}): MemoryReach {
  const places = memoryReach(options)
  for (const path of ['a/b/c/deep', 'a/file', 'top']) places.a.putFile(path, 'x')
  places.a.putFile('a/b/none', '')
  places.a.putDirectory('empty')
  places.a.putDirectory('a/b/void')
  return places
}

async function find(
  { reach }: MemoryReach,
  tests: Partial<FindTests> = {},
  depth = Number.POSITIVE_INFINITY,
  target = 'a://t/',
): Promise<string[]> {
  const parts = await all(findEntries({ target, tests: { ...NO_TESTS, ...tests }, depth }, reach))
  return parts.flatMap(({ failure, found }) => [
    ...found.map(({ path }) => path),
    ...(failure === undefined ? [] : [`failure: ${failure.path}`]),
  ])
}

describe('find', () => {
  it('gives everything below the target, in the order of a scan', async () => {
    const places = withTree({ batchEntries: 1 })
    expect(await find(places)).to.deep.equal([
      'a',
      'empty',
      'top',
      'a/b',
      'a/file',
      'a/b/c',
      'a/b/none',
      'a/b/void',
      'a/b/c/deep',
    ])
    expect(places.openEndpoints()).to.equal(0)
  })

  it('looks no deeper than it shall', async () => {
    const listed: string[] = []
    const places = withTree({
      intercept({ method, path }) {
        if (method === 'list') listed.push(path)
      },
    })
    expect(await find(places, {}, 1)).to.deep.equal(['a', 'empty', 'top'])
    expect(listed).to.deep.equal([''])
    listed.length = 0
    expect(await find(places, {}, 2)).to.deep.equal(['a', 'empty', 'top', 'a/b', 'a/file'])
    expect(listed).to.deep.equal(['', 'a', 'empty'])
  })

  it('finds what is empty: files, and directories it has looked into', async () => {
    const places = withTree({ batchEntries: 1 })
    expect(await find(places, { empty: true })).to.have.members(['a/b/none', 'a/b/void', 'empty'])
    expect(await find(places, { empty: true, types: ['directory'] })).to.have.members(['a/b/void', 'empty'])
    expect(await find(places, { empty: true }, 1)).to.deep.equal(['empty'])
    expect(await find(places, { empty: true, names: ['v*'] })).to.deep.equal(['a/b/void'])
  })

  it('S6: takes no directory for empty that it could not read', async () => {
    const places = withTree({
      intercept({ method, path }) {
        if (method === 'list' && path === 'empty') throw new BlitError('E_SCAN', 'empty: cannot list')
      },
    })
    expect(await find(places, { empty: true, names: ['empty'] })).to.deep.equal(['failure: empty'])
  })

  it('judges a single file by its name', async () => {
    const places = withTree()
    expect(await find(places, { names: ['f*'] }, 1, 'a://t/a/file')).to.deep.equal(['file'])
    expect(await find(places, { names: ['g*'] }, 1, 'a://t/a/file')).to.deep.equal([])
  })

  it('holds a batch and no more: what is found comes before the scan goes on', async () => {
    let listed = 0
    const places = withTree({
      intercept({ method }) {
        if (method === 'list') listed++
      },
    })
    const parts = findEntries(
      { target: 'a://t/', tests: NO_TESTS, depth: Number.POSITIVE_INFINITY },
      places.reach,
    )
    await parts.next()
    expect(listed).to.equal(1)
    await parts.return(undefined)
    expect(places.openEndpoints()).to.equal(0)
  })

  it('refuses what is not there, and bad globs before it looks', async () => {
    const places = withTree()
    expect(await rejection(find(places, {}, 1, 'a://t/none'))).to.include({
      code: 'E_SOURCE_MISSING',
      exit: 4,
    })
    expect(await rejection(find(places, { names: ['['] }, 1, 'a://t/none'))).to.include({ exit: 2 })
  })
})
