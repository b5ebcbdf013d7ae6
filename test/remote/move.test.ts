import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'

import { makeSandbox, type Run, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

describe('a move between machines', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess
  let module: string

  beforeEach(async () => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('module'))
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`, `ro=${sandbox.at('module')}:ro`])
    module = `blit://127.0.0.1:${daemon.port}/m`
  })

  afterEach(async () => {
    await daemon.stop()
    sandbox.remove()
  })

  async function json(...args: string[]): Promise<{ run: Run; value: Record<string, unknown> }> {
    const run = await sandbox.run([...args, '--json'])
    return { run, value: JSON.parse(run.stdout) as Record<string, unknown> }
  }

  function plant(root: string): void {
    for (const directory of ['a/b', 'empty']) mkdirSync(`${root}/${directory}`, { recursive: true })
    for (let i = 0; i < 20; i++) writeFileSync(`${root}/a/f${i}`, `${i}`.repeat(i * 100))
    writeFileSync(`${root}/a/b/large`, Buffer.alloc(9 * 1024 * 1024, 'large'))
    writeFileSync(Buffer.from(`${root}/raw\xff\n`, 'latin1'), 'raw')
    symlinkSync('../a/f3', `${root}/a/link`)
    symlinkSync('/nowhere', `${root}/dangling`)
    utimesSync(`${root}/a`, 1000, 1000)
  }

  const differences = (from: string, to: string): string =>
    execFileSync('rsync', ['-nrlpti', '--delete', `${from}/`, to], { encoding: 'utf8' })

  /** Both directions: where a tree is made, how it is named to move it, where it goes, and where it is then. */
  const ways = (): ReadonlyArray<
    readonly [name: string, root: string, from: string, to: string, at: string]
  > => [
    ['push', sandbox.at('tree'), 'tree', `${module}/sub/tree`, sandbox.at('module/sub/tree')],
    ['pull', sandbox.at('module/in/tree'), `${module}/in/tree`, 'got/tree', sandbox.at('got/tree')],
  ]

  it('S4: is a rename within one module, where nothing has the name: what shares an inode still does', async () => {
    plant(sandbox.at('module'))
    linkSync(sandbox.at('module/a/f1'), sandbox.at('module/a/other'))
    const { ino } = lstatSync(sandbox.at('module/a/f1'))
    const rehearsed = await json('move', '-n', `${module}/a`, `${module}/new/place`)
    const { run, value } = await json('move', `${module}/a`, `${module}/new/place`)
    expect([run.code, run.stderr, value['bytesCopied']]).to.deep.equal([0, '', 0])
    expect(value).to.include({ filesCopied: 22, linksCreated: 1, sourcesRemoved: 25 })
    for (const key of ['filesCopied', 'linksCreated', 'sourcesRemoved'])
      expect(rehearsed.value[key], key).to.equal(value[key])
    for (const name of ['f1', 'other'])
      expect(lstatSync(sandbox.at('module/new/place', name)).ino).to.equal(ino)
    expect(readdirSync(sandbox.at('module')).sort())
      .to.include('new')
      .and.not.include('a')
    const single = await json('move', `${module}/new/place/f1`, `${module}/dangling`, `${module}/files/`)
    expect(single.run.code).to.equal(0)
    expect(lstatSync(sandbox.at('module/files/f1')).ino).to.equal(ino)
  })

  it('S4: replaces nothing within one module by a rename: what is there is kept, or replaced as by any move', async () => {
    plant(sandbox.at('module'))
    mkdirSync(sandbox.at('module/there'))
    writeFileSync(sandbox.at('module/there/own'), 'own')
    const { run } = await json('move', `${module}/a`, `${module}/there`)
    expect(run.code).to.equal(0)
    expect(readFileSync(sandbox.at('module/there/own'), 'utf8')).to.equal('own')
    expect(readFileSync(sandbox.at('module/there/f2'), 'utf8')).to.equal('2'.repeat(200))
    expect(existsSync(sandbox.at('module/a'))).to.equal(false)
    const left = await json('move', '--exclude', 'f1', `${module}/there`, `${module}/else`)
    expect(left.run.code).to.equal(0)
    expect(readdirSync(sandbox.at('module/there'))).to.deep.equal(['f1'])
  })

  it('S4: leaves the tree at its new place and nothing at its old one', async () => {
    for (const [name, root, from, to, at] of ways()) {
      mkdirSync(root, { recursive: true })
      plant(root)
      execFileSync('cp', ['-a', root, sandbox.at('kept')])
      const rehearsed = await json('move', from, to, '-n')
      expect([rehearsed.run.code, existsSync(at)], name).to.deep.equal([0, false])
      const { run, value } = await json('move', from, to)
      expect([run.code, run.stderr], name).to.deep.equal([0, ''])
      // 22 files, 2 links, 3 directories and the root.
      expect(value, name).to.include({ route: name, filesCopied: 22, linksCreated: 2, sourcesRemoved: 28 })
      for (const count of ['filesCopied', 'linksCreated', 'dirsCreated', 'sourcesRemoved', 'bytesCopied'])
        expect(rehearsed.value[count], `${name} ${count}`).to.equal(value[count])
      expect(existsSync(root), name).to.equal(false)
      expect(differences(sandbox.at('kept'), at), name).to.equal('')
      rmSync(sandbox.at('kept'), { recursive: true })
    }

    expect(existsSync(sandbox.at('module/in'))).to.equal(true)
  })

  it('S4: goes from one daemon to another, too', async () => {
    mkdirSync(sandbox.at('module/tree'))
    mkdirSync(sandbox.at('other'))
    plant(sandbox.at('module/tree'))
    execFileSync('cp', ['-a', sandbox.at('module/tree'), sandbox.at('kept')])
    const other = await startDaemonProcess([`o=${sandbox.at('other')}`])
    try {
      const { run, value } = await json('move', `${module}/tree`, `blit://127.0.0.1:${other.port}/o/tree`)
      expect([run.code, run.stderr]).to.deep.equal([0, ''])
      expect(value).to.include({ route: 'relay', filesCopied: 22, sourcesRemoved: 28 })
      expect(readdirSync(sandbox.at('module'))).to.deep.equal([])
      expect(differences(sandbox.at('kept'), sandbox.at('other/tree'))).to.equal('')
    } finally {
      await other.stop()
    }
  })

  it('leaves the directory itself where its contents are named, and a module always', async () => {
    mkdirSync(sandbox.at('tree'))
    plant(sandbox.at('tree'))
    expect((await json('move', 'tree/', module)).value).to.include({ sourcesRemoved: 27 })
    expect(readdirSync(sandbox.at('tree'))).to.deep.equal([])
    expect((await json('move', module, 'back')).value).to.include({ sourcesRemoved: 27 })
    expect(readdirSync(sandbox.at('module'))).to.deep.equal([])
    expect(readFileSync(sandbox.at('back/a/f3'), 'utf8')).to.equal('3'.repeat(300))
  })

  it('takes single files, and names them as they shall be', async () => {
    writeFileSync(sandbox.at('one'), 'one')
    writeFileSync(sandbox.at('two'), 'two')
    expect((await json('move', 'one', `${module}/uno`)).value).to.include({ sourcesRemoved: 1 })
    expect((await json('move', 'two', `${module}/`)).value).to.include({ sourcesRemoved: 1 })
    expect([existsSync(sandbox.at('one')), existsSync(sandbox.at('two'))]).to.deep.equal([false, false])
    expect((await json('move', `${module}/uno`, 'eins')).value).to.include({ sourcesRemoved: 1 })
    expect(readFileSync(sandbox.at('eins'), 'utf8')).to.equal('one')
    expect(readdirSync(sandbox.at('module'))).to.deep.equal(['two'])
  })

  it('S4: leaves what is filtered, passed over, or could not land; a link goes, not what it leads to', async () => {
    for (const [name, root, from, to, at] of ways()) {
      mkdirSync(`${root}/full`, { recursive: true })
      mkdirSync(`${root}/gone`)
      for (const path of ['kept.o', 'newer', 'full/f', 'gone/f', 'dir'])
        writeFileSync(`${root}/${path}`, path)
      symlinkSync('kept.o', `${root}/gone/link`)
      // A directory with something in it gives way to no file; what is newer stays with --update.
      mkdirSync(`${at}/dir/inside`, { recursive: true })
      writeFileSync(`${at}/newer`, 'there')
      utimesSync(`${root}/newer`, 1000, 1000)
      const { run, value } = await json('move', from, to, '--update', '--exclude', '*.o')
      expect(run.code, name).to.equal(3)
      expect(value['failures'], name).to.have.nested.property('[0].path', 'dir')
      expect(readdirSync(root).sort(), name).to.deep.equal(['dir', 'kept.o', 'newer'])
      expect(readFileSync(`${at}/newer`, 'utf8'), name).to.equal('there')
      expect(lstatSync(`${at}/gone/link`).isSymbolicLink(), name).to.equal(true)
      expect(value, name).to.include({ filesCopied: 2, linksCreated: 1, sourcesRemoved: 5 })
    }
  })

  it('S4: of a file that is there already transfers it again, and only then removes it', async () => {
    for (const [name, root, from, to, at] of ways()) {
      mkdirSync(root, { recursive: true })
      mkdirSync(at, { recursive: true })
      for (const directory of [root, at]) {
        writeFileSync(`${directory}/f`, directory === root ? 'mine!' : 'yours')
        utimesSync(`${directory}/f`, 1000, 1000)
      }

      const { value } = await json('move', from, to)
      expect(value, name).to.include({ filesCopied: 1, sourcesRemoved: 2 })
      expect(readFileSync(`${at}/f`, 'utf8'), name).to.equal('mine!')
      expect(existsSync(root), name).to.equal(false)
    }
  })

  it('S4: sends nothing of what is there already, whatever its size and mode, and then removes it', async () => {
    const relayed = ['relay', sandbox.at('module/r'), `${module}/r`, `${module}/s`, sandbox.at('module/s')]
    for (const [name, root, from, to, at] of [...ways(), relayed] as ReturnType<typeof ways>) {
      for (const place of [root, at]) {
        mkdirSync(`${place}/d`, { recursive: true })
        writeFileSync(`${place}/d/small`, 'small')
        writeFileSync(`${place}/middle`, Buffer.alloc(300_000, 'middle'))
        writeFileSync(`${place}/large`, Buffer.alloc(9 * 1024 * 1024, 'large'))
        for (const path of ['d/small', 'middle', 'large']) utimesSync(`${place}/${path}`, 1000, 1000)
      }

      chmodSync(`${root}/large`, 0o600)
      const expected = { route: name, filesCopied: 0, bytesCopied: 0, filesSkipped: 3, sourcesRemoved: 5 }
      expect((await json('move', from, to, '-n')).value).to.include(expected)
      expect((await json('move', from, to)).value).to.include(expected)
      expect([existsSync(root), lstatSync(`${at}/large`).mode & 0o777], name).to.deep.equal([false, 0o600])
    }
  })

  it('S19: out of a module that is read-only is refused, and nothing is touched', async () => {
    writeFileSync(sandbox.at('module/f'), 'content')
    for (const flags of [[], ['-n']]) {
      const { run } = await json('move', `blit://127.0.0.1:${daemon.port}/ro/f`, 'f', ...flags)
      expect([run.code, readdirSync(sandbox.at('module')), existsSync(sandbox.at('f'))]).to.deep.equal([
        5,
        ['f'],
        false,
      ])
    }
  })

  it('S4: says by name what could not be removed, and exits with 3', async function () {
    if (process.getuid?.() === 0) this.skip()
    for (const [name, root, from, to, at] of ways()) {
      mkdirSync(`${root}/locked`, { recursive: true })
      writeFileSync(`${root}/locked/f`, 'content')
      chmodSync(`${root}/locked`, 0o500)
      const { run, value } = await json('move', from, to)
      expect(run.code, name).to.equal(3)
      expect(value['failures'], name).to.have.nested.property('[0].path', 'locked/f')
      expect(readFileSync(`${at}/locked/f`, 'utf8'), name).to.equal('content')
      expect(readFileSync(`${root}/locked/f`, 'utf8'), name).to.equal('content')
      chmodSync(`${root}/locked`, 0o700)
    }
  })

  for (const victim of ['client', 'daemon'] as const)
    for (const isRemoving of [false, true])
      it(`S4: of which the ${victim} is killed while it ${isRemoving ? 'removes' : 'lands'} loses nothing; a second run completes it`, async () => {
        const count = isRemoving ? 400 : 100
        for (const way of [0, 1]) {
          const [name, root, from, to, at] = ways()[way] as ReturnType<typeof ways>[number]
          mkdirSync(root, { recursive: true })
          for (let i = 0; i < count; i++) writeFileSync(`${root}/f${i}`, `content ${i}`)
          const { child, done } = sandbox.start([
            'move',
            from,
            to,
            ...(isRemoving ? [] : ['--bwlimit', '2000']),
          ])
          const hasBegun = (): boolean =>
            isRemoving ? !existsSync(`${root}/f0`) : existsSync(at) && readdirSync(at).length > 5
          while (child.exitCode === null && !hasBegun()) await new Promise((resolve) => setImmediate(resolve))
          if (victim === 'client') child.kill('SIGKILL')
          else {
            await daemon.stop('SIGKILL')
            daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
            module = `blit://127.0.0.1:${daemon.port}/m`
          }

          await done
          for (let i = 0; i < count; i++) {
            const path = existsSync(`${root}/f${i}`) ? `${root}/f${i}` : `${at}/f${i}`
            expect(readFileSync(path, 'utf8'), name).to.equal(`content ${i}`)
          }

          const [, , again, there] = ways()[way] as ReturnType<typeof ways>[number]
          // Who was killed last may have had one directory left to remove, or nothing.
          if (existsSync(root)) expect((await sandbox.run(['move', again, there])).code, name).to.equal(0)
          expect(existsSync(root), name).to.equal(false)
          expect(readdirSync(at), name).to.have.length(count)
        }
      })
})
