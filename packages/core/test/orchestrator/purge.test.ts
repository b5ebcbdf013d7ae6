import { expect } from 'chai'
import { BlitError } from '../../dist/index.js'
import { bench, rejection, type Bench, type BenchOptions } from './orchestrate.js'

function filled(options: BenchOptions = {}): Bench {
  const made = bench(options)
  made.tree.putFile('dir/a', '1')
  made.tree.putFile('dir/sub/b.keep', '22')
  made.tree.putFile('dir/sub/c', '333')
  made.tree.putDirectory('dir/empty')
  made.tree.putSymlink('dir/link', '../beside')
  made.tree.putFile('beside/x', '4444')
  made.tree.putSymlink('to-dir', 'dir')
  return made
}

describe('a purge', () => {
  it('removes a directory with everything in it, and follows no symlink', async () => {
    const { purge, questions, tree, transport } = filled()
    const { exit, report } = await purge('memory://m/dir')
    expect(tree.paths()).to.deep.equal(['beside', 'beside/x', 'to-dir'])
    expect(questions).to.have.length(1)
    expect(questions[0]).to.deep.include({ operation: 'purge', target: 'memory://m/dir' })
    expect(questions[0]?.plan).to.deep.include({ entries: 7, bytes: 6 })
    expect(report).to.deep.include({
      operation: 'purge',
      source: 'memory://m/dir',
      sources: ['memory://m/dir'],
      destination: '',
      filesDeleted: 3,
      dirsDeleted: 3,
      dataPlane: 'none',
    })
    expect(exit).to.equal(0)
    expect(transport.openEndpoints()).to.equal(0)
  })

  it('removes the contents alone with a slash', async () => {
    const { purge, tree } = filled()
    const { report } = await purge('memory://m/dir/')
    expect(tree.paths('dir')).to.deep.equal([])
    expect(tree.nodeAt('dir')?.type).to.equal('directory')
    expect(report.dirsDeleted).to.equal(2)
  })

  it('removes the contents alone of a root that stays', async () => {
    const { purge, tree } = filled({ endpoint: { rootStays: (root) => root === 'dir' } })
    const { exit } = await purge('memory://m/dir')
    expect(exit).to.equal(0)
    expect(tree.paths('dir')).to.deep.equal([])
    expect(tree.nodeAt('dir')?.type).to.equal('directory')
    await purge('memory://m/beside')
    expect(tree.nodeAt('beside')).to.equal(undefined)
  })

  it('S3: removes a symlink, never what it leads to', async () => {
    const { purge, tree } = filled()
    await purge('memory://m/to-dir')
    expect(tree.paths()).to.include('dir/sub/c').and.not.include('to-dir')
    tree.putSymlink('to-dir', 'dir')
    expect(await rejection(purge('memory://m/to-dir/'))).to.deep.include({ code: 'E_USAGE', exit: 2 })
    expect(tree.paths()).to.include('dir/sub/c')
  })

  it('removes a file', async () => {
    const { purge, tree } = filled()
    await purge('memory://m/dir/a')
    expect(tree.nodeAt('dir/a')).to.equal(undefined)
  })

  it('keeps what is excluded, and the directories that lead there', async () => {
    const { purge, tree } = filled()
    await purge('memory://m/dir', { filter: { rules: [{ action: 'exclude', pattern: '*.keep' }] } })
    expect(tree.paths('dir')).to.deep.equal(['dir/sub', 'dir/sub/b.keep'])
  })

  it('keeps everything in an excluded directory', async () => {
    const { purge, tree } = filled()
    await purge('memory://m/dir/', { filter: { rules: [{ action: 'exclude', pattern: 'sub/' }] } })
    expect(tree.paths('dir')).to.deep.equal(['dir/sub', 'dir/sub/b.keep', 'dir/sub/c'])
  })

  it('removes with limits only the files within them', async () => {
    const { purge, tree } = filled()
    await purge('memory://m/dir', { filter: { rules: [], minSizeBytes: 2 } })
    expect(tree.paths('dir')).to.deep.equal(['dir/a', 'dir/empty', 'dir/link', 'dir/sub'])
  })

  it('removes nothing in a dry run, asks nothing, and says what it would', async () => {
    const paths: string[] = []
    const observer = {
      actions: (some: readonly { path: string }[]) => paths.push(...some.map(({ path }) => path)),
    }
    const { purge, questions, tree } = filled({ deps: { observer, canAsk: false } })
    const before = tree.paths()
    const { exit, report } = await purge('memory://m/dir', { dryRun: true, reportActions: true })
    expect(tree.paths()).to.deep.equal(before)
    expect(questions).to.deep.equal([])
    expect([exit, report.filesDeleted, report.dirsDeleted]).to.deep.equal([0, 3, 3])
    expect(paths).to.have.members([
      'dir',
      'dir/a',
      'dir/empty',
      'dir/link',
      'dir/sub',
      'dir/sub/b.keep',
      'dir/sub/c',
    ])
  })

  it('S2: removes nothing when the answer is no, or nobody can be asked, or it is too much', async () => {
    const declined = filled({ answer: 'no' })
    expect(await rejection(declined.purge('memory://m/dir'))).to.deep.include({ code: 'E_DECLINED', exit: 7 })
    const alone = filled({ deps: { canAsk: false } })
    expect(await rejection(alone.purge('memory://m/dir'))).to.deep.include({ code: 'E_DECLINED', exit: 7 })
    const many = filled()
    expect(await rejection(many.purge('memory://m/dir', { maxDelete: 6 }))).to.deep.include({
      code: 'E_MAX_DELETE',
      exit: 8,
    })
    expect(many.questions).to.deep.equal([])
    const one = await rejection(filled().purge('memory://m/dir/a', { maxDelete: 0 }))
    expect(one.message).to.equal('1 entry would be deleted, --max-delete permits 0')
    for (const { tree } of [declined, alone, many]) expect(tree.paths('dir')).to.have.length(6)
  })

  it('S2: removes nothing when a directory cannot be listed, exit 8', async () => {
    const { purge, questions, tree } = filled({
      endpoint: {
        intercept({ method, path }) {
          if (method === 'list' && path.endsWith('sub')) throw new BlitError('E_SCAN', 'sub: no')
        },
      },
    })
    for (const target of ['memory://m/dir', 'memory://m/dir/']) {
      const { exit, report } = await purge(target)
      expect(exit).to.equal(8)
      expect(report.failures).to.have.length(1)
    }

    expect(questions).to.deep.equal([])
    expect(tree.paths('dir')).to.have.length(6)
  })

  it('S3: removes only what was listed', async () => {
    const { purge, tree } = filled({
      deps: {
        async confirm() {
          tree.putFile('dir/a', 'new one')
          return 'yes'
        },
      },
    })
    const { exit, report } = await purge('memory://m/dir')
    expect(tree.paths('dir')).to.deep.equal(['dir/a'])
    expect([exit, report.failures[0]?.path]).to.deep.equal([3, 'dir/a'])
  })

  it('asks nothing where there is nothing to remove', async () => {
    const { purge, questions, tree } = bench()
    tree.putDirectory('dir')
    const { exit } = await purge('memory://m/dir/')
    expect([exit, questions.length]).to.deep.equal([0, 0])
  })

  it('answers a missing target with 4, and a file written like a directory with 2', async () => {
    const { purge } = filled()
    expect(await rejection(purge('memory://m/gone'))).to.deep.include({ code: 'E_SOURCE_MISSING', exit: 4 })
    expect(await rejection(purge('memory://m/dir/a/'))).to.deep.include({ code: 'E_USAGE', exit: 2 })
  })

  it('refuses the root of a file system by any spelling, and the directory above', async () => {
    const { purge, tree } = bench({ scheme: 'file' })
    tree.putFile('sub/a', '1')
    tree.putSymlink('root', '/')
    for (const target of ['/', '//', '/.', '..', '../', 'sub/..', '/root/.', '/sub/../']) {
      expect(await rejection(purge(target)), target).to.deep.include({ code: 'E_USAGE', exit: 2 })
    }

    expect(tree.text('sub/a')).to.equal('1')
    await purge('/root')
    expect(tree.paths()).to.deep.equal(['sub', 'sub/a'])
  })

  it('keeps its counts when it is interrupted', async () => {
    const controller = new AbortController()
    let removed = 0
    const { purge, tree } = bench({
      deps: { signal: controller.signal },
      endpoint: {
        intercept({ method }) {
          if (method === 'remove' && ++removed === 10)
            controller.abort(new BlitError('E_INTERRUPTED', 'stop', { exit: 130 }))
        },
      },
    })
    for (let i = 0; i < 100; i++) tree.putFile(`dir/f${i}`, 'x')
    const { exit, report } = await purge('memory://m/dir')
    expect(exit).to.equal(130)
    expect(report.filesDeleted).to.equal(100 - tree.paths('dir').length)
    expect(report.filesDeleted).to.be.within(1, 20)
  })
})
