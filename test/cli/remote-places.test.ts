import { expect } from 'chai'
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'
import { makeSandbox, type Run, type Sandbox } from './blit.js'

describe('a place at a daemon', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess
  let module: string

  beforeEach(async () => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('module/sub/deep'), { recursive: true })
    writeFileSync(sandbox.at('module/file'), 'content')
    writeFileSync(sandbox.at('module/sub/other'), 'more content')
    symlinkSync('sub', sandbox.at('module/link'))
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

  it('is listed as the same place here, in every spelling', async () => {
    const here = await json('list', '-r', sandbox.at('module'))
    for (const target of [
      module,
      `${module}/`,
      `127.0.0.1:${daemon.port}:/m`,
      `blit://localhost:${daemon.port}/m`,
    ]) {
      const there = await json('list', '-r', target)
      expect(there.run.code, target).to.equal(0)
      expect(there.value['entries'], target).to.deep.equal(here.value['entries'])
    }
  })

  it('is listed as one file, or as what a directory in it holds', async () => {
    const { value: file } = await json('list', `${module}/file`)
    expect(file['entries']).to.have.nested.property('[0].path', 'file')
    const { value: below } = await json('list', `${module}/sub`)
    expect((below['entries'] as Array<{ path: string }>).map(({ path }) => path)).to.deep.equal([
      'deep',
      'other',
    ])
  })

  it('is measured, searched and compared like one here', async () => {
    for (const command of ['du', 'find', 'df']) {
      const [here, there] = [await json(command, sandbox.at('module')), await json(command, module)]
      expect([there.run.code, there.run.stderr], command).to.deep.equal([0, ''])
      if (command !== 'df')
        expect({ ...there.value, target: '' }).to.deep.equal({ ...here.value, target: '' })
    }

    expect((await sandbox.run(['check', sandbox.at('module'), module])).code).to.equal(0)
    writeFileSync(sandbox.at('module/sub/new'), 'x')
    mkdirSync(sandbox.at('elsewhere'))
    const { run, value } = await json('check', module, sandbox.at('elsewhere'))
    expect(run.code).to.equal(6)
    expect(value).to.include({ missing: 6, extra: 0 })
  })

  it('is found through a symlink, as a shell would, and the link itself goes in a purge', async () => {
    for (const target of [`${module}/link`, `${module}/link/`]) {
      const { run, value } = await json('list', target)
      expect(run.code, run.stderr).to.equal(0)
      expect((value['entries'] as Array<{ path: string }>).map(({ path }) => path)).to.deep.equal([
        'deep',
        'other',
      ])
    }

    expect((await sandbox.run(['check', sandbox.at('module/sub'), `${module}/link`])).code).to.equal(0)
    expect((await sandbox.run(['purge', '-y', `${module}/link`])).code).to.equal(0)
    expect(readdirSync(sandbox.at('module')).sort()).to.deep.equal(['file', 'sub'])
    expect(existsSync(sandbox.at('module/sub/other'))).to.equal(true)
  })

  it('S12: is not found through a symlink that leads out of the module', async () => {
    mkdirSync(sandbox.at('secret'))
    writeFileSync(sandbox.at('secret/key'), 'x')
    symlinkSync('../secret', sandbox.at('module/out'))
    symlinkSync(sandbox.at('secret'), sandbox.at('module/away'))
    for (const name of ['out', 'away', 'out/key']) {
      const { code, stdout } = await sandbox.run(['list', `${module}/${name}`])
      expect(code, name).to.equal(4)
      expect(stdout).to.not.include('key')
    }
  })

  it('is purged: what is named, what is in it, and never its root', async () => {
    expect((await sandbox.run(['purge', `${module}/sub`])).code).to.equal(7)
    const { run, value } = await json('purge', '-y', `${module}/sub`)
    expect(run.code).to.equal(0)
    expect(value).to.include({ filesDeleted: 1, dirsDeleted: 2 })
    expect(readdirSync(sandbox.at('module')).sort()).to.deep.equal(['file', 'link'])
    expect((await sandbox.run(['purge', '-y', module])).code).to.equal(0)
    expect(readdirSync(sandbox.at('module'))).to.deep.equal([])
  })

  it('S19: is not purged where the module is read-only', async () => {
    const { run, value } = await json('purge', '-y', `blit://127.0.0.1:${daemon.port}/ro/file`)
    expect(run.code).to.equal(5)
    expect(JSON.stringify(value)).to.include('E_READ_ONLY')
    expect(existsSync(sandbox.at('module/file'))).to.equal(true)
  })

  it('S4: is recognised as the very place here, whatever its spelling', async () => {
    for (const [source, destination] of [
      [sandbox.at('module'), module],
      [module, sandbox.at('module')],
      [module, sandbox.at('module/sub')],
      [`${module}/sub`, `blit://localhost:${daemon.port}/ro/sub`],
    ] as const) {
      const { code, stderr } = await sandbox.run(['copy', source, destination])
      expect(code, `${source} ${destination} ${stderr}`).to.equal(8)
    }
  })

  it('of a module that is not there: exit 4 as source, 5 as destination', async () => {
    const nowhere = `blit://127.0.0.1:${daemon.port}/nowhere`
    for (const [code, ...args] of [
      [4, 'list', nowhere],
      [4, 'du', nowhere],
      [4, 'check', nowhere, module],
      [4, 'copy', nowhere, sandbox.at('new')],
      [4, 'purge', '-y', nowhere],
      [5, 'check', module, nowhere],
      [5, 'copy', sandbox.at('module/file'), nowhere],
    ] as const) {
      const run = await sandbox.run(args)
      expect(run.code, args.join(' ')).to.equal(code)
      expect(run.stderr).to.include(`blit modules 127.0.0.1:${daemon.port}`)
    }
  })

  it('of no module is exit 2, and of what is not in one exit 4', async () => {
    const host = `blit://127.0.0.1:${daemon.port}`
    expect((await sandbox.run(['list', host])).code).to.equal(2)
    expect((await sandbox.run(['list', `${host}/m/../ro`])).code).to.equal(2)
    expect((await sandbox.run(['list', `${host}/m/a%2Fb`])).code).to.equal(2)
    expect((await sandbox.run(['list', `${module}/gone`])).code).to.equal(4)
  })

  it('of a daemon that is gone is exit 11', async () => {
    await daemon.stop()
    const { code, stderr } = await sandbox.run(['list', module])
    expect(code).to.equal(11)
    expect(stderr).to.include('blit daemon start')
  })
})
