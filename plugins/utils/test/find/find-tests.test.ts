import type { Entry, EntryType } from '@blit/core'
import { expect } from 'chai'
import { compileTests, type FindTests } from '../../dist/find/find-tests.js'

const NO_TESTS: FindTests = { names: [], paths: [], types: [], limits: {}, empty: false }

function passes(tests: Partial<FindTests>, path: string, entry: Partial<Entry> = {}): boolean {
  const full = { name: '', type: 'file' as EntryType, sizeBytes: 0, mtimeNs: 0n, ...entry }
  return compileTests({ ...NO_TESTS, ...tests })(path, full)
}

describe('the tests of find', () => {
  it('let everything through where there are none', () => {
    expect(passes({}, 'a/b')).to.equal(true)
  })

  it('judge the name alone by one of several globs', () => {
    const names = ['*.c', 'Make*']
    expect(passes({ names }, 'src/a.c')).to.equal(true)
    expect(passes({ names }, 'Makefile')).to.equal(true)
    expect(passes({ names }, 'a.c/x')).to.equal(false)
    expect(passes({ names: ['*'] }, '.hidden\n')).to.equal(true)
    expect(passes({ names: ['?'] }, '\uDC80')).to.equal(true)
  })

  it('judge the path by the rules of --include', () => {
    expect(passes({ paths: ['src/*.c'] }, 'deep/src/a.c')).to.equal(true)
    expect(passes({ paths: ['/src/*.c'] }, 'deep/src/a.c')).to.equal(false)
    expect(passes({ paths: ['/src/**'] }, 'src/x/y')).to.equal(true)
    expect(passes({ paths: ['/src/**'], names: ['z'] }, 'src/x/y')).to.equal(false)
    expect(passes({ paths: ['d/'] }, 'd')).to.equal(false)
    expect(passes({ paths: ['d/'] }, 'd', { type: 'directory' })).to.equal(true)
  })

  it('judge types', () => {
    const types: EntryType[] = ['symlink', 'fifo']
    expect(passes({ types }, 'x', { type: 'fifo' })).to.equal(true)
    expect(passes({ types }, 'x')).to.equal(false)
  })

  it('judge sizes, limits included, of regular files alone', () => {
    const limits = { minSizeBytes: 10, maxSizeBytes: 20 }
    for (const [sizeBytes, expected] of [
      [9, false],
      [10, true],
      [20, true],
      [21, false],
    ] as const)
      expect(passes({ limits }, 'x', { sizeBytes }), String(sizeBytes)).to.equal(expected)
    expect(passes({ limits: { maxSizeBytes: 20 } }, 'x', { type: 'directory' })).to.equal(false)
  })

  it('judge ages, limits included, of everything', () => {
    const limits = { modifiedAfterNs: 10n, modifiedBeforeNs: 20n }
    for (const [mtimeNs, expected] of [
      [9n, false],
      [10n, true],
      [20n, true],
      [21n, false],
    ] as const)
      expect(passes({ limits }, 'x', { mtimeNs, type: 'directory' }), String(mtimeNs)).to.equal(expected)
  })

  it('let only what may be empty through with empty', () => {
    expect(passes({ empty: true }, 'x')).to.equal(true)
    expect(passes({ empty: true }, 'x', { sizeBytes: 1 })).to.equal(false)
    expect(passes({ empty: true }, 'x', { type: 'symlink' })).to.equal(false)
  })

  it('refuse a bad glob, and a name with a slash', () => {
    expect(() => passes({ names: ['['] }, 'x')).to.throw("bad pattern '['")
    expect(() => passes({ names: ['a/b'] }, 'x'))
      .to.throw("--name: 'a/b' holds a '/'")
      .with.property('exit', 2)
  })
})
