import { expect } from 'chai'
import { BlitError } from '../../dist/index.js'
import { MemoryTree } from '../../dist/testing/index.js'
import { contentOf, excludes, runTransfer, treeOf, WHOLE_TREE } from './run-transfer.js'

describe('a move by the generic route', () => {
  const contents = { jobs: [{ ...WHOLE_TREE, contentsOnly: true }] }

  it('leaves nothing at the source, not even its root', async () => {
    const source = treeOf({ 'it/a': '1', 'it/d/b': '2', 'it/e': undefined, beside: '3' })
    source.putSymlink('it/l', 'a')
    const destination = new MemoryTree()
    const ran = await runTransfer('move', source, destination, { sourceOptions: { root: 'it' } })
    expect(source.paths()).to.deep.equal(['beside'])
    expect(destination.paths()).to.deep.equal(['a', 'd', 'd/b', 'e', 'l'])
    expect(ran.tally).to.deep.include({ filesCopied: 2, sourcesRemoved: 6 })
  })

  it('keeps the root of the source when only its contents were asked for', async () => {
    const source = treeOf({ 'it/a': '1' })
    await runTransfer('move', source, new MemoryTree(), { sourceOptions: { root: 'it' }, ...contents })
    expect(source.paths()).to.deep.equal(['it'])
  })

  it('S4: removes nothing before everything is synced', async () => {
    const order: string[] = []
    const watch = { intercept: ({ method }: { method: string }) => void order.push(method) }
    await runTransfer('move', treeOf({ a: '1', b: '2' }), new MemoryTree(), {
      ...contents,
      sourceOptions: watch,
      destinationOptions: watch,
    })
    const sync = order.indexOf('sync')
    expect(sync).to.be.greaterThan(order.lastIndexOf('commit'))
    expect(order.indexOf('remove')).to.be.greaterThan(sync)
  })

  it('S4: keeps what landed otherwise than it was sent', async () => {
    const source = treeOf({ a: 'right', b: '2' })
    const destination = new MemoryTree()
    const ran = await runTransfer('move', source, destination, {
      ...contents,
      retries: 0,
      destinationOptions: {
        intercept({ method, path, tree }) {
          const node = tree.nodeAt('a')
          if (method === 'read' && path === 'a' && node !== undefined) node.content = Buffer.from('wrong')
        },
      },
    })
    expect(source.paths()).to.deep.equal(['a'])
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['a E_DIFFER'])
  })

  it('S4: keeps what was hidden, passed over, failed or is in the way, and the directories that lead there', async () => {
    const source = treeOf({
      'hidden/a.o': '1',
      'hidden/b': '2',
      'over/c': '3',
      'over/d': '4',
      'bad/e': '5',
      'bad/f': '6',
      'full/x': '7',
    })
    const destination = treeOf({ 'over/c': 'there', 'full/x/in': '8' })
    const ran = await runTransfer('move', source, destination, {
      ...contents,
      filter: excludes('*.o'),
      compare: { ignoreExisting: true },
      sourceOptions: {
        intercept({ method, path }) {
          if (method === 'read' && path === 'bad/e') throw new BlitError('E_READ', 'bad/e: no')
        },
      },
    })
    expect(source.paths()).to.deep.equal([
      'bad',
      'bad/e',
      'full',
      'full/x',
      'hidden',
      'hidden/a.o',
      'over',
      'over/c',
    ])
    expect(destination.text('over/c')).to.equal('there')
    expect(ran.failures.map(({ path }) => path)).to.include('bad/e')
  })

  it('S4: keeps a directory that could not be read', async () => {
    const source = treeOf({ 'bad/x': '1', 'good/y': '2' })
    await runTransfer('move', source, new MemoryTree(), {
      ...contents,
      sourceOptions: {
        intercept({ method, path }) {
          if (method === 'list' && path === 'bad') throw new BlitError('E_SCAN', 'bad: no')
        },
      },
    })
    expect(source.paths()).to.deep.equal(['bad', 'bad/x'])
  })

  it('S4: keeps what changed after it was sent', async () => {
    const source = treeOf({ a: 'sent', b: '2' })
    const destination = new MemoryTree()
    const ran = await runTransfer('move', source, destination, {
      ...contents,
      destinationOptions: {
        intercept({ method }) {
          if (method === 'sync') source.putFile('a', 'edited')
        },
      },
    })
    expect(source.text('a')).to.equal('edited')
    expect(destination.text('a')).to.equal('sent')
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['a E_CHANGED'])
  })

  it('keeps a directory into which something came meanwhile, without a failure', async () => {
    const source = treeOf({ 'd/a': '1' })
    const ran = await runTransfer('move', source, new MemoryTree(), {
      ...contents,
      destinationOptions: {
        intercept({ method }) {
          if (method === 'sync') source.putFile('d/late', 'late')
        },
      },
    })
    expect(source.paths()).to.deep.equal(['d', 'd/late'])
    expect(ran.failures).to.deep.equal([])
    expect(ran.warnings).to.have.length(1)
  })

  it('S4: ends what an interrupted move began: what has arrived is compared and then removed', async () => {
    const source = treeOf({})
    const destination = treeOf({})
    source.putFile('same', 'same', { mtimeNs: 5n })
    destination.putFile('same', 'same', { mtimeNs: 5n })
    source.putFile('looks', 'abc', { mtimeNs: 5n })
    destination.putFile('looks', 'xyz', { mtimeNs: 5n })
    const ran = await runTransfer('move', source, destination, contents)
    expect(source.paths()).to.deep.equal([])
    expect(destination.text('looks')).to.equal('abc')
    expect(ran.tally).to.deep.include({ filesCopied: 1, filesSkipped: 1, sourcesRemoved: 2 })
  })

  it('says in a dry run what it would remove, and removes nothing', async () => {
    const source = treeOf({ 'd/a': '1', 'e/b.o': '2', 'e/c': '3' })
    const before = contentOf(source)
    const destination = new MemoryTree()
    const options = { ...contents, filter: excludes('*.o') }
    const dry = await runTransfer('move', source, destination, { ...options, dryRun: true })
    expect(contentOf(source)).to.deep.equal(before)
    const real = await runTransfer('move', source, destination, options)
    expect(dry.actions).to.deep.equal(real.actions)
    expect(dry.tally).to.deep.equal(real.tally)
    expect(real.actions).to.include('remove-source d').and.not.include('remove-source e')
  })

  it('moves what links lead to with -L, and removes the links alone', async () => {
    const source = treeOf({ 'far/x': '1', 'it/a': '2' })
    source.putSymlink('it/dir', '../far')
    source.putSymlink('it/file', 'a')
    const destination = new MemoryTree()
    await runTransfer('move', source, destination, {
      ...contents,
      copyLinks: true,
      sourceOptions: { root: 'it' },
    })
    expect(destination.paths()).to.deep.equal(['a', 'dir', 'dir/x', 'file'])
    expect(source.paths()).to.deep.equal(['far', 'far/x', 'it'])
  })

  it('keeps the directories that only lead to what --files-from lists', async () => {
    const source = treeOf({ 'lead/a': '1', 'lead/b': '2', 'whole/c': '3', 'alone/d': '4' })
    await runTransfer('move', source, new MemoryTree(), {
      ...contents,
      filesFrom: ['lead/a', 'whole', 'alone/d'],
    })
    expect(source.paths()).to.deep.equal(['alone', 'lead', 'lead/b'])
  })

  it('removes a single entry', async () => {
    const source = treeOf({ a: '1', b: '2' })
    await runTransfer('move', source, new MemoryTree(), {
      jobs: [{ kind: 'entry', sourcePath: 'a', destinationPath: 'c', prefix: '' }],
    })
    expect(source.paths()).to.deep.equal(['b'])
  })
})
