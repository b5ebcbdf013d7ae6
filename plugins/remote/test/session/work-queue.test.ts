import { expect } from 'chai'

import { SmallWork } from '../../dist/session/small-work.js'
import { WorkQueue, type AnyWork } from '../../dist/session/work-queue.js'

const piece = (index: number): AnyWork => ({
  kind: 'piece',
  index,
  offset: 0,
  length: 1,
  progress: new SharedArrayBuffer(4),
})
const small = (index: number): AnyWork => ({ kind: 'small', indices: [index] })

/** What it is about. */
function about(work: AnyWork | undefined): number | undefined {
  if (work === undefined) return undefined
  return work.kind === 'small' ? work.indices[0] : work.index
}

describe('work for streams', () => {
  it('is given in its order', () => {
    const queue = new WorkQueue()
    for (let i = 0; i < 500; i++) queue.add(piece(i))
    for (let i = 0; i < 500; i++) expect(about(queue.next(0, 1, true))).to.equal(i)
    expect(queue.next(0, 1, true)).to.equal(undefined)
    expect(queue.isEmpty).to.equal(true)
  })

  it('is what a stream prefers, or else anything', () => {
    const queue = new WorkQueue()
    for (const index of [1, 2, 3]) queue.add(piece(index))
    for (const index of [11, 12, 13]) queue.add(small(index), 5)
    expect(about(queue.next(0, 2, true))).to.equal(11)
    expect(about(queue.next(1, 2, true))).to.equal(1)
    expect([1, 1, 1].map((place) => about(queue.next(place, 2, true)))).to.deep.equal([2, 3, 12])
    expect(about(queue.next(0, 2, true))).to.equal(13)
    expect(queue.isEmpty).to.equal(true)
  })

  it('goes over one stream where it is of one directory, as long as there is other work', () => {
    const queue = new WorkQueue()
    for (let directory = 0; directory < 8; directory++)
      for (let file = 0; file < 3; file++) queue.add(small(directory * 10 + file), directory)
    const directories = new Map<number, Set<number>>()
    for (let round = 0; round < 12; round++)
      for (const place of [0, 1]) {
        const index = about(queue.next(place, 2, true)) as number
        const seen = directories.get(Math.floor(index / 10)) ?? new Set()
        directories.set(Math.floor(index / 10), seen.add(place))
      }

    expect([...directories.values()].map(({ size }) => size)).to.deep.equal(new Array<number>(8).fill(1))
  })

  it('is nothing large for who has enough of that', () => {
    const queue = new WorkQueue()
    queue.add(piece(1))
    expect(queue.next(1, 2, false)).to.equal(undefined)
    expect(queue.isEmpty).to.equal(false)
  })

  it('is of one directory, and bounded', () => {
    const dealt: Array<readonly [files: number, directory: number, hashes: number]> = []
    const gathered = new SmallWork((work, directory) => {
      if (work.kind === 'small') dealt.push([work.indices.length, directory, work.hashes?.length ?? 0])
    })
    for (let index = 0; index < 300; index++) gathered.add({ index, size: 1, directory: 1 }, undefined)
    for (let index = 300; index < 340; index++)
      gathered.add({ index, size: 250_000, directory: 2 }, undefined)
    gathered.add({ index: 340, size: 1, directory: 2 }, Buffer.alloc(16))
    gathered.end()
    expect(dealt).to.deep.equal([
      [256, 1, 0],
      [44, 1, 0],
      [16, 2, 0],
      [16, 2, 0],
      [8, 2, 0],
      [1, 2, 16],
    ])
  })
})
