import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'

import { expect } from 'chai'

import {
  closeRoot,
  mainThreadAccess,
  openRoot,
  SourceRemoval,
  type RemovedSources,
} from '../../dist/outgoing/index.js'
import { pathOf, scanRoot, type Scanned } from '../support/scan.js'
import { scratch } from '../support/scratch.js'
import { paths } from '../support/snapshot.js'
import { byPath } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

/** What can happen to an entry after it was sent. */
const CHANGES: Record<string, (path: string) => void> = {
  'has grown': (path) => appendFileSync(path, 'more'),
  'was rewritten with its old time': (path) => {
    const { atime, mtime } = statSync(path)
    writeFileSync(path, 'CONTENT')
    utimesSync(path, atime, mtime)
  },
  'has another mode': (path) => chmodSync(path, 0o600),
  'was replaced': (path) => {
    writeFileSync(`${path}.new`, 'content')
    renameSync(`${path}.new`, path)
  },
  'got another name': (path) => linkSync(path, `${path}.link`),
  'became a symlink': (path) => {
    rmSync(path)
    symlinkSync('other', path)
  },
}

describe('the source of a move, when all has landed', () => {
  const { at } = scratch({
    atEnd: () => {
      for (const close of closers.splice(0)) close()
    },
  })
  const closers: Array<() => void> = []

  function source(
    path: string,
    copyLinks = false,
  ): { readonly removal: SourceRemoval; readonly scanned: Scanned } {
    const root = openRoot(path)
    const scanned = scanRoot(root, { options: { copyLinks } })
    const removal = new SourceRemoval({
      root,
      access: mainThreadAccess(),
      manifest: scanned.manifest,
      copyLinks,
      prefix: 'from',
    })
    closers.push(
      () => removal.close(),
      () => closeRoot(root),
    )
    return { removal, scanned }
  }

  function removedPaths({ manifest }: Scanned, { runs }: RemovedSources): string[] {
    const found: string[] = []
    for (let at = 0; at < runs.length; at += 2)
      for (let i = 0; i < (runs[at + 1] ?? 0); i++) found.push(pathOf(manifest, (runs[at] ?? 0) + i))
    return found.sort()
  }

  it('S4: is removed as far as it was named, with the directories that this empties', () => {
    makeTree(at('from'), {
      'a/b/f': 'x',
      'a/b/link': { link: 'nowhere' },
      'a/b/fifo': { fifo: true },
      'c/stays': 'x',
      'c/goes': 'x',
      'd/e': { dir: true },
      top: 'x',
    })
    const { removal, scanned } = source(at('from'))
    const named = Object.entries(scanned.indices).flatMap(([path, index]) =>
      path === 'c/stays' ? [] : [index, 1],
    )
    const first = removal.removeSource(named)
    expect(removedPaths(scanned, first)).to.deep.equal(['a/b/f', 'a/b/fifo', 'a/b/link', 'c/goes', 'top'])
    expect(first.failures).to.deep.equal([])
    expect(paths(at('from')).sort()).to.deep.equal(['a', 'a/b', 'c', 'c/stays', 'd', 'd/e'])
    const second = removal.removeDirectories()
    expect(removedPaths(scanned, second)).to.deep.equal(['a', 'a/b', 'd', 'd/e'])
    expect(second.failures).to.deep.equal([])
    expect(paths(at('from')).sort()).to.deep.equal(['c', 'c/stays'])
  })

  it('S4: says in runs what was removed', () => {
    makeTree(at('from'), Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`f${i}`, 'x'])))
    const { removal, scanned } = source(at('from'))
    appendFileSync(at('from', pathOf(scanned.manifest, 3)), 'x')
    expect(removal.removeSource([0, 5, 7, 3]).runs).to.deep.equal([0, 3, 4, 1, 7, 3])
  })

  for (const [what, change] of Object.entries(CHANGES)) {
    it(`S4: keeps a file that ${what} since it was sent`, () => {
      makeTree(at('from'), { 'd/f': { file: 'content', mtime: 1_000_000_000 }, 'd/other': 'other' })
      const { removal, scanned } = source(at('from'))
      change(at('from/d/f'))
      const there = readFileSync(at('from/d/f'), 'utf8')
      const removed = removal.removeSource([0, scanned.manifest.count])
      expect(byPath(removed.failures)).to.deep.equal({ 'from/d/f': 'E_CHANGED' })
      expect(removedPaths(scanned, removed)).to.deep.equal(['d/other'])
      if (what !== 'became a symlink') expect(readFileSync(at('from/d/f'), 'utf8')).to.equal(there)
      expect(removal.removeDirectories().runs).to.deep.equal([])
      expect(existsSync(at('from/d'))).to.equal(true)
    })
  }

  it('S4: removes all names of an inode, whose ctime each removal changes', () => {
    makeTree(at('from'), { 'a/one': 'x', 'b/f': 'x' })
    for (const name of ['a/two', 'three', 'b/four']) linkSync(at('from/a/one'), at('from', name))
    const { removal, scanned } = source(at('from'))
    const removed = removal.removeSource([0, scanned.manifest.count])
    expect(removed.failures).to.deep.equal([])
    expect(removedPaths(scanned, removed)).to.deep.equal(['a/one', 'a/two', 'b/f', 'b/four', 'three'])
  })

  it('S4: keeps the other names of an inode that somebody changes in between', () => {
    makeTree(at('from'), { one: 'x' })
    for (const name of ['two', 'three']) linkSync(at('from/one'), at('from', name))
    const { removal, scanned } = source(at('from'))
    expect(removal.removeSource([0, 1]).runs).to.deep.equal([0, 1])
    chmodSync(at('from', pathOf(scanned.manifest, 1)), 0o600)
    const removed = removal.removeSource([1, 2])
    expect(removed.runs).to.deep.equal([])
    expect(removed.failures.map(({ code }) => code)).to.deep.equal(['E_CHANGED', 'E_CHANGED'])
  })

  it('S12: removes nothing through a directory that became a symlink', () => {
    makeTree(at('from'), { 'd/f': 'content', 'd/e': { dir: true } })
    const { removal, scanned } = source(at('from'))
    // The very inodes that were sent, elsewhere.
    renameSync(at('from/d'), at('other'))
    symlinkSync(at('other'), at('from/d'))
    const removed = removal.removeSource([0, scanned.manifest.count])
    expect(Object.keys(byPath(removed.failures))).to.deep.equal(['from/d/f'])
    expect(removal.removeDirectories()).to.deep.equal({ runs: [], failures: [] })
    expect(paths(at('other')).sort()).to.deep.equal(['e', 'f'])
  })

  it('removes links whose content was sent, not what they lead to', () => {
    makeTree(at('other'), { 'd/f': 'x', g: 'x' })
    makeTree(at('from'), {
      d: { link: at('other/d') },
      g: { link: at('other/g') },
      h: 'x',
      toH: { link: 'h' },
    })
    const { removal, scanned } = source(at('from'), true)
    const removed = removal.removeSource([0, scanned.manifest.count])
    expect(removed.failures).to.deep.equal([])
    expect(removedPaths(scanned, removed)).to.deep.equal(['g', 'h', 'toH'])
    expect(removal.removeDirectories()).to.deep.equal({ runs: [], failures: [] })
    expect(paths(at('from')).sort()).to.deep.equal(['d'])
    expect(paths(at('other')).sort()).to.deep.equal(['d', 'd/f', 'g'])
  })

  it('S4: keeps a link that leads to something else since it was sent', () => {
    makeTree(at('from'), { 'd/g': 'x', link: { link: 'd/g' } })
    const { removal, scanned } = source(at('from'), true)
    rmSync(at('from/link'))
    makeTree(at('other'), { g: 'x' })
    symlinkSync(at('other/g'), at('from/link'))
    const removed = removal.removeSource([scanned.indices['link'] ?? -1, 1])
    expect(byPath(removed.failures)).to.deep.equal({ 'from/link': 'E_CHANGED' })
  })

  it('S13: removes nothing at all when it is told an index that was not sent', () => {
    makeTree(at('from'), { a: 'x', b: 'x' })
    const { removal } = source(at('from'))
    for (const runs of [
      [0, 3],
      [0, 1, 2, 1],
      [-1, 1],
      [0, 0],
      [0, 1, 1],
      [0, 0.5],
      [0.5, 1],
    ])
      expect(() => removal.removeSource(runs), String(runs)).to.throw(/no entry/)
    expect(paths(at('from')).sort()).to.deep.equal(['a', 'b'])
  })

  it('S13: removes nothing that a filter has hidden', () => {
    makeTree(at('from'), { a: 'x' })
    const root = openRoot(at('from'))
    const options = { filter: { rules: [{ action: 'exclude', pattern: 'a' }] } } as const
    const { manifest } = scanRoot(root, { options })
    const removal = new SourceRemoval({ root, access: mainThreadAccess(), manifest, copyLinks: false })
    closers.push(() => closeRoot(root))
    expect(() => removal.removeSource([0, 1])).to.throw(/no entry/)
    expect(existsSync(at('from/a'))).to.equal(true)
  })
})
