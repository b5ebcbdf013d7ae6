import { execFileSync } from 'node:child_process'
import { lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs'

import { expect } from 'chai'

import { loadNative } from '@blit/native'

import { scratch } from '../support/scratch.js'
import { leftovers, paths, snapshot } from '../support/snapshot.js'
import { transfer } from '../support/transfer.js'
import { makeTree } from '../support/tree.js'

describe('backups', () => {
  const { at, elsewhere } = scratch()

  const places: Record<string, () => { readonly option: string; readonly path: string }> = {
    'inside the destination': () => ({ option: 'old/backup', path: at('to', 'old/backup') }),
    'beside the destination': () => ({ option: at('backup'), path: at('backup') }),
    'in another file system': () => ({ option: elsewhere('backup'), path: elsewhere('backup') }),
  }

  for (const [where, place] of Object.entries(places)) {
    it(`hold everything that is replaced or deleted, as it was, ${where}`, async () => {
      const { option, path } = place()
      makeTree(at('from'), {
        'a/file': 'new',
        'a/link': { link: 'new' },
        'a/large': 'small now',
        'a/becomes/x': 'x',
        'a/swap': 'file',
      })
      makeTree(at('to'), {
        'a/file': { file: 'old', mode: 0o640, mtime: 1_000_000.5 },
        'a/link': { link: 'old', mtime: 7 },
        'a/large': { file: Buffer.alloc(20 * 1024 * 1024, 'l'), mtime: 3 },
        'a/becomes': { file: 'a file', mtime: 4 },
        'a/swap/inside': { file: 'inside', mtime: 5 },
        'gone/deep/file': { file: 'gone', mtime: 6 },
        'gone/link': { link: '/nowhere', mtime: 8 },
        pipe: { fifo: true },
        empty: { dir: true },
      })
      loadNative()?.lsetXattr(at('to', 'a/file'), 'user.kept', Buffer.from('kept'))
      const before = snapshot(at('to'), { archive: true })
      const { actions, error, failures } = await transfer('mirror', at('from'), at('to'), {
        options: { backupDir: option },
      })
      expect(failures).to.deep.equal([])
      expect(error).to.equal(undefined)
      const files = [
        'a/becomes',
        'a/file',
        'a/large',
        'a/link',
        'a/swap/inside',
        'gone/deep/file',
        'gone/link',
        'pipe',
      ]
      const kept = snapshot(path, { archive: true })
      for (const name of files) expect(kept[name], name).to.equal(before[name])
      expect(
        Object.keys(kept)
          .filter((name) => !kept[name]?.startsWith('4'))
          .sort(),
      ).to.deep.equal(files)
      expect(
        actions
          .filter(({ kind }) => kind === 'backup')
          .map((action) => action.path)
          .sort(),
      ).to.deep.equal(files)
      expect(readFileSync(at('to', 'a/file'), 'utf8')).to.equal('new')
      expect([...leftovers(at()), ...leftovers(elsewhere())]).to.deep.equal([])

      // A later run replaces backups of the same names, and deletes none.
      makeTree(at('from'), { 'a/file': 'newest of all' })
      const again = await transfer('mirror', at('from'), at('to'), { options: { backupDir: option } })
      expect(again.failures).to.deep.equal([])
      expect(readFileSync(`${path}/a/file`, 'utf8')).to.equal('new')
      expect(readFileSync(`${path}/gone/deep/file`, 'utf8')).to.equal('gone')
    })
  }

  it('are there before the new file is, which never lacks its name', async () => {
    makeTree(at('from'), { file: 'new' })
    makeTree(at('to'), { file: { file: 'old', mtime: 1 } })
    const inode = statSync(at('to', 'file')).ino
    await transfer('copy', at('from'), at('to'), { options: { backupDir: at('backup') } })
    expect(statSync(at('backup', 'file')).ino).to.equal(inode)
    expect(readFileSync(at('to', 'file'), 'utf8')).to.equal('new')
  })

  it('are made by a move, too', async () => {
    for (const to of [at('to'), elsewhere('to')]) {
      makeTree(at('from'), { 'd/file': 'new' })
      makeTree(to, { 'd/file': { file: 'old', mtime: 1 } })
      const { failures } = await transfer('move', at('from'), to, { options: { backupDir: 'backup' } })
      expect(failures).to.deep.equal([])
      expect(readFileSync(`${to}/backup/d/file`, 'utf8')).to.equal('old')
    }
  })

  it('keep what they are of when they fail: by name, in their way', async () => {
    makeTree(at('from'), { file: 'new', link: { link: 'new' } })
    makeTree(at('to'), { file: { file: 'old', mtime: 1 }, link: { link: 'old' }, extra: 'extra' })
    makeTree(at('backup'), { 'file/in-the-way': 'x', 'link/in-the-way': 'x', 'extra/in-the-way': 'x' })
    const { error, failed } = await transfer('mirror', at('from'), at('to'), {
      options: { backupDir: at('backup') },
    })
    expect(Object.keys(failed).sort()).to.deep.equal(['file', 'link'])
    expect(error?.code).to.equal('E_INCOMPLETE')
    expect(readFileSync(at('to', 'file'), 'utf8')).to.equal('old')
    expect(paths(at('to'))).to.deep.equal(['extra', 'file', 'link'])
  })

  it('in a directory that the source has as well are not deleted', async () => {
    makeTree(at('from'), { 'backup/of-source': 'x', file: 'new' })
    makeTree(at('to'), { 'backup/earlier': 'earlier', file: { file: 'old', mtime: 1 } })
    const { failures } = await transfer('mirror', at('from'), at('to'), { options: { backupDir: 'backup' } })
    expect(failures).to.deep.equal([])
    expect(paths(at('to'))).to.deep.equal([
      'backup',
      'backup/earlier',
      'backup/file',
      'backup/of-source',
      'file',
    ])
  })

  it('may be reached by a link that the user named', async () => {
    makeTree(at('from'), { file: 'new' })
    makeTree(at('to'), { file: { file: 'old', mtime: 1 }, real: { dir: true } })
    symlinkSync(at('to', 'real'), at('named'))
    const { failures } = await transfer('mirror', at('from'), at('to'), {
      options: { backupDir: at('named') },
    })
    expect(failures).to.deep.equal([])
    expect(readFileSync(at('to', 'real', 'file'), 'utf8')).to.equal('old')
  })

  it('hold devices and pipes of another file system', async function () {
    if (process.getuid?.() !== 0) this.skip()
    makeTree(at('from'), { x: 'x' })
    makeTree(at('to'), { x: 'x', pipe: { fifo: true } })
    execFileSync('mknod', [at('to', 'null'), 'c', '1', '3'])
    const { failures } = await transfer('mirror', at('from'), at('to'), {
      options: { backupDir: elsewhere('backup') },
    })
    expect(failures).to.deep.equal([])
    expect(lstatSync(elsewhere('backup', 'null')).isCharacterDevice()).to.equal(true)
    expect(lstatSync(elsewhere('backup', 'pipe')).isFIFO()).to.equal(true)
  })
})
