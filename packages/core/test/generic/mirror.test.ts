import { expect } from 'chai'
import { BlitError } from '../../dist/index.js'
import { MemoryTree, type MemoryCall } from '../../dist/testing/index.js'
import { contentOf, excludes, runTransfer, treeOf, type RunOptions } from './run-transfer.js'

function failing(method: string, path: string): { intercept: (call: MemoryCall) => void } {
  return {
    intercept(call) {
      if (call.method === method && call.path === path) throw new BlitError('E_SCAN', `${path}: no`, { path })
    },
  }
}

describe('a mirror by the generic route', () => {
  it('deletes what the source does not have, after everything arrived', async () => {
    const source = treeOf({ keep: '1', 'd/new': '2' })
    const destination = treeOf({ keep: '1', 'gone/deep/x': '33', 'gone/y': '4', 'd/old': '5', loose: '6' })
    destination.putSymlink('link', 'keep')
    const order: string[] = []
    const ran = await runTransfer('mirror', source, destination, {
      destinationOptions: { intercept: ({ method, path }) => void order.push(`${method} ${path}`) },
    })
    expect(contentOf(destination)).to.deep.equal(contentOf(source))
    expect(ran.tally).to.deep.include({ filesDeleted: 4, othersDeleted: 1, dirsDeleted: 2 })
    expect(ran.plans).to.have.length(1)
    expect(ran.plans[0]).to.deep.include({ entries: 7, bytes: 5 })
    expect(ran.plans[0]?.sample).to.have.members([
      'gone/deep/x',
      'gone/deep',
      'gone/y',
      'gone',
      'd/old',
      'loose',
      'link',
    ])
    const firstRemoval = order.findIndex((line) => line.startsWith('remove'))
    expect(order.slice(firstRemoval).some((line) => line.startsWith('commit'))).to.equal(false)
  })

  it('asks nothing when nothing is to be deleted', async () => {
    const ran = await runTransfer('mirror', treeOf({ a: '1' }), treeOf({ a: 'older' }))
    expect(ran.plans).to.deep.equal([])
  })

  it('S3: removes symlinks and never what they lead to', async () => {
    const destination = treeOf({ 'kept/x': '1' })
    destination.putSymlink('link', 'kept')
    await runTransfer('mirror', treeOf({ 'kept/x': '1' }), destination)
    expect(destination.paths()).to.deep.equal(['kept', 'kept/x'])
  })

  it('S2: deletes nothing when the question is answered no, and keeps what it copied', async () => {
    const destination = treeOf({ old: '1' })
    const ran = await runTransfer('mirror', treeOf({ new: '2' }), destination, {
      async confirm() {
        throw new BlitError('E_DECLINED', 'no')
      },
    })
    expect(destination.paths()).to.deep.equal(['new', 'old'])
    expect(ran.error).to.deep.include({ code: 'E_DECLINED', exit: 7 })
    expect(ran.tally).to.deep.include({ filesCopied: 1, filesDeleted: 0 })
  })

  it('asks with the same plan in a dry run, says the very deletions and makes none', async () => {
    const source = treeOf({ 'd/a': '1', x: 'file' })
    const destination = treeOf({ 'd/b': '2', 'gone/c/e': '3', 'x/in/deep': '4' })
    const before = contentOf(destination)
    const dry = await runTransfer('mirror', source, destination, { dryRun: true })
    expect(contentOf(destination)).to.deep.equal(before)
    const real = await runTransfer('mirror', source, destination)
    expect(dry.actions).to.deep.equal(real.actions)
    expect(dry.plans).to.deep.equal(real.plans)
    expect(dry.tally).to.deep.equal(real.tally)
    expect(contentOf(destination)).to.deep.equal(contentOf(source))
  })

  for (const [what, side] of [
    ['source', 'sourceOptions'],
    ['destination', 'destinationOptions'],
  ] as const) {
    it(`S2: deletes nothing after a directory of the ${what} could not be read`, async () => {
      const source = treeOf({ 'bad/x': '1', good: '2' })
      const destination = treeOf({ 'bad/y': '3', old: '4' })
      const ran = await runTransfer('mirror', source, destination, {
        [side]: failing(side === 'sourceOptions' ? 'list' : 'scan', 'bad'),
      })
      expect(destination.paths()).to.include.members(['bad/y', 'old', 'good'])
      expect(ran.error).to.deep.include({ code: 'E_INCOMPLETE', exit: 8 })
      expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['bad E_SCAN'])
      expect(ran.plans).to.deep.equal([])
    })
  }

  it('S2: deletes nothing when a directory that is to go cannot be read', async () => {
    const destination = treeOf({ 'old/deep/x': '1', other: '2' })
    const ran = await runTransfer('mirror', treeOf({ a: '1' }), destination, {
      destinationOptions: failing('list', 'old/deep'),
    })
    expect(destination.paths()).to.include.members(['old/deep/x', 'other'])
    expect(ran.error?.code).to.equal('E_INCOMPLETE')
    expect(ran.plans).to.deep.equal([])
  })

  it('S2: deletes nothing after a file failed, exit 3', async () => {
    const destination = treeOf({ old: '1' })
    const ran = await runTransfer('mirror', treeOf({ a: '1', b: '2' }), destination, {
      sourceOptions: {
        intercept({ method, path }) {
          if (method === 'read' && path === 'a') throw new BlitError('E_READ', 'a: no')
        },
      },
    })
    expect(destination.paths()).to.deep.equal(['b', 'old'])
    expect(ran.error).to.deep.include({ code: 'E_INCOMPLETE', exit: 3 })
  })

  it('S2: refuses to empty the destination from an empty source, unless that is allowed', async () => {
    const destination = treeOf({ old: '1' })
    const refused = await runTransfer('mirror', new MemoryTree(), destination)
    expect(refused.error).to.deep.include({ code: 'E_EMPTY_SOURCE', exit: 8 })
    expect(destination.paths()).to.deep.equal(['old'])
    const empty = await runTransfer('mirror', new MemoryTree(), new MemoryTree())
    expect(empty.error).to.equal(undefined)
    const allowed = await runTransfer('mirror', new MemoryTree(), destination, { allowEmptySource: true })
    expect(allowed.error).to.equal(undefined)
    expect(destination.paths()).to.deep.equal([])
  })

  it('S3: deletes only the very inode that was listed', async () => {
    const destination = treeOf({ old: '1', older: '2' })
    const ran = await runTransfer('mirror', treeOf({ a: '1' }), destination, {
      async confirm() {
        destination.putFile('old', 'somebody made a new one')
      },
    })
    expect(destination.text('old')).to.equal('somebody made a new one')
    expect(destination.text('older')).to.equal(undefined)
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['old E_DELETE'])
  })

  it('keeps a directory into which something came, and says so once', async () => {
    const destination = treeOf({ 'old/deep/x': '1' })
    const ran = await runTransfer('mirror', treeOf({ a: '1' }), destination, {
      async confirm() {
        destination.putFile('old/deep/late', 'late')
      },
    })
    expect(destination.paths('old')).to.deep.equal(['old/deep', 'old/deep/late'])
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['old/deep E_DELETE'])
  })

  const hidden = {
    'd/a.o': '1',
    'd/b': '2',
    'only/c.o': '3',
    'only/d': '4',
    'cache/e': '5',
    'x/cache/f': '6',
  }

  it('S3: leaves what the filter hides, and the directories that lead there', async () => {
    const destination = treeOf(hidden)
    await runTransfer('mirror', treeOf({ 'd/z': '' }), destination, { filter: excludes('*.o', 'cache/') })
    expect(destination.paths()).to.deep.equal([
      'cache',
      'cache/e',
      'd',
      'd/a.o',
      'd/z',
      'only',
      'only/c.o',
      'x',
      'x/cache',
      'x/cache/f',
    ])
  })

  it('deletes what the filter hides with --delete-excluded', async () => {
    const destination = treeOf(hidden)
    await runTransfer('mirror', treeOf({ 'd/z': '', 'd/a.o': '' }), destination, {
      filter: excludes('*.o', 'cache/'),
      deleteExcluded: true,
    })
    expect(destination.paths()).to.deep.equal(['d', 'd/z'])
  })

  it('S3: leaves what limits of size hide at the source, and judges nothing else by them', async () => {
    const source = treeOf({ big: 'large content', small: '1' })
    const destination = treeOf({ big: 'old', 'only-here': 'also a large content' })
    await runTransfer('mirror', source, destination, { filter: { rules: [], maxSizeBytes: 5 } })
    expect(destination.text('big')).to.equal('old')
    expect(destination.paths()).to.deep.equal(['big', 'small'])
  })

  it('S3: leaves what has the name of something that no copy can be made of', async () => {
    const source = treeOf({ a: '1' })
    source.putSpecial('pipe', 'fifo')
    const destination = treeOf({ pipe: 'precious' })
    await runTransfer('mirror', source, destination)
    expect(destination.text('pipe')).to.equal('precious')
  })

  it('S3: never deletes the backups', async () => {
    const destination = treeOf({ old: '1', 'd/older': '2', a: 'old' })
    const source = treeOf({ a: '1', 'd/x': '' })
    const options: RunOptions = { backupDir: 'keep/here' }
    const ran = await runTransfer('mirror', source, destination, options)
    expect(destination.paths('keep')).to.deep.equal([
      'keep/here',
      'keep/here/a',
      'keep/here/d',
      'keep/here/d/older',
      'keep/here/old',
    ])
    expect(ran.actions).to.include('backup old').and.include('delete old')
    await runTransfer('mirror', source, destination, options)
    expect(destination.text('keep/here/old')).to.equal('1')
  })

  it('S3: takes only the very inode that was listed into the backup', async () => {
    const destination = treeOf({ old: '1' })
    const ran = await runTransfer('mirror', treeOf({ a: '1' }), destination, {
      backupDir: 'keep',
      async confirm() {
        destination.putFile('old', 'somebody made a new one')
      },
    })
    expect(destination.text('old')).to.equal('somebody made a new one')
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['old E_DELETE'])
  })

  it('saves deleted files in the backup also where nothing can be renamed or linked', async () => {
    const destination = treeOf({ old: '1', a: 'old' })
    await runTransfer('mirror', treeOf({ a: '1' }), destination, {
      backupDir: 'keep',
      destinationOptions: { without: ['rename', 'hardLink'] },
    })
    expect([destination.text('keep/old'), destination.text('keep/a'), destination.text('a')]).to.deep.equal([
      '1',
      'old',
      '1',
    ])
  })

  it('S5: replaces a directory with content by a file, after the question', async () => {
    const source = treeOf({ x: 'file' })
    source.putSymlink('y', 'x')
    const destination = treeOf({ 'x/in/deep': '1', 'y/in': '2' })
    const ran = await runTransfer('mirror', source, destination, {
      async confirm(plan) {
        expect(plan.entries).to.equal(5)
        expect(destination.text('x/in/deep')).to.equal('1')
      },
    })
    expect(contentOf(destination)).to.deep.equal(contentOf(source))
    expect(ran.tally).to.deep.include({ filesDeleted: 2, dirsDeleted: 3, filesCopied: 1, linksCreated: 1 })
    expect(ran.actions).to.include('copy x').and.not.include('update x')
  })

  it('S5: fails by name where something protected is in the directory that should give way', async () => {
    const destination = treeOf({ 'x/keep.o': '1', 'x/in': '2' })
    const ran = await runTransfer('mirror', treeOf({ x: 'file' }), destination, { filter: excludes('*.o') })
    expect(destination.paths()).to.deep.equal(['x', 'x/keep.o'])
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['x E_NOT_EMPTY'])
  })

  it('empties directories that their owner has shut', async () => {
    const destination = treeOf({ 'shut/x': '1' })
    destination.putDirectory('shut', { mode: 0o500 })
    let mode: number | undefined
    await runTransfer('mirror', treeOf({ a: '1' }), destination, {
      destinationOptions: {
        intercept({ method, path, tree }) {
          if (method === 'remove' && path === 'shut/x') mode = tree.nodeAt('shut')?.mode
        },
      },
    })
    expect(mode).to.equal(0o700)
    expect(destination.paths()).to.deep.equal(['a'])
  })

  it('S8: deletes no file that is the same name as one of the source there', async () => {
    const destination = new MemoryTree({ caseInsensitive: true })
    destination.putFile('readme', '1')
    destination.putFile('OTHER', '2')
    await runTransfer('mirror', treeOf({ README: 'new' }), destination, {
      destinationOptions: { limits: { caseInsensitive: true } },
    })
    expect(destination.paths()).to.have.length(1)
    expect(destination.text('README')).to.equal('new')
  })
})
