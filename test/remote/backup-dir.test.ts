import { expect } from 'chai'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'

import { makeSandbox, type Sandbox } from '../cli/blit.js'
import { startDaemonProcess, type DaemonProcess } from '../support/daemon-process.js'

describe('--backup-dir between machines', () => {
  let sandbox: Sandbox
  let daemon: DaemonProcess
  let module: string

  beforeEach(async () => {
    sandbox = makeSandbox()
    for (const name of ['module', 'outside']) mkdirSync(sandbox.at(name))
    daemon = await startDaemonProcess([`m=${sandbox.at('module')}`])
    module = `blit://127.0.0.1:${daemon.port}/m`
  })

  afterEach(async () => {
    await daemon.stop()
    sandbox.remove()
  })

  /** Both directions: where the source is, how it is named, where it goes, and where that is. */
  const ways = (): ReadonlyArray<readonly [root: string, from: string, to: string, at: string]> => [
    [sandbox.at('src'), 'src', `${module}/dst`, sandbox.at('module/dst')],
    [sandbox.at('module/src'), `${module}/src`, 'dst', sandbox.at('dst')],
  ]

  function plant(root: string, at: string): void {
    mkdirSync(`${root}/sub`, { recursive: true })
    for (const name of ['a', 'sub/b', 'gone']) writeFileSync(`${root}/${name}`, `newer ${name}`)
    for (const place of [at, `${at}/src`]) {
      mkdirSync(`${place}/sub`, { recursive: true })
      for (const name of ['a', 'sub/b', 'extra']) writeFileSync(`${place}/${name}`, `old ${name}`)
    }
  }

  const read = (path: string): string => readFileSync(path, 'utf8')

  it('keeps what is replaced and deleted, inside the destination, where a mirror leaves it', async () => {
    for (const [root, from, to, at] of ways()) {
      plant(root, at)
      for (const flags of [['-n'], []]) {
        const { code, stderr } = await sandbox.run([
          'mirror',
          '-y',
          from,
          to,
          '--backup-dir',
          './kept/',
          ...flags,
        ])
        expect([code, stderr], to).to.deep.equal([0, ''])
        expect(existsSync(`${at}/kept`), to).to.equal(flags.length === 0)
      }

      expect(readdirSync(at).sort(), to).to.deep.equal(['a', 'gone', 'kept', 'sub'])
      for (const name of ['a', 'sub/b', 'extra', 'src/a'])
        expect(read(`${at}/kept/${name}`), `${to} ${name}`).to.equal(`old ${name.replace('src/', '')}`)
      expect(read(`${at}/a`)).to.equal('newer a')
      expect((await sandbox.run(['mirror', '-y', from, to, '--backup-dir', 'kept'])).code, to).to.equal(0)
      expect(existsSync(`${at}/kept/extra`), to).to.equal(true)
    }
  })

  it('is relative to what was written, also where a tree lands below it', async () => {
    for (const [root, from, to, at] of ways()) {
      plant(root, at)
      expect((await sandbox.run(['copy', from, `${to}/`, '--backup-dir', 'kept'])).code, to).to.equal(0)
      expect(read(`${at}/kept/src/sub/b`), to).to.equal('old sub/b')
      expect(read(`${at}/a`), to).to.equal('old a')
      expect(read(`${at}/src/a`), to).to.equal('newer a')
    }
  })

  it('S12: is never outside of the module, and never the destination', async () => {
    const [[root, from, to, at] = []] = ways()
    if (root === undefined || from === undefined || to === undefined || at === undefined)
      throw new Error('no way')
    plant(root, at)
    symlinkSync(sandbox.at('outside'), `${at}/link`)
    for (const [place, expected] of [
      ['..', 2],
      ['../outside', 2],
      [sandbox.at('outside'), 2],
      ['.', 2],
      ['link', 5],
      ['link/new', 5],
    ] as const) {
      const { code } = await sandbox.run(['copy', from, to, '--backup-dir', place])
      expect(code, place).to.equal(expected)
    }

    expect((await sandbox.run(['mirror', '-y', from, `${to}/`, '--backup-dir', 'src'])).code).to.equal(8)
    expect([readdirSync(sandbox.at('outside')), read(`${at}/a`)]).to.deep.equal([[], 'old a'])
  })
})
