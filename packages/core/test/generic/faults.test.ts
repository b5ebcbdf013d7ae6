import { expect } from 'chai'
import { BlitError } from '../../dist/index.js'
import { MemoryTree, type MemoryCall } from '../../dist/testing/index.js'
import { runTransfer, treeOf } from './run-transfer.js'

/** Calls `then` the `nth` time a method is called on a path. */
function at(
  method: string,
  path: string,
  nth: number,
  then: (call: MemoryCall) => void,
): (call: MemoryCall) => void {
  let seen = 0
  return (call) => {
    if (call.method === method && call.path === path && ++seen === nth) then(call)
  }
}

describe('faults in the generic route', () => {
  const long = 'x'.repeat(100)
  function overwrite(tree: MemoryTree, content: string): void {
    Object.assign(tree.nodeAt('f') ?? {}, { content: Buffer.from(content), mtimeNs: 9n })
  }

  const inPlace: Record<string, string> = {
    grows: `${long}more`,
    shrinks: 'less',
    'is rewritten': 'y'.repeat(100),
  }
  for (const [what, content] of Object.entries(inPlace)) {
    it(`S6: a file that ${what} while it is read is tried again, and is never a mixture`, async () => {
      const source = treeOf({ f: long, other: 'o' })
      const destination = treeOf({ f: 'the old one' })
      const ran = await runTransfer('copy', source, destination, {
        sourceOptions: { chunkBytes: 10, intercept: at('chunk', 'f', 5, () => overwrite(source, content)) },
      })
      expect(destination.text('f')).to.equal(content)
      expect(destination.nodeAt('f')?.mtimeNs).to.equal(9n)
      expect(ran.failures).to.deep.equal([])
      expect(ran.tally.bytesCopied).to.equal(content.length + 1)
      expect(ran.progress.at(-1)?.bytesDone).to.equal(content.length + 1)
    })
  }

  const gone: Record<string, (tree: MemoryTree) => void> = {
    vanishes: (tree) => tree.removeAll('f'),
    'becomes a symlink': (tree) => tree.putSymlink('f', 'other'),
    'becomes a directory': (tree) => tree.removeAll('f') ?? tree.putDirectory('f'),
  }
  for (const [what, change] of Object.entries(gone)) {
    it(`S6: a file that ${what} before it is read is reported by name, and the old one stays`, async () => {
      const source = treeOf({ f: long, other: 'o' })
      const destination = treeOf({ f: 'the old one' })
      const ran = await runTransfer('copy', source, destination, {
        sourceOptions: { intercept: at('read', 'f', 1, () => change(source)) },
      })
      expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['f E_CHANGED'])
      expect(destination.text('f')).to.equal('the old one')
      expect(destination.text('other')).to.equal('o')
    })

    it(`S6: a file that ${what} while it is read lands as it was opened`, async () => {
      const source = treeOf({ f: long })
      const destination = new MemoryTree()
      await runTransfer('copy', source, destination, {
        sourceOptions: { chunkBytes: 10, intercept: at('chunk', 'f', 5, () => change(source)) },
      })
      expect(destination.text('f')).to.equal(long)
    })
  }

  it('S6: a file that keeps changing is reported by name after its retries', async () => {
    const source = treeOf({ f: long, other: 'o' })
    let reads = 0
    const ran = await runTransfer('copy', source, new MemoryTree(), {
      retries: 3,
      sourceOptions: {
        chunkBytes: 10,
        intercept({ method, path, tree }) {
          if (method === 'read' && path === 'f') reads++
          const node = tree.nodeAt('f')
          if (method === 'chunk' && path === 'f' && node !== undefined) node.mtimeNs++
        },
      },
    })
    expect(reads).to.equal(4)
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['f E_CHANGED'])
    expect(ran.failures).to.deep.equal(ran.reported)
    expect(ran.tally).to.deep.include({ filesCopied: 1, bytesCopied: 1 })
  })

  it('S6: a directory that vanishes after it was listed is reported, and everything else goes on', async () => {
    const source = treeOf({ 'd/x': '1', e: '2' })
    const ran = await runTransfer('copy', source, new MemoryTree(), {
      sourceOptions: { intercept: at('list', 'd', 1, ({ tree }) => tree.removeAll('d')) },
    })
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['d E_SCAN'])
    expect(ran.tally.filesCopied).to.equal(1)
  })

  it('S7: a full destination stops everything early, and keeps what had landed', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f${i}`, 'x'.repeat(10)]))
    const destination = new MemoryTree({ capacityBytes: 500 })
    let writes = 0
    const ran = await runTransfer('copy', treeOf(files), destination, {
      destinationOptions: { intercept: ({ method }) => void (method === 'write' && writes++) },
    })
    expect(ran.error).to.deep.include({ code: 'E_NO_SPACE', exit: 5 })
    expect(destination.paths()).to.have.length(50)
    expect(ran.tally.filesCopied).to.equal(50)
    expect(writes).to.be.lessThan(70)
  })

  it('S7: a full destination deletes nothing', async () => {
    const destination = new MemoryTree({ capacityBytes: 5 })
    destination.putFile('old', '1')
    const ran = await runTransfer('mirror', treeOf({ big: '0123456789' }), destination)
    expect(ran.error?.code).to.equal('E_NO_SPACE')
    expect(destination.text('old')).to.equal('1')
    expect(ran.plans).to.deep.equal([])
  })

  it('a directory that cannot be made is one failure, and nothing below it is tried', async () => {
    const ran = await runTransfer('copy', treeOf({ 'd/a': '1', 'd/e/b': '2', c: '3' }), new MemoryTree(), {
      destinationOptions: {
        intercept({ method, path }) {
          if (method === 'mkdir' && path === 'd') throw new BlitError('E_WRITE', 'd: no')
        },
      },
    })
    expect(ran.failures.map(({ path }) => path)).to.deep.equal(['d'])
    expect(ran.tally.filesCopied).to.equal(1)
  })

  it('a root that cannot be made is refused with exit 5', async () => {
    const ran = await runTransfer('copy', treeOf({ a: '1' }), new MemoryTree(), {
      destinationOptions: {
        root: 'new',
        intercept({ method }) {
          if (method === 'mkdir') throw new BlitError('E_WRITE', 'no')
        },
      },
    })
    expect(ran.error).to.deep.include({ code: 'E_DESTINATION', exit: 5 })
  })

  it('a root that cannot be listed is refused with exit 4', async () => {
    const ran = await runTransfer('copy', treeOf({ a: '1' }), new MemoryTree(), {
      sourceOptions: {
        intercept({ method }) {
          if (method === 'list') throw new BlitError('E_SCAN', 'no')
        },
      },
    })
    expect(ran.error).to.deep.include({ code: 'E_SOURCE_UNREADABLE', exit: 4 })
  })

  for (const method of ['list', 'chunk', 'commit', 'mkdir'] as const) {
    it(`an interrupt at ${method} ends everything, with its own exit and no failures`, async () => {
      const controller = new AbortController()
      const reason = new BlitError('E_INTERRUPTED', 'stop', { exit: 143 })
      let live = 0
      const intercept = async (call: MemoryCall): Promise<void> => {
        live++
        await Promise.resolve()
        if (call.method === method) controller.abort(reason)
        live--
      }
      const source = treeOf(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`d${i}/f`, 'x'])))
      const destination = treeOf({ old: '1' })
      const ran = await runTransfer('mirror', source, destination, {
        signal: controller.signal,
        sourceOptions: { intercept },
        destinationOptions: { intercept },
      })
      expect(ran.error).to.equal(reason)
      expect(ran.failures).to.deep.equal([])
      expect(live).to.equal(0)
      expect(destination.text('old')).to.equal('1')
    })
  }

  it('an interrupt before the start does nothing', async () => {
    const ran = await runTransfer('copy', treeOf({ a: '1' }), new MemoryTree(), {
      signal: AbortSignal.abort('x'),
    })
    expect(ran.error).to.deep.include({ code: 'E_INTERRUPTED', exit: 130 })
    expect(ran.tally.filesScanned).to.equal(0)
  })

  it('--verify finds what landed otherwise, tries again, and says so by name', async () => {
    const source = treeOf({ a: 'right', b: 'fine' })
    const destination = new MemoryTree()
    const spoil = ({ method, path, tree }: MemoryCall): void => {
      const node = tree.nodeAt('a')
      if (method === 'read' && path === 'a' && node !== undefined) node.content = Buffer.from('wrong')
    }
    const ran = await runTransfer('copy', source, destination, {
      verify: true,
      destinationOptions: { intercept: spoil },
    })
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['a E_DIFFER'])
    expect(ran.tally.filesCopied).to.equal(1)
  })

  it('never has more than eight files in flight, and more than one', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`f${i}`, 'x']))
    let now = 0
    let most = 0
    await runTransfer('copy', treeOf(files), new MemoryTree(), {
      destinationOptions: {
        async intercept({ method }) {
          if (method === 'write') most = Math.max(most, ++now)
          if (method === 'commit') now--
        },
      },
    })
    expect(most).to.be.within(2, 8)
  })

  it('tells totals that end as what was done', async () => {
    const ran = await runTransfer('copy', treeOf({ a: '12', 'd/b': '345', 'd/e/c': '' }), new MemoryTree())
    expect(ran.progress.at(-1)).to.deep.include({
      phase: 'finish',
      filesTotal: 3,
      bytesTotal: 5,
      bytesDone: 5,
      totalKnown: true,
    })
    expect(ran.progress.at(-1)?.tally).to.deep.equal(ran.tally)
  })
})
