import { expect } from 'chai'
import {
  compileFilter,
  deletable,
  planOfDeletes,
  refusalToDelete,
  type Entry,
  type PlacedEntry,
} from '../../dist/index.js'

function placed(path: string, sizeBytes?: number): PlacedEntry {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const entry: Entry = {
    name,
    type: sizeBytes === undefined ? 'directory' : 'file',
    sizeBytes: sizeBytes ?? 0,
    mtimeNs: 0n,
  }
  return { path, entry }
}

function scope(...patterns: string[]): { filter: ReturnType<typeof compileFilter>; deleteExcluded: boolean } {
  const rules = patterns.map((pattern) => ({ action: 'exclude' as const, pattern }))
  return { filter: compileFilter({ rules }), deleteExcluded: false }
}

const TREE = [
  placed('d'),
  placed('d/a.o', 1),
  placed('d/b', 2),
  placed('d/e'),
  placed('d/e/cache'),
  placed('d/e/cache/x', 4),
  placed('d/f'),
]

function paths(found: readonly PlacedEntry[]): string[] {
  return found.map(({ path }) => path)
}

describe('the rules of deletion', () => {
  it('S3: order everything after what is in it', () => {
    expect(paths(deletable(TREE, scope()))).to.deep.equal([
      'd/f',
      'd/e/cache/x',
      'd/e/cache',
      'd/e',
      'd/b',
      'd/a.o',
      'd',
    ])
  })

  it('S3: protect what is hidden, all below it and all that leads there', () => {
    expect(paths(deletable(TREE, scope('*.o')))).to.deep.equal([
      'd/f',
      'd/e/cache/x',
      'd/e/cache',
      'd/e',
      'd/b',
    ])
    expect(paths(deletable(TREE, scope('cache/')))).to.deep.equal(['d/f', 'd/b', 'd/a.o'])
    expect(paths(deletable(TREE, { ...scope('*'), deleteExcluded: true }))).to.have.length(7)
  })

  it('S3: protect the backups', () => {
    expect(paths(deletable(TREE, { ...scope(), backupPath: 'd/e' }))).to.deep.equal(['d/f', 'd/b', 'd/a.o'])
  })

  it('keep single entries without saying anything about what is in them', () => {
    const found = deletable(TREE, { ...scope(), keeps: (entry) => entry.type === 'directory' })
    expect(paths(found)).to.deep.equal(['d/e/cache/x', 'd/b', 'd/a.o'])
  })

  it('count a plan, with a sample of at most 20 paths', () => {
    const many = Array.from({ length: 30 }, (_, i) => placed(`f${i}`, i))
    const plan = planOfDeletes(many)
    expect(plan).to.deep.include({ entries: 30, bytes: 435 })
    expect(plan.sample).to.have.length(20)
  })

  it('S2: refuse after an incomplete scan with 8, after failures with 3, and otherwise not', () => {
    expect(refusalToDelete({ scanComplete: false, failures: 0, pending: false })?.exit).to.equal(8)
    expect(refusalToDelete({ scanComplete: true, failures: 2, pending: true })?.exit).to.equal(3)
    expect(refusalToDelete({ scanComplete: true, failures: 2, pending: false })).to.equal(undefined)
    expect(refusalToDelete({ scanComplete: true, failures: 0, pending: true })).to.equal(undefined)
  })
})
