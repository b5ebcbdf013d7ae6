import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'

import { makeSandbox, type Run, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

const MIB = 1024 * 1024

describe('files between machines', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess
  let module: string

  beforeEach(async () => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('module'))
    mkdirSync(sandbox.at('outside'))
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
    for (const directory of ['a/b', 'empty', 'locked']) mkdirSync(`${root}/${directory}`, { recursive: true })
    for (let i = 0; i < 40; i++) writeFileSync(`${root}/a/f${i}`, `${i}`.repeat(i * 100))
    writeFileSync(`${root}/a/b/large`, Buffer.alloc(17 * MIB, 'large'))
    writeFileSync(`${root}/middle`, Buffer.alloc(300_000, 'middle'))
    writeFileSync(Buffer.from(`${root}/raw\xff\n`, 'latin1'), 'raw')
    symlinkSync('../middle', `${root}/a/link`)
    writeFileSync(`${root}/locked/f`, 'locked')
    chmodSync(`${root}/locked`, 0o500)
    utimesSync(`${root}/a`, 1000, 1000)
  }

  /** What rsync would change to make `to` the same as `from`: nothing. */
  const differences = (from: string, to: string): string =>
    execFileSync('rsync', ['-nrlpti', '--delete', `${from}/`, to], { encoding: 'utf8' })

  it('are pushed, and pulled back, as they were', async () => {
    mkdirSync(sandbox.at('tree'))
    plant(sandbox.at('tree'))
    const push = await json('copy', 'tree', `${module}/tree`)
    expect([push.run.code, push.run.stderr]).to.deep.equal([0, ''])
    expect(push.value).to.include({
      route: 'push',
      filesCopied: 44,
      linksCreated: 1,
      dirsCreated: 5,
    })
    expect(push.value['streams']).to.be.within(1, 2)
    expect(differences(sandbox.at('tree'), sandbox.at('module/tree'))).to.equal('')
    const pull = await json('copy', `${module}/tree`, 'back')
    expect([pull.run.code, pull.run.stderr]).to.deep.equal([0, ''])
    expect(pull.value).to.include({
      route: 'pull',
      filesCopied: 44,
      linksCreated: 1,
      dirsCreated: 5,
    })
    expect(pull.value['streams']).to.be.within(1, 2)
    expect(differences(sandbox.at('tree'), sandbox.at('back'))).to.equal('')
    const again = await json('copy', 'tree', `${module}/tree`)
    expect(again.value).to.include({ filesCopied: 0, filesSkipped: 44, streams: 0, dataPlane: 'none' })
  })

  it('are compared by their content if that is wanted, read back and synced', async () => {
    mkdirSync(sandbox.at('tree'))
    plant(sandbox.at('tree'))
    const first = await json('copy', 'tree', `${module}/tree`, '--verify', '--fsync')
    expect([first.run.code, first.run.stderr]).to.deep.equal([0, ''])
    writeFileSync(sandbox.at('module/tree/middle'), Buffer.alloc(300_000, 'changed'))
    writeFileSync(sandbox.at('module/tree/a/f7'), Buffer.alloc(700, 'x'))
    for (const root of ['tree', 'module/tree'])
      for (const name of ['middle', 'a/f7']) utimesSync(sandbox.at(root, name), 5000, 5000)
    const quick = await json('copy', 'tree', `${module}/tree`)
    expect(quick.value).to.include({ filesCopied: 0, filesSkipped: 44 })
    const push = await json('copy', 'tree', `${module}/tree`, '-c')
    expect(push.value).to.include({ filesCopied: 2, filesSkipped: 42, bytesCopied: 300_700 })
    expect(differences(sandbox.at('tree'), sandbox.at('module/tree'))).to.equal('')
    writeFileSync(sandbox.at('tree/middle'), Buffer.alloc(300_000, 'pulled'))
    const pull = await json('copy', `${module}/tree/`, 'tree', '-c', '--verify', '--no-resume')
    expect(pull.value).to.include({ filesCopied: 1, filesSkipped: 43, bytesCopied: 300_000 })
  })

  it('land where the rules of landing say', async () => {
    writeFileSync(sandbox.at('file'), 'content')
    mkdirSync(sandbox.at('dir'))
    writeFileSync(sandbox.at('dir/inside'), 'inside')
    for (const args of [
      ['file', `${module}/renamed`],
      ['file', `${module}/`],
      ['dir', `${module}/`],
      ['dir/', `${module}/contents`],
      ['file', 'dir', `${module}/several`],
    ])
      expect((await sandbox.run(['copy', ...args])).code, args.join(' ')).to.equal(0)
    for (const path of ['renamed', 'file', 'several/file'])
      expect(readFileSync(sandbox.at('module', path), 'utf8'), path).to.equal('content')
    for (const path of ['dir/inside', 'contents/inside', 'several/dir/inside'])
      expect(readFileSync(sandbox.at('module', path), 'utf8'), path).to.equal('inside')
    expect((await sandbox.run(['copy', `${module}/renamed`, 'pulled'])).code).to.equal(0)
    expect(readFileSync(sandbox.at('pulled'), 'utf8')).to.equal('content')
  })

  it('S2, S3: are mirrored, with the deletes that were agreed to', async () => {
    for (const [from, to, root] of [
      ['tree', `${module}/tree`, 'module/tree'],
      [`${module}/source`, 'copy', 'copy'],
    ] as const) {
      const source = sandbox.at(from.startsWith('blit') ? 'module/source' : from)
      mkdirSync(source)
      writeFileSync(`${source}/kept`, 'kept')
      mkdirSync(sandbox.at(root, 'extra'), { recursive: true })
      writeFileSync(sandbox.at(root, 'extra/file'), 'extra')
      expect((await sandbox.run(['mirror', from, to])).code).to.equal(7)
      expect((await sandbox.run(['mirror', from, to, '-y', '--max-delete', '1'])).code).to.equal(8)
      expect(existsSync(sandbox.at(root, 'extra/file'))).to.equal(true)
      const dry = await json('mirror', from, to, '-n')
      expect(dry.value).to.include({ filesDeleted: 1, dirsDeleted: 1, dryRun: true })
      expect(existsSync(sandbox.at(root, 'extra/file'))).to.equal(true)
      const { value } = await json('mirror', from, to, '-y')
      expect(value).to.include({ filesDeleted: 1, dirsDeleted: 1 })
      expect(readdirSync(sandbox.at(root))).to.deep.equal(['kept'])
    }
  })

  it('are only talked about in a dry run', async () => {
    mkdirSync(sandbox.at('tree'))
    plant(sandbox.at('tree'))
    const dry = await json('copy', 'tree', `${module}/tree`, '-n')
    expect([dry.run.code, readdirSync(sandbox.at('module'))]).to.deep.equal([0, []])
    const real = await json('copy', 'tree', `${module}/tree`)
    for (const count of ['filesScanned', 'filesCopied', 'dirsCreated', 'linksCreated', 'bytesCopied'])
      expect(dry.value[count], count).to.equal(real.value[count])
  })

  it('S19: are refused by a module that is read-only, and where there is none', async () => {
    writeFileSync(sandbox.at('file'), 'content')
    const readOnly = await json('copy', 'file', `blit://127.0.0.1:${daemon.port}/ro/file`)
    expect([readOnly.run.code, readdirSync(sandbox.at('module'))]).to.deep.equal([5, []])
    expect((await sandbox.run(['copy', 'file', `blit://127.0.0.1:${daemon.port}/none/file`])).code).to.equal(
      5,
    )
    expect((await sandbox.run(['copy', `blit://127.0.0.1:${daemon.port}/none/file`, 'x'])).code).to.equal(4)
    expect((await sandbox.run(['copy', `${module}/missing`, 'x'])).code).to.equal(4)
  })

  it('S12: never land through a symlink of the module', async () => {
    symlinkSync(sandbox.at('outside'), sandbox.at('module/out'))
    mkdirSync(sandbox.at('tree/out'), { recursive: true })
    writeFileSync(sandbox.at('tree/out/f'), 'content')
    writeFileSync(sandbox.at('tree/g'), 'content')
    const through = await sandbox.run(['copy', 'tree', `${module}/out/tree`])
    expect(through.code).to.equal(5)
    await sandbox.run(['copy', 'tree/', module])
    expect(readdirSync(sandbox.at('outside'))).to.deep.equal([])
    expect(readFileSync(sandbox.at('module/g'), 'utf8')).to.equal('content')
  })

  it('S6: that cannot be read are failures by name, the others land', async function () {
    if (process.getuid?.() === 0) this.skip()
    mkdirSync(sandbox.at('tree'))
    writeFileSync(sandbox.at('tree/f'), 'content')
    writeFileSync(sandbox.at('tree/secret'), 'secret')
    chmodSync(sandbox.at('tree/secret'), 0)
    const { run, value } = await json('copy', 'tree', `${module}/tree`)
    expect(run.code).to.equal(3)
    expect(value['failures']).to.have.nested.property('[0].path', 'secret')
    expect(readdirSync(sandbox.at('module/tree'))).to.deep.equal(['f'])
  })

  it('S1, S20: a daemon that is killed leaves nothing half-landed, and the next run ends it', async () => {
    mkdirSync(sandbox.at('tree'))
    writeFileSync(sandbox.at('tree/large'), Buffer.alloc(64 * MIB, 'large'))
    const { done } = sandbox.start(['copy', 'tree', `${module}/tree`, '--bwlimit', '20M'])
    const temps = (): string[] =>
      existsSync(sandbox.at('module/tree'))
        ? readdirSync(sandbox.at('module/tree')).filter((name) => /^\.blit-[0-9a-f]{16}-/.test(name))
        : []
    while (temps().length === 0) await new Promise((resolve) => setImmediate(resolve))
    await daemon.stop('SIGKILL')
    const lost = await done
    expect(lost.code).to.equal(11)
    expect(existsSync(sandbox.at('module/tree/large'))).to.equal(false)
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
    const again = await sandbox.run(['copy', 'tree', `blit://127.0.0.1:${daemon.port}/m/tree`])
    expect([again.code, again.stderr]).to.deep.equal([0, ''])
    expect(readdirSync(sandbox.at('module/tree'))).to.deep.equal(['large'])
    expect(statSync(sandbox.at('module/tree/large')).size).to.equal(64 * MIB)
  })

  it('go to one new place from two clients at once', async () => {
    for (const name of ['a', 'b']) {
      mkdirSync(sandbox.at(`from-${name}`))
      for (let i = 0; i < 200; i++) writeFileSync(sandbox.at(`from-${name}/${name}${i}`), name)
    }

    const runs = await Promise.all(
      ['a', 'b'].map(async (name) => sandbox.run(['copy', `from-${name}/`, `${module}/both/new`])),
    )
    expect(runs.map(({ code, stderr }) => [code, stderr])).to.deep.equal([
      [0, ''],
      [0, ''],
    ])
    expect(readdirSync(sandbox.at('module/both/new'))).to.have.length(400)
    expect(readdirSync(sandbox.at('module/both'))).to.deep.equal(['new'])
  })

  it('S2: a mirror of an empty source is refused by the name that the user gave it', async () => {
    mkdirSync(sandbox.at('empty'))
    mkdirSync(sandbox.at('module/none'))
    for (const place of ['full', 'module/full']) {
      mkdirSync(sandbox.at(place))
      writeFileSync(sandbox.at(place, 'f'), 'f')
    }

    for (const [from, to] of [
      ['empty', `${module}/full`],
      [`${module}/none`, 'full'],
      [`${module}/none`, `${module}/full`],
    ] as const) {
      const { run, value } = await json('mirror', '-y', from, to)
      expect(run.code).to.equal(8)
      const { code, message, path } = value['error'] as Record<string, string>
      expect([code, path]).to.deep.equal(['E_EMPTY_SOURCE', from])
      expect(message?.startsWith(`${from}: `), message).to.equal(true)
    }
  })

  it('are given up cleanly at Ctrl-C', async () => {
    mkdirSync(sandbox.at('tree'))
    writeFileSync(sandbox.at('tree/large'), Buffer.alloc(64 * MIB, 'large'))
    const { child, done } = sandbox.start([
      'copy',
      'tree',
      `${module}/tree`,
      '--bwlimit',
      '20M',
      '--no-resume',
    ])
    const temps = (): string[] =>
      existsSync(sandbox.at('module/tree')) ? readdirSync(sandbox.at('module/tree')) : []
    while (temps().length === 0) await new Promise((resolve) => setImmediate(resolve))
    child.kill('SIGINT')
    expect((await done).code).to.equal(130)
    const left = async (): Promise<string[]> => {
      const { run } = await json('list', `${module}/tree`)
      expect(run.code).to.equal(0)
      return readdirSync(sandbox.at('module/tree'))
    }
    while ((await left()).length > 0);
    unlinkSync(sandbox.at('tree/large'))
  })
})
