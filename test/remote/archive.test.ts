import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'

import { loadNative, type Native } from '@blit/native'

import { makeSandbox, type Run, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

const MIB = 1024 * 1024
const sh = (file: string, ...args: string[]): string => execFileSync(file, args, { encoding: 'utf8' })

function withXattrs<T>(path: string, use: (native: Native, fd: number) => T): T {
  const native = loadNative()
  if (native === undefined) throw new Error('there are no extended attributes here')
  const fd = openSync(path, 'r')
  try {
    return use(native, fd)
  } finally {
    closeSync(fd)
  }
}

const setXattr = (path: string, name: string, value: string): void =>
  withXattrs(path, (native, fd) => native.setXattr(fd, name, Buffer.from(value, 'latin1')))
const removeXattr = (path: string, name: string): void =>
  withXattrs(path, (native, fd) => native.removeXattr(fd, name))
const namesOf = (path: string): string[] =>
  withXattrs(path, (native, fd) => native.listXattrs(fd).map((name) => name.toString()))

describe('what --archive keeps between machines', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess

  const module = (name = 'm'): string => `blit://127.0.0.1:${daemon.port}/${name}`

  beforeEach(async function () {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('module'))
    writeFileSync(
      sandbox.at('daemon.toml'),
      [
        '[[module]]',
        'name = "m"',
        `path = "${sandbox.at('module')}"`,
        'allow_owner = true',
        'allow_setuid = true',
        'allow_devices = true',
        '[[module]]',
        'name = "plain"',
        `path = "${sandbox.at('module')}"`,
        '',
      ].join('\n'),
      { mode: 0o600 },
    )
    daemon = await startDaemonProcess([], ['--config', sandbox.at('daemon.toml')])
    try {
      setXattr(sandbox.at('module'), 'user.test', '')
    } catch {
      this.skip()
    }
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
    writeFileSync(`${root}/a/f`, 'content')
    writeFileSync(`${root}/a/b/large`, Buffer.alloc(9 * MIB, 'large'))
    for (const path of ['', 'a', 'a/f', 'a/b/large', 'empty'])
      setXattr(`${root}/${path}`, 'user.name', `of ${path}`)
    setXattr(`${root}/a/f`, 'user.long', 'x'.repeat(2000))
    sh('setfacl', '-m', 'u:1234:rw,g:77:-', `${root}/a/f`)
    sh('setfacl', '-d', '-m', 'u:1234:rx', `${root}/a`)
    linkSync(`${root}/a/f`, `${root}/zz`)
    linkSync(`${root}/a/f`, `${root}/a/b/other`)
    symlinkSync('f', `${root}/a/link`)
    sh('mkfifo', `${root}/fifo`)
    writeFileSync(`${root}/setuid`, '')
    chmodSync(`${root}/setuid`, 0o4755)
    if (process.getuid?.() !== 0) return
    sh('mknod', `${root}/null`, 'c', '1', '3')
    sh('chown', '-h', '1234:4321', `${root}/a/f`, `${root}/a/link`, `${root}/empty`)
  }

  const differences = (from: string, to: string): string => sh('rsync', '-naHAXi', '--delete', `${from}/`, to)

  it('is all that rsync would, by push and pull', async () => {
    mkdirSync(sandbox.at('tree'))
    plant(sandbox.at('tree'))
    for (const [from, to, at] of [
      ['tree', `${module()}/tree`, 'module/tree'],
      [`${module()}/tree`, 'back', 'back'],
    ] as const) {
      const { run, value } = await json('copy', '-a', from, to)
      expect([run.code, run.stderr], to).to.deep.equal([0, ''])
      expect(value['failures'], to).to.deep.equal([])
      expect(differences(sandbox.at('tree'), sandbox.at(at)), to).to.equal('')
      const again = await json('copy', '-a', from, to)
      expect(again.value, to).to.include({ filesCopied: 0, linksCreated: 0, streams: 0 })
    }
  })

  it('is missed without it: what is passed over is named, whichever end finds that, and only then', async () => {
    mkdirSync(sandbox.at('tree'))
    plant(sandbox.at('tree'))
    const ways = [
      ['tree', `${module()}/tree`],
      [`${module()}/all`, 'back'],
      [`${module()}/all`, `${module()}/again`],
    ] as const
    const { run } = await json('copy', '-a', 'tree', `${module()}/all`)
    expect(run.stderr).to.equal('')
    for (const [from, to] of ways) {
      const { run } = await json('copy', from, to)
      expect([run.code, run.stderr]).to.deep.equal([
        0,
        [
          'blit: warning: fifo: skipped: it is a fifo; --archive copies it\n',
          ...(process.getuid?.() === 0
            ? ['blit: warning: null: skipped: it is a char device; --archive copies it\n']
            : []),
        ].join(''),
      ])
    }
  })

  it('is only talked about in a dry run', async () => {
    mkdirSync(sandbox.at('tree'))
    plant(sandbox.at('tree'))
    const dry = await json('copy', '-a', '-n', 'tree', `${module()}/tree`)
    expect([dry.run.code, existsSync(sandbox.at('module/tree'))]).to.deep.equal([0, false])
    const { value } = await json('copy', '-a', 'tree', `${module()}/tree`)
    for (const count of ['filesScanned', 'filesCopied', 'dirsCreated', 'linksCreated', 'bytesCopied'])
      expect(dry.value[count], count).to.equal(value[count])
  })

  it('is no link to what the rules leave as it is, nor instead of it', async () => {
    mkdirSync(sandbox.at('tree'))
    for (const name of ['a', 'b', 'c', 'd']) {
      if (name === 'a') writeFileSync(sandbox.at('tree/a'), 'mine')
      else linkSync(sandbox.at('tree/a'), sandbox.at('tree', name))
    }

    for (const [at, to] of [
      ['module/tree', `${module()}/tree`],
      ['local', 'local'],
    ] as const) {
      mkdirSync(sandbox.at(at))
      for (const name of ['a', 'c']) writeFileSync(sandbox.at(at, name), 'yours')
      expect((await json('copy', '-a', '--ignore-existing', 'tree', to)).run.code, to).to.equal(0)
      const contents = ['a', 'b', 'c', 'd'].map((name) => readFileSync(sandbox.at(at, name), 'utf8'))
      expect(contents, to).to.deep.equal(['yours', 'mine', 'yours', 'mine'])
      expect(statSync(sandbox.at(at, 'd')).nlink, to).to.equal(2)
    }
  })

  it('is brought up to date where only an attribute is another', async () => {
    for (const [root, from, to, at] of [
      ['tree', 'tree', `${module()}/tree`, 'module/tree'],
      ['module/source', `${module()}/source`, 'back', 'back'],
    ] as const) {
      mkdirSync(sandbox.at(root))
      plant(sandbox.at(root))
      await json('copy', '-a', from, to)
      setXattr(sandbox.at(root, 'setuid'), 'user.new', 'new')
      setXattr(sandbox.at(root, 'empty'), 'user.name', 'another')
      setXattr(sandbox.at(at, 'a/b/large'), 'user.extra', 'extra')
      const { value } = await json('copy', '-a', from, to)
      expect(value, to).to.include({ filesCopied: 0, streams: 0 })
      expect(differences(sandbox.at(root), sandbox.at(at)), to).to.equal('')
    }
  })

  it('S11: goes in messages of a size, however much it is of a directory', async () => {
    mkdirSync(sandbox.at('tree'))
    for (let i = 0; i < 200; i++) {
      writeFileSync(sandbox.at('tree', `f${i}`), '')
      setXattr(sandbox.at('tree', `f${i}`), 'user.long', `${i}`.padEnd(3000, 'x'))
    }

    expect((await json('copy', '-a', 'tree', `${module()}/tree`)).run.code).to.equal(0)
    expect((await json('copy', '-a', `${module()}/tree`, 'back')).run.code).to.equal(0)
    expect(differences(sandbox.at('tree'), sandbox.at('back'))).to.equal('')
  })

  it('is a file with holes, also where its content was replaced', async () => {
    mkdirSync(sandbox.at('tree'))
    const plantHoles = (at: number): void => {
      const fd = openSync(sandbox.at('tree/sparse'), 'w')
      writeSync(fd, Buffer.alloc(100_000, 'data'), 0, 100_000, at)
      ftruncateSync(fd, 20 * MIB)
      closeSync(fd)
    }

    const allocated = (path: string): number => statSync(sandbox.at(path)).blocks * 512
    for (const [at, ...flags] of [[0], [10 * MIB, '--no-verify']] as const) {
      plantHoles(at)
      for (const [from, to, copy] of [
        ['tree', `${module()}/tree`, 'module/tree/sparse'],
        [`${module()}/tree`, 'back', 'back/sparse'],
      ] as const) {
        expect((await json('copy', '-a', '--ignore-times', ...flags, from, to)).run.code).to.equal(0)
        expect(allocated(copy), copy).to.be.lessThan(MIB)
        expect(sh('cmp', sandbox.at('tree/sparse'), sandbox.at(copy))).to.equal('')
      }
    }

    expect((await json('copy', '--ignore-times', 'tree', `${module()}/plain`)).run.code).to.equal(0)
    expect(allocated('module/plain/sparse')).to.be.at.least(20 * MIB)
  })

  it('S14: is less where the module does not permit it', async function () {
    if (process.getuid?.() !== 0) this.skip()
    mkdirSync(sandbox.at('tree'))
    plant(sandbox.at('tree'))
    setXattr(sandbox.at('tree/a/f'), 'trusted.secret', 'secret')
    const { run } = await json('copy', '-a', 'tree', `${module('plain')}/tree`)
    expect(run.code).to.equal(0)
    expect(run.stderr.match(/^.*keeps no.*$/gm)).to.deep.equal([
      "blit: warning: module plain keeps no owners, setuid bits, devices (allow_owner, allow_setuid, allow_devices in its daemon's config)",
    ])
    const file = statSync(sandbox.at('module/tree/a/f'))
    expect([file.uid, statSync(sandbox.at('module/tree/setuid')).mode & 0o7777]).to.deep.equal([0, 0o755])
    expect(namesOf(sandbox.at('module/tree/a/f')))
      .to.include('user.name')
      .and.not.include('trusted.secret')
    await json('copy', '-a', 'tree', `${module()}/tree`)
    expect(namesOf(sandbox.at('module/tree/a/f'))).to.include('trusted.secret')
    // What a client may not set it may not take away either.
    removeXattr(sandbox.at('tree/a/f'), 'trusted.secret')
    await json('copy', '-a', 'tree', `${module('plain')}/tree`)
    expect(namesOf(sandbox.at('module/tree/a/f'))).to.include('trusted.secret')
  })
})
