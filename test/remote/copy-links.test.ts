import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'

import { makeSandbox, type Run, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

describe('--copy-links between machines', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess
  let module: string

  beforeEach(async () => {
    sandbox = makeSandbox()
    for (const name of ['module/tree/d', 'module/beside', 'outside', 'secret'])
      mkdirSync(sandbox.at(name), { recursive: true })
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
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

  const MIB = 1024 * 1024

  it('sends what links of the client lead to, wherever that is', async () => {
    mkdirSync(sandbox.at('tree'))
    writeFileSync(sandbox.at('outside/f'), 'content')
    writeFileSync(sandbox.at('outside/large'), Buffer.alloc(MIB, 'large'))
    symlinkSync('../outside', sandbox.at('tree/d'))
    symlinkSync('../outside/large', sandbox.at('tree/l'))
    symlinkSync('nowhere', sandbox.at('tree/broken'))
    const { run, value } = await json('copy', '-L', 'tree', `${module}/got`)
    expect(run.code).to.equal(3)
    expect(value['failures']).to.have.length(1).and.have.nested.property('[0].path', 'broken')
    expect(readFileSync(sandbox.at('module/got/d/f'), 'utf8')).to.equal('content')
    for (const path of ['module/got/l', 'module/got/d/large'])
      expect(lstatSync(sandbox.at(path)).size, path).to.equal(MIB)
  })

  it('makes the same as locally where links lead back, and says the same', async () => {
    mkdirSync(sandbox.at('tree/a/b'), { recursive: true })
    writeFileSync(sandbox.at('tree/a/f'), 'content')
    symlinkSync('..', sandbox.at('tree/a/up'))
    symlinkSync('.', sandbox.at('tree/a/b/itself'))
    symlinkSync('b', sandbox.at('tree/a/other'))
    const told = async (destination: string): Promise<unknown> => {
      const { run, value } = await json('copy', '-L', 'tree', destination)
      expect(run.code).to.equal(3)
      const failures = value['failures'] as ReadonlyArray<{ path: string; code: string }>
      const lost = failures.map(({ code, path }) => `${code} ${path}`).sort((a, b) => (a < b ? -1 : 1))
      return [value['filesCopied'], value['dirsCreated'], lost]
    }
    const local = await told('local')
    expect(local).to.have.nested.property('[2]').with.length(3)
    expect(await told(`${module}/pushed`)).to.deep.equal(local)
    const tree = (path: string): string[] =>
      readdirSync(sandbox.at(path), { recursive: true }).map(String).sort()
    expect(tree('module/pushed')).to.deep.equal(tree('local'))
  })

  it('S12: brings what links lead to in the module, and nothing from outside of it', async () => {
    for (const name of ['beside/f', 'tree/d/f']) writeFileSync(sandbox.at('module', name), name)
    for (const name of ['small', 'large'])
      writeFileSync(sandbox.at('secret', name), Buffer.alloc(name === 'small' ? 10 : MIB, 's'))
    symlinkSync('../beside', sandbox.at('module/tree/in'))
    symlinkSync('../beside/f', sandbox.at('module/tree/file'))
    symlinkSync('../../secret', sandbox.at('module/tree/out'))
    symlinkSync('../../secret/small', sandbox.at('module/tree/small'))
    symlinkSync(sandbox.at('secret/large'), sandbox.at('module/tree/large'))
    const { run, value } = await json('copy', '-L', `${module}/tree`, 'got')
    expect(run.code).to.equal(3)
    const failures = value['failures'] as Array<{ readonly path: string }>
    expect(failures.map(({ path }) => path).sort()).to.deep.equal(['large', 'out', 'small'])
    expect(readdirSync(sandbox.at('got')).sort()).to.deep.equal(['d', 'file', 'in'])
    expect(readFileSync(sandbox.at('got/in/f'), 'utf8')).to.equal('beside/f')
    expect(lstatSync(sandbox.at('got/file')).isFile()).to.equal(true)
  })

  it('S8: brings what lies deeper than a path may be long', async () => {
    const name = 'd'.repeat(200)
    const plant = [
      `const { mkdirSync, writeFileSync } = require('node:fs')`,
      `for (let i = 0; i < 30; i++) mkdirSync('${name}'), process.chdir('${name}')`,
      `writeFileSync('small', 'small'), writeFileSync('large', Buffer.alloc(2e6, 'large'))`,
    ]
    execFileSync(process.execPath, ['-e', plant.join('\n')], { cwd: sandbox.at('module/tree') })
    symlinkSync('../beside', sandbox.at('module/tree/in'))
    const { run, value } = await json('copy', '-L', `${module}/tree`, 'got')
    expect([run.code, value['failures'], value['filesCopied']]).to.deep.equal([0, [], 2])
    expect((await sandbox.run(['check', `${module}/tree/${name}`, `got/${name}`])).code).to.equal(0)
    expect(lstatSync(sandbox.at('got/in')).isDirectory()).to.equal(true)
    // Node cannot remove what is so deep.
    execFileSync('rm', ['-rf', sandbox.at('got'), sandbox.at('module/tree')])
  })

  it('is not needed for a link that is the source: it is copied as the link it is, wherever it leads', async () => {
    const links = { abs: '/etc/passwd', back: 'back', out: '../../outside', none: 'none/such' }
    for (const [name, target] of Object.entries(links)) {
      symlinkSync(target, sandbox.at('module/beside', name))
      for (const to of [name, `${module}/${name}`]) {
        const { run, value } = await json('copy', `${module}/beside/${name}`, to)
        expect([run.code, value['linksCreated']], `${name} to ${to}`).to.deep.equal([0, 1])
      }

      expect(readlinkSync(sandbox.at(name))).to.equal(target)
      expect(readlinkSync(sandbox.at('module', name))).to.equal(target)
    }

    // What it leads to cannot be reached.
    expect((await sandbox.run(['copy', '-L', `${module}/beside/out`, 'got'])).code).to.equal(4)
  })

  it('moves the links, and leaves what they lead to', async () => {
    writeFileSync(sandbox.at('module/beside/f'), 'beside')
    symlinkSync('../beside/f', sandbox.at('module/tree/file'))
    symlinkSync('../../beside', sandbox.at('module/tree/d/in'))
    const dry = await json('move', '-L', '-n', `${module}/tree`, 'got')
    const { run, value } = await json('move', '-L', `${module}/tree`, 'got')
    expect([run.code, dry.value['sourcesRemoved']]).to.deep.equal([0, value['sourcesRemoved']])
    expect(readFileSync(sandbox.at('got/file'), 'utf8')).to.equal('beside')
    expect(readFileSync(sandbox.at('got/d/in/f'), 'utf8')).to.equal('beside')
    expect(readFileSync(sandbox.at('module/beside/f'), 'utf8')).to.equal('beside')
    expect(existsSync(sandbox.at('module/tree/file'))).to.equal(false)
  })
})
