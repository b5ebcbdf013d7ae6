import { expect } from 'chai'
import { ARCHIVE_PRESERVE, BlitError } from '../../dist/index.js'
import { MemoryTree } from '../../dist/testing/index.js'
import { contentOf, excludes, runTransfer, treeOf } from './run-transfer.js'

describe('a copy by the generic route', () => {
  it('makes the destination hold what the source holds, with modes, times, links and empty directories', async () => {
    const source = treeOf({ 'a.txt': 'one', 'dir/b.txt': 'two', 'dir/deep/c': '', empty: undefined })
    source.putFile('run.sh', 'x', { mode: 0o750, mtimeNs: 1_600_000_000_123_456_789n })
    source.putSymlink('dir/link', '../a.txt', { mtimeNs: -5_000_000_000n })
    source.putDirectory('dir', { mode: 0o700, mtimeNs: 77n })
    source.root.mtimeNs = 99n
    const destination = new MemoryTree()
    const ran = await runTransfer('copy', source, destination)
    expect(contentOf(destination)).to.deep.equal(contentOf(source))
    expect(destination.root.mtimeNs).to.equal(99n)
    expect(ran.failures).to.deep.equal([])
    expect(ran.tally).to.deep.include({
      filesScanned: 4,
      filesCopied: 4,
      dirsCreated: 3,
      linksCreated: 1,
      bytesCopied: 7,
    })
    expect(ran.error).to.equal(undefined)
  })

  it('makes a root that does not exist, with its parents', async () => {
    const source = treeOf({ a: '1' })
    const destination = new MemoryTree()
    const ran = await runTransfer('copy', source, destination, { destinationOptions: { root: 'far/away' } })
    expect(destination.text('far/away/a')).to.equal('1')
    expect(ran.tally.dirsCreated).to.equal(1)
  })

  it('does nothing the second time', async () => {
    const source = treeOf({ a: '1', 'd/b': '2', 'd/e/c': '3' })
    source.putSymlink('d/l', 'b')
    const destination = new MemoryTree()
    await runTransfer('copy', source, destination)
    const changes: string[] = []
    const quiet = new Set(['scan', 'list', 'stat'])
    const ran = await runTransfer('copy', source, destination, {
      destinationOptions: {
        intercept({ method, path }) {
          if (!quiet.has(method)) changes.push(`${method} ${path}`)
        },
      },
    })
    expect(changes).to.deep.equal([])
    expect(ran.actions).to.deep.equal([])
    expect(ran.tally).to.deep.include({ filesScanned: 3, filesSkipped: 3, filesCopied: 0, linksCreated: 0 })
  })

  it('leaves what only the destination has', async () => {
    const destination = treeOf({ mine: 'm', 'd/mine': 'm' })
    await runTransfer('copy', treeOf({ 'd/a': '1' }), destination)
    expect(destination.paths()).to.deep.equal(['d', 'd/a', 'd/mine', 'mine'])
  })

  it('sets only attributes where only attributes differ', async () => {
    const source = treeOf({})
    const destination = treeOf({})
    source.putFile('a', 'same', { mode: 0o600, mtimeNs: 5n })
    destination.putFile('a', 'same', { mode: 0o644, mtimeNs: 5n })
    source.root.mtimeNs = 7n
    destination.root.mtimeNs = 7n
    const inode = destination.nodeAt('a')?.ino
    const ran = await runTransfer('copy', source, destination)
    expect(ran.actions).to.deep.equal(['metadata a'])
    expect(destination.nodeAt('a')).to.deep.include({ ino: inode, mode: 0o600 })
    expect(ran.tally).to.deep.include({ filesCopied: 0, filesSkipped: 1 })
  })

  it('replaces a file that has other names at the destination instead of altering it', async () => {
    const source = treeOf({})
    const destination = treeOf({})
    source.putFile('a', 'same', { mode: 0o600, mtimeNs: 5n })
    source.putFile('b', 'same', { mode: 0o644, mtimeNs: 5n })
    destination.putFile('a', 'same', { mode: 0o644, mtimeNs: 5n })
    destination.putLink('a', 'b')
    await runTransfer('copy', source, destination)
    expect(contentOf(destination)).to.deep.equal(contentOf(source))
  })

  describe('S5', () => {
    const shapes: Record<string, (tree: MemoryTree) => void> = {
      file: (tree) => tree.putFile('x', 'file'),
      'empty directory': (tree) => tree.putDirectory('x'),
      symlink: (tree) => tree.putSymlink('x', 'elsewhere'),
      fifo: (tree) => tree.putSpecial('x', 'fifo'),
    }
    for (const [from, putFrom] of Object.entries(shapes)) {
      for (const [to, putTo] of Object.entries(shapes)) {
        it(`S5: a ${to} becomes a ${from}`, async () => {
          const source = new MemoryTree()
          const destination = new MemoryTree()
          putFrom(source)
          putTo(destination)
          const ran = await runTransfer('copy', source, destination, { preserve: ARCHIVE_PRESERVE })
          expect(ran.failures).to.deep.equal([])
          expect(contentOf(destination)).to.deep.equal(contentOf(source))
        })
      }
    }

    it('S5: a directory becomes what a file was, with its content', async () => {
      const destination = treeOf({ x: 'file' })
      await runTransfer('copy', treeOf({ 'x/in': '1' }), destination)
      expect(destination.text('x/in')).to.equal('1')
    })

    it('S5: a directory with content is not replaced by a file, and everything else goes on', async () => {
      const destination = treeOf({ 'x/in': '1' })
      const ran = await runTransfer('copy', treeOf({ x: 'file', y: 'other' }), destination)
      expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['x E_NOT_EMPTY'])
      expect(destination.text('x/in')).to.equal('1')
      expect(destination.text('y')).to.equal('other')
    })
  })

  it('writes nothing below a file that --ignore-existing leaves in the place of a directory', async () => {
    const destination = treeOf({ d: 'a file' })
    const ran = await runTransfer('copy', treeOf({ 'd/a': '1', 'd/e/b': '2', c: '3' }), destination, {
      compare: { ignoreExisting: true },
    })
    expect(destination.paths()).to.deep.equal(['c', 'd'])
    expect(ran.tally).to.deep.include({ filesScanned: 1, filesCopied: 1, filesSkipped: 0 })
  })

  it('compares contents where it is told to, and sets the time where they are equal', async () => {
    const source = treeOf({})
    const destination = treeOf({})
    source.putFile('same', 'same', { mtimeNs: 1_000_000n })
    destination.putFile('same', 'same', { mtimeNs: 9_000_000n })
    source.putFile('other', 'abc', { mtimeNs: 5n })
    destination.putFile('other', 'xyz', { mtimeNs: 5n })
    const ran = await runTransfer('copy', source, destination, { compare: { mode: 'checksum' } })
    expect(contentOf(destination)).to.deep.equal(contentOf(source))
    expect(ran.tally).to.deep.include({ filesCopied: 1, filesSkipped: 1 })
    expect(ran.actions).to.include('metadata same').and.include('update other')
  })

  it('compares by hash where both sides can', async () => {
    const hash = (content: Uint8Array): string => Buffer.from(content).toString('hex')
    const source = treeOf({})
    const destination = treeOf({})
    source.putFile('a', 'abc', { mtimeNs: 5n })
    destination.putFile('a', 'xyz', { mtimeNs: 5n })
    const calls: string[] = []
    const options = { hash, intercept: ({ method }: { method: string }) => void calls.push(method) }
    await runTransfer('copy', source, destination, {
      compare: { mode: 'checksum' },
      sourceOptions: options,
      destinationOptions: options,
    })
    expect(calls.filter((method) => method === 'hash')).to.have.length(2)
    expect(destination.text('a')).to.equal('abc')
  })

  it('leaves newer files alone with --update', async () => {
    const source = treeOf({})
    const destination = treeOf({})
    source.putFile('old', 'source', { mtimeNs: 1_000_000n })
    destination.putFile('old', 'newer', { mtimeNs: 9_000_000n })
    source.putFile('new', 'source', { mtimeNs: 9_000_000n })
    destination.putFile('new', 'older', { mtimeNs: 1_000_000n })
    await runTransfer('copy', source, destination, { compare: { update: true } })
    expect([destination.text('old'), destination.text('new')]).to.deep.equal(['newer', 'source'])
  })

  it('copies nothing that the filter hides, and enters no directory it hides', async () => {
    const listed: string[] = []
    const destination = new MemoryTree()
    await runTransfer(
      'copy',
      treeOf({ 'a.o': '', 'a.c': '', 'cache/x': '', 'd/b.o': '', 'd/b.c': '' }),
      destination,
      {
        filter: excludes('*.o', 'cache/'),
        sourceOptions: { intercept: ({ method, path }) => void (method === 'list' && listed.push(path)) },
      },
    )
    expect(destination.paths()).to.deep.equal(['a.c', 'd', 'd/b.c'])
    expect(listed).to.not.include('cache')
  })

  it('copies only what --files-from lists, and the directories that lead there', async () => {
    const source = treeOf({
      'a/b/c': '1',
      'a/b/d': '2',
      'a/x': '3',
      'whole/e/f': '4',
      'whole/g': '5',
      other: '6',
    })
    const destination = new MemoryTree()
    const ran = await runTransfer('copy', source, destination, {
      filesFrom: ['a/b/c', 'whole', 'gone', 'a/gone'],
    })
    expect(destination.paths()).to.deep.equal([
      'a',
      'a/b',
      'a/b/c',
      'whole',
      'whole/e',
      'whole/e/f',
      'whole/g',
    ])
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.have.members([
      'gone E_NOT_FOUND',
      'a/gone E_NOT_FOUND',
    ])
  })

  it('follows symlinks with -L, and reports loops and links to nothing', async () => {
    const source = treeOf({ 'real/f': 'deep', a: '1' })
    source.putSymlink('file', 'a')
    source.putSymlink('dir', 'real')
    source.putSymlink('broken', 'nowhere')
    source.putSymlink('real/loop', '..')
    const destination = new MemoryTree()
    const ran = await runTransfer('copy', source, destination, { copyLinks: true })
    expect(destination.text('dir/f')).to.equal('deep')
    expect(destination.nodeAt('file')?.type).to.equal('file')
    const failed = ran.failures.map(({ path, code }) => `${path} ${code}`)
    expect(failed).to.include('broken E_READ')
    expect(failed.filter((line) => line.endsWith('E_SCAN'))).to.not.be.empty
  })

  it('keeps setuid bits, owners, attributes and special files with --archive only', async () => {
    const source = treeOf({ plain: '' })
    source.putFile('suid', 'x', {
      mode: 0o4755,
      uid: 7,
      gid: 8,
      xattrs: new Map([['user.k', Buffer.from('v')]]),
    })
    source.putSpecial('pipe', 'fifo')
    source.putSpecial('disk', 'block-device', { rdev: 0x801 })
    const plain = new MemoryTree()
    const ran = await runTransfer('copy', source, plain)
    expect(plain.nodeAt('suid')).to.deep.include({ mode: 0o755, uid: 0 })
    expect(plain.nodeAt('suid')?.xattrs.size).to.equal(0)
    expect(plain.paths()).to.deep.equal(['plain', 'suid'])
    expect(ran.warnings.map((line) => line.split(':')[0])).to.deep.equal(['disk', 'pipe'])

    const kept = new MemoryTree()
    await runTransfer('copy', source, kept, { preserve: ARCHIVE_PRESERVE })
    expect(kept.nodeAt('suid')).to.deep.include({ mode: 0o4755, uid: 7, gid: 8 })
    expect([...(kept.nodeAt('suid')?.xattrs ?? [])]).to.deep.equal([['user.k', Buffer.from('v')]])
    expect(kept.nodeAt('disk')).to.deep.include({ type: 'block-device', rdev: 0x801 })
  })

  it('finds attributes that only reading shows, and sets no others', async () => {
    const source = treeOf({})
    const destination = treeOf({})
    const acl = 'system.posix_acl_access'
    source.putFile('a', 'x', {
      mtimeNs: 5n,
      xattrs: new Map([
        ['user.k', Buffer.from('new')],
        [acl, Buffer.from('acl')],
      ]),
    })
    destination.putFile('a', 'x', { mtimeNs: 5n, xattrs: new Map([['user.k', Buffer.from('old')]]) })
    await runTransfer('copy', source, destination, { preserve: { xattrs: true } })
    expect([...(destination.nodeAt('a')?.xattrs ?? [])]).to.deep.equal([['user.k', Buffer.from('new')]])
  })

  it('leaves attributes alone where existing files are to be left alone', async () => {
    const source = treeOf({})
    const destination = treeOf({})
    source.putFile('a', 'x', { mtimeNs: 5n, xattrs: new Map([['user.k', Buffer.from('new')]]) })
    destination.putFile('a', 'x', { mtimeNs: 5n })
    await runTransfer('copy', source, destination, {
      preserve: { xattrs: true },
      compare: { ignoreExisting: true },
    })
    expect(destination.nodeAt('a')?.xattrs.size).to.equal(0)
  })

  it('gives directories their times back after what landed in them changed these', async () => {
    const source = treeOf({ 'd/a': 'new', 'd/e/b': 'same' })
    const destination = treeOf({ 'd/a': 'old content' })
    destination.putFile('d/e/b', 'same', { mtimeNs: source.nodeAt('d/e/b')?.mtimeNs ?? 0n })
    for (const path of ['d', 'd/e']) {
      source.putDirectory(path, { mtimeNs: 77n })
      destination.putDirectory(path, { mtimeNs: 77n })
    }

    await runTransfer('copy', source, destination)
    expect(contentOf(destination)).to.deep.equal(contentOf(source))
  })

  it('shuts directories last, the deepest first', async () => {
    const source = treeOf({ 'a/b/c/f': '1', 'x/y/f': '2' })
    for (const path of ['a/b/c', 'a/b', 'a']) source.putDirectory(path, { mode: 0o555 })
    const order: string[] = []
    await runTransfer('copy', source, new MemoryTree(), {
      destinationOptions: {
        intercept: ({ method, path }) => void (method === 'setMetadata' && order.push(path)),
      },
    })
    expect(order.slice(0, 3)).to.have.members(['', 'x', 'x/y'])
    expect(order.slice(3)).to.deep.equal(['a/b/c', 'a/b', 'a'])
  })

  it('fails by name where the destination has no special files', async () => {
    const source = treeOf({})
    source.putSpecial('pipe', 'fifo')
    const ran = await runTransfer('copy', source, new MemoryTree(), {
      preserve: ARCHIVE_PRESERVE,
      destinationOptions: { without: ['makeSpecial'] },
    })
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['pipe E_SPECIAL'])
  })

  it('needs no feature of either side', async () => {
    const all = [
      'hardLink',
      'hash',
      'identity',
      'makeSpecial',
      'readXattrs',
      'rename',
      'setMetadata',
      'space',
      'sync',
    ] as const
    const source = treeOf({ a: '1', 'd/b': '2' })
    source.putSymlink('l', 'a')
    source.putLink('a', 'hard')
    const destination = treeOf({ a: 'old' })
    const ran = await runTransfer('copy', source, destination, {
      preserve: { ...ARCHIVE_PRESERVE, owner: false },
      sourceOptions: { without: all },
      destinationOptions: { without: all },
    })
    expect(ran.failures).to.deep.equal([])
    expect(destination.paths().map((path) => destination.text(path))).to.deep.equal([
      '1',
      undefined,
      '2',
      '1',
      undefined,
    ])
  })

  it('S12: opens directories of the destination that their owner has shut, and shuts them again', async () => {
    const source = treeOf({ 'd/a': '1' })
    source.putDirectory('d', { mode: 0o500, mtimeNs: 5n })
    const destination = treeOf({ 'd/b': '2' })
    destination.putDirectory('d', { mode: 0o500 })
    const modes: Array<number | undefined> = []
    await runTransfer('copy', source, destination, {
      destinationOptions: {
        intercept({ method, tree }) {
          if (method === 'commit') modes.push(tree.nodeAt('d')?.mode)
        },
      },
    })
    expect(modes).to.deep.equal([0o700])
    expect(destination.nodeAt('d')).to.deep.include({ mode: 0o500, mtimeNs: 5n })
  })

  it('copies single entries, with the parents of their place', async () => {
    const source = treeOf({ 'a.txt': '1', 'b.txt': '2' })
    const destination = new MemoryTree()
    const ran = await runTransfer('copy', source, destination, {
      destinationOptions: { root: 'made/here' },
      jobs: [
        { kind: 'entry', sourcePath: 'a.txt', destinationPath: 'renamed', prefix: '' },
        { kind: 'entry', sourcePath: 'b.txt', destinationPath: 'b.txt', prefix: '' },
        { kind: 'entry', sourcePath: 'gone', destinationPath: 'gone', prefix: '' },
      ],
    })
    expect(destination.paths('made/here')).to.deep.equal(['made/here/b.txt', 'made/here/renamed'])
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['gone E_NOT_FOUND'])
    expect(ran.actions).to.deep.equal(['copy a.txt', 'copy b.txt'])
  })

  it('puts the prefix of a job before every path it tells', async () => {
    const ran = await runTransfer('copy', treeOf({ a: '1' }), new MemoryTree(), {
      jobs: [{ kind: 'tree', sourcePath: '', destinationPath: 'x', prefix: 'pre' }],
      filesFrom: ['a', 'gone'],
    })
    expect(ran.actions).to.deep.equal(['copy pre/a', 'mkdir pre'])
    expect(ran.failures[0]?.path).to.equal('pre/gone')
  })

  it('says exactly what it would do in a dry run, and touches nothing', async () => {
    const source = treeOf({ a: '1', 'new/b': '2', same: 's', 'd/x': 'file' })
    source.putSymlink('l', 'a')
    source.putFile('same', 's', { mtimeNs: 5n })
    const destination = treeOf({ a: 'older', 'd/x': undefined })
    destination.putFile('same', 's', { mtimeNs: 5n, mode: 0o600 })
    const before = contentOf(destination)
    const calls: string[] = []
    const changing = /^(write|mkdir|symlink|remove|rename|setMetadata|hardLink|makeSpecial|sync)$/
    const dry = await runTransfer('copy', source, destination, {
      dryRun: true,
      destinationOptions: { intercept: ({ method }) => void (changing.test(method) && calls.push(method)) },
    })
    expect(calls).to.deep.equal([])
    expect(contentOf(destination)).to.deep.equal(before)
    const real = await runTransfer('copy', source, destination)
    expect(dry.actions).to.deep.equal(real.actions)
    expect(dry.tally).to.deep.equal(real.tally)
  })

  it('saves what it replaces in the backup directory, and never leaves a name without a file', async () => {
    const source = treeOf({ 'd/a': 'new', 'd/b': 'b' })
    const destination = treeOf({ 'd/a': 'old' })
    const seen: Array<string | undefined> = []
    const ran = await runTransfer('copy', source, destination, {
      backupDir: './old/',
      destinationOptions: { intercept: ({ tree }) => void seen.push(tree.text('d/a')) },
    })
    expect(destination.text('old/d/a')).to.equal('old')
    expect(destination.text('d/a')).to.equal('new')
    expect(seen).to.not.include(undefined)
    expect(ran.actions).to.include('backup d/a')
  })

  it('refuses a backup directory that is not inside the destination', async () => {
    for (const backupDir of ['/elsewhere', '../up', '.']) {
      const ran = await runTransfer('copy', treeOf({ a: '1' }), new MemoryTree(), { backupDir })
      expect(ran.error?.code, backupDir).to.equal('E_USAGE')
    }
  })

  it('takes a defect of an endpoint for a failure of that path', async () => {
    const ran = await runTransfer('copy', treeOf({ a: '1', b: '2' }), new MemoryTree(), {
      destinationOptions: {
        intercept({ method, path }) {
          if (method === 'write' && path === 'a') throw new TypeError('oops')
        },
      },
    })
    expect(ran.failures).to.deep.equal([{ path: 'a', code: 'E_UNEXPECTED', message: 'a: oops' }])
    expect(ran.tally.filesCopied).to.equal(1)
  })

  it('S8: fails by name what the destination cannot hold, and what would be one name there', async () => {
    const source = treeOf({ README: '1', readme: '2', 'Dir/a': '3', 'dir/b': '4', fine: '5' })
    const destination = new MemoryTree({ caseInsensitive: true })
    const ran = await runTransfer('copy', source, destination, {
      destinationOptions: { limits: { caseInsensitive: true } },
    })
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal([
      'dir E_NAME_COLLISION',
      'readme E_NAME_COLLISION',
    ])
    expect(destination.text('README')).to.equal('1')
    expect(destination.paths()).to.deep.equal(['Dir', 'Dir/a', 'README', 'fine'])
  })

  it('S8: fails by name where a single entry cannot have its name', async () => {
    const ran = await runTransfer('copy', treeOf({ a: '1' }), new MemoryTree(), {
      jobs: [{ kind: 'entry', sourcePath: 'a', destinationPath: 'n'.repeat(256), prefix: '' }],
    })
    expect(ran.failures.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['a E_NAME_TOO_LONG'])
  })

  it('S8: names of any bytes arrive as they are', async () => {
    const names = ['\uDC80\uDCFF', 'new\nline', '-rf', 'cafe\u0301', 'caf\u00E9', 'x'.repeat(255), ' ', '\\']
    const source = new MemoryTree()
    for (const name of names) source.putFile(name, name === '\uDC80\uDCFF' ? 'raw' : name)
    const destination = new MemoryTree()
    await runTransfer('copy', source, destination)
    expect(contentOf(destination)).to.deep.equal(contentOf(source))
    expect(destination.paths()).to.have.length(names.length)
  })

  it('rejects nothing but bugs: a source that is gone is in the outcome', async () => {
    const ran = await runTransfer('copy', new MemoryTree(), new MemoryTree(), {
      sourceOptions: { root: 'gone' },
    })
    expect(ran.error).to.be.instanceOf(BlitError)
    expect(ran.error).to.deep.include({ code: 'E_SOURCE_MISSING', exit: 4 })
  })
})
