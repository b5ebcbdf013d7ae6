import { expect } from 'chai'
import { BlitError } from '../../dist/index.js'
import { MemoryTree } from '../../dist/testing/index.js'
import { runTransfer, treeOf, WHOLE_TREE } from './run-transfer.js'

const LINKS = { preserve: { hardLinks: true } }

function inodes(tree: MemoryTree, ...paths: string[]): number {
  return new Set(paths.map((path) => tree.nodeAt(path))).size
}

describe('hard links by the generic route', () => {
  function linked(): MemoryTree {
    const tree = treeOf({ 'd/a': 'shared', z: 'alone' })
    tree.putLink('d/a', 'b')
    tree.putLink('d/a', 'e/c')
    return tree
  }

  it('become hard links, and travel once', async () => {
    const destination = new MemoryTree()
    const ran = await runTransfer('copy', linked(), destination, LINKS)
    expect(inodes(destination, 'b', 'd/a', 'e/c')).to.equal(1)
    expect(destination.nodeAt('b')?.linkCount).to.equal(3)
    expect(ran.tally).to.deep.include({ filesScanned: 4, filesCopied: 2, linksCreated: 2, bytesCopied: 11 })
    expect(ran.progress.at(-1)).to.deep.include({ filesTotal: 2, bytesTotal: 11, bytesDone: 11 })
  })

  it('become files of their own where they are not kept', async () => {
    const destination = new MemoryTree()
    await runTransfer('copy', linked(), destination)
    expect(inodes(destination, 'b', 'd/a', 'e/c')).to.equal(3)
  })

  it('are left alone the second time', async () => {
    const source = linked()
    const destination = new MemoryTree()
    await runTransfer('copy', source, destination, LINKS)
    const ran = await runTransfer('copy', source, destination, LINKS)
    expect(ran.actions).to.deep.equal([])
    expect(ran.tally).to.deep.include({ filesSkipped: 4, linksCreated: 0 })
  })

  it('are made anew when their content changes, and joined when one was missing', async () => {
    const source = linked()
    const destination = new MemoryTree()
    await runTransfer('copy', source, destination, LINKS)
    const node = source.nodeAt('b')
    if (node !== undefined) Object.assign(node, { content: Buffer.from('changed'), mtimeNs: 7n })
    destination.putFile('e/c', 'something else')
    await runTransfer('copy', source, destination, LINKS)
    expect(inodes(destination, 'b', 'd/a', 'e/c')).to.equal(1)
    expect(destination.text('e/c')).to.equal('changed')
  })

  it('have another leader when the first one fails', async () => {
    const destination = new MemoryTree()
    const ran = await runTransfer('copy', linked(), destination, {
      ...LINKS,
      destinationOptions: {
        intercept({ method, path }) {
          if (method === 'write' && path === 'b') throw new BlitError('E_WRITE', 'b: no')
        },
      },
    })
    expect(ran.failures.map(({ path }) => path)).to.deep.equal(['b'])
    expect(inodes(destination, 'd/a', 'e/c')).to.equal(1)
    expect(destination.text('e/c')).to.equal('shared')
  })

  it('are copied one by one where the destination has none', async () => {
    const destination = new MemoryTree()
    await runTransfer('copy', linked(), destination, {
      ...LINKS,
      destinationOptions: { without: ['hardLink'] },
    })
    expect(inodes(destination, 'b', 'd/a', 'e/c')).to.equal(3)
  })

  it('are found across entries that were named one by one', async () => {
    const destination = new MemoryTree()
    const jobs = ['b', 'd/a'].map((path) => {
      return { kind: 'entry', sourcePath: path, destinationPath: path.replace('/', '-'), prefix: '' } as const
    })
    await runTransfer('copy', linked(), destination, { ...LINKS, jobs })
    expect(inodes(destination, 'b', 'd-a')).to.equal(1)
  })

  it('are moved as a whole', async () => {
    const source = linked()
    const destination = new MemoryTree()
    await runTransfer('move', source, destination, {
      ...LINKS,
      jobs: [{ ...WHOLE_TREE, contentsOnly: true }],
    })
    expect(source.paths()).to.deep.equal([])
    expect(inodes(destination, 'b', 'd/a', 'e/c')).to.equal(1)
  })

  it('are the same in a dry run', async () => {
    const destination = new MemoryTree()
    const dry = await runTransfer('copy', linked(), destination, { ...LINKS, dryRun: true })
    expect(destination.paths()).to.deep.equal([])
    const real = await runTransfer('copy', linked(), destination, LINKS)
    expect(dry.actions).to.deep.equal(real.actions)
    expect(dry.tally).to.deep.equal(real.tally)
  })
})
