import { lstatSync, readFileSync } from 'node:fs'

import { expect } from 'chai'

import { DEFAULT_TRANSFER_OPTIONS } from '@blit/core'

import { scratch } from '../support/scratch.js'
import { leftovers, paths, snapshot } from '../support/snapshot.js'
import { transfer } from '../support/transfer.js'
import { makeTree, type Node } from '../support/tree.js'

/** What one name can be; each is swapped for each. */
const KINDS: Record<string, Record<string, Node>> = {
  'a file': { x: 'content' },
  'another file': { x: 'other content' },
  'a large file': { x: Buffer.alloc(300_000, 'l') },
  'an empty file': { x: '' },
  'a file with two names': { x: 'linked', 'z/other': { same: 'x' } },
  'a symlink': { x: { link: 'z' } },
  'a dangling symlink': { x: { link: 'nowhere' } },
  'a FIFO': { x: { fifo: true } },
  'an empty directory': { x: { dir: true } },
  'a directory': { 'x/a': 'a', 'x/b/c': 'c' },
  nothing: {},
}

const isFullDirectory = (nodes: Record<string, Node>): boolean => 'x/a' in nodes
const isDirectory = (nodes: Record<string, Node>): boolean =>
  isFullDirectory(nodes) || (typeof nodes['x'] === 'object' && 'dir' in nodes['x'])

describe('one name that is something else on each side', () => {
  const { elsewhere: at } = scratch()

  for (const [is, source] of Object.entries(KINDS)) {
    it(`S5: becomes ${is} by mirror, whatever it was`, async () => {
      for (const [was, destination] of Object.entries(KINDS)) {
        const [from, to] = [at(`${is}-${was}`, 'from'), at(`${is}-${was}`, 'to')]
        makeTree(from, { y: 'y', ...source })
        makeTree(to, { y: 'y', ...destination })
        const { error, failures } = await transfer('mirror', from, to, { archive: true })
        expect(failures, was).to.deep.equal([])
        expect(error, was).to.equal(undefined)
        expect(snapshot(to, { archive: true }), was).to.deep.equal(snapshot(from, { archive: true }))
        expect(leftovers(to), was).to.deep.equal([])
      }
    })

    it(`S5: becomes ${is} by copy, unless a full directory is in its way`, async () => {
      for (const [was, destination] of Object.entries(KINDS)) {
        const [from, to] = [at(`${is}-${was}`, 'from'), at(`${is}-${was}`, 'to')]
        makeTree(from, { y: 'y', ...source })
        makeTree(to, { y: 'y', ...destination })
        const before = snapshot(to, { timeless: true })
        const { error, failed } = await transfer('copy', from, to, { archive: true })
        expect(error, was).to.equal(undefined)
        if (is !== 'nothing' && !isDirectory(source) && isFullDirectory(destination)) {
          expect(failed, was).to.deep.equal({ x: 'E_NOT_EMPTY' })
          for (const name of ['x', 'x/a', 'x/b', 'x/b/c']) {
            expect(snapshot(to, { timeless: true })[name], was).to.equal(before[name])
          }
        } else {
          expect(failed, was).to.deep.equal({})
          expect(snapshot(to), was).to.include(withoutRoot(snapshot(from)))
        }

        expect(leftovers(to), was).to.deep.equal([])
      }
    })
  }

  it('S5: waits in a mirror until the directory is gone, with its metadata and its backup', async () => {
    makeTree(at('from'), { 'd/x': { file: 'a file', mode: 0o600, mtime: 5 }, d: { dir: true, mtime: 9 } })
    makeTree(at('to'), { 'd/x/inside': 'inside' })
    const { actions, failures } = await transfer('mirror', at('from'), at('to'), {
      options: { backupDir: at('backup') },
    })
    expect(failures).to.deep.equal([])
    expect(actions.map(({ kind, path }) => `${kind} ${path}`)).to.deep.equal([
      'backup d/x/inside',
      'delete d/x/inside',
      'delete d/x',
      'copy d/x',
    ])
    expect(snapshot(at('to'))).to.deep.equal(snapshot(at('from')))
    expect(paths(at('backup'))).to.deep.equal(['d', 'd/x', 'd/x/inside'])
  })

  it('S5: S2: stays as it is when the delete is refused, and says so', async () => {
    makeTree(at('from'), { x: 'a file', l: 'linked', 'd/m': { same: 'l' }, 'd/n': { same: 'l' } })
    makeTree(at('to'), { 'x/inside': 'inside', 'l/inside': 'inside' })
    const { error, failures, tally } = await transfer('mirror', at('from'), at('to'), {
      archive: true,
      async confirmDeletes() {
        throw new Error('no')
      },
    })
    expect(error).to.be.an('error')
    expect(failures).to.deep.equal([])
    expect(tally.filesDeleted + tally.dirsDeleted).to.equal(0)
    expect(readFileSync(at('to', 'x/inside'), 'utf8')).to.equal('inside')
    expect(readFileSync(at('to', 'l/inside'), 'utf8')).to.equal('inside')
    // Its other names are not to suffer.
    expect(readFileSync(at('to', 'd/m'), 'utf8')).to.equal('linked')
    expect(lstatSync(at('to', 'd/m')).ino).to.equal(lstatSync(at('to', 'd/n')).ino)
  })

  it('S5: stays with --ignore-existing, and a directory is not merged into a file', async () => {
    makeTree(at('from'), { 'x/a': 'a', y: 'new', z: { link: 'new' } })
    makeTree(at('to'), { x: 'file', y: 'old', z: { link: 'old' } })
    const before = snapshot(at('to'), { untouched: true })
    const compare = { ...DEFAULT_TRANSFER_OPTIONS.compare, ignoreExisting: true }
    const { failures } = await transfer('copy', at('from'), at('to'), { archive: true, options: { compare } })
    expect(failures).to.deep.equal([])
    const { '.': rootIs, ...is } = snapshot(at('to'), { untouched: true })
    const { '.': rootWas, ...was } = before
    expect([typeof rootIs, typeof rootWas]).to.deep.equal(['string', 'string'])
    expect(is).to.deep.equal(was)
  })
})

function withoutRoot(tree: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tree).filter(([path]) => path !== '.'))
}
